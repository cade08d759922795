#include "app/core/result.h"
#include "app/core/secret.h"

#include <QDebug>
#include <QMetaEnum>
#include <QTest>
#include <concepts>

using namespace longshore;
using namespace Qt::StringLiterals;

namespace {

template <class T>
concept Printable = requires(QDebug debug, T value)
{
    debug << value;
};
static_assert(Printable<Error>);
static_assert(!Printable<Secret>);
static_assert(!std::is_convertible_v<Secret, QByteArray>);
static_assert(!std::is_convertible_v<Secret, QString>);

} // namespace

class TestError : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasANameThatLeadsBack()
    {
        const QMetaEnum codes = QMetaEnum::fromType<Error::Code>();
        QVERIFY(codes.keyCount() > 40);
        for (int i = 0; i < codes.keyCount(); ++i) {
            const auto code = static_cast<Error::Code>(codes.value(i));
            QCOMPARE(errorCodeFromName(errorCodeName(code)), code);
        }
    }

    void aNameOfAnotherVersionIsInternal()
    {
        QCOMPARE(errorCodeFromName(u"FromTheFuture"_s), Error::Code::Internal);
        QCOMPARE(errorCodeFromName(u""_s), Error::Code::Internal);
    }

    void namesThatAreStoredStayTheSame()
    {
        QCOMPARE(errorCodeName(Error::Code::LinkExpired), u"LinkExpired"_s);
        QCOMPARE(errorCodeName(Error::Code::OutcomeUnknown), u"OutcomeUnknown"_s);
    }

    void debugOutputTellsCodeStatusAndWords()
    {
        QString text;
        QDebug(&text) << Error{
            .code = Error::Code::ServerRefused, .subject = u"p"_s, .detail = u"no"_s, .httpStatus = 422};
        QCOMPARE(text.trimmed(), u"Error(\"ServerRefused\", HTTP 422, \"p\", \"no\")"_s);
    }

    void failMakesAnUnexpectedOfAnyResult()
    {
        const Result<int> number = fail(Error::Code::NotFound, u"x"_s);
        const Result<void> nothing = fail(number.error());
        QCOMPARE(nothing.error().code, Error::Code::NotFound);
        QCOMPARE(nothing.error().subject, u"x"_s);
    }
};

QTEST_GUILESS_MAIN(TestError)
#include "tst_error.moc"
