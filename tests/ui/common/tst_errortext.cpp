#include "ui/common/errortext.h"

#include "app/core/error.h"

#include <QMetaEnum>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace longshore;

class TestErrorText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCodeSaysWhatSafeAndNext_data();
    void everyCodeSaysWhatSafeAndNext();
    void noTwoCodesSayTheSame();
    void theClockIsNamedWithItsDirection();
    void aDeniedEnvironmentIsNamed();
    void fullDiskSaysWhereAndHowMuch();
    void theServersWordsAreInTheDetailsOnly();
};

namespace {

Error made(Error::Code code, const QString& subject = {}, const QString& detail = {}, int status = 0)
{
    return {.code = code, .subject = subject, .detail = detail, .httpStatus = status};
}

QList<Error::Code> allCodes()
{
    const QMetaEnum codes = QMetaEnum::fromType<Error::Code>();
    QList<Error::Code> list;
    for (int i = 0; i < codes.keyCount(); ++i) {
        list << static_cast<Error::Code>(codes.value(i));
    }
    return list;
}

} // namespace

void TestErrorText::everyCodeSaysWhatSafeAndNext_data()
{
    QTest::addColumn<Error::Code>("code");
    QTest::addColumn<QString>("subject");
    for (const Error::Code code : allCodes()) {
        QTest::addRow("%s, bare", qPrintable(errorCodeName(code))) << code << QString();
        QTest::addRow("%s, with subject", qPrintable(errorCodeName(code))) << code << u"Contoso"_s;
    }
}

void TestErrorText::everyCodeSaysWhatSafeAndNext()
{
    QFETCH(Error::Code, code);
    QFETCH(QString, subject);
    const ErrorText text = errorText(made(code, subject));
    for (const QString& sentence : {text.what, text.safe, text.next}) {
        QVERIFY2(sentence.size() > 12, qPrintable(sentence));
        QVERIFY2(sentence.endsWith(u'.'), qPrintable(sentence));
        QVERIFY2(!sentence.contains(u'!'), qPrintable(sentence));
        QVERIFY2(!sentence.contains(u'%'), qPrintable(sentence));
        QVERIFY2(!sentence.contains(u"“”"_s), qPrintable(sentence));
    }
    QVERIFY(text.details.contains(errorCodeName(code)));
}

void TestErrorText::noTwoCodesSayTheSame()
{
    QHash<QString, Error::Code> seen;
    for (const Error::Code code : allCodes()) {
        const QString what = errorText(made(code, u"X"_s)).what;
        QVERIFY2(!seen.contains(what), qPrintable(errorCodeName(code) + u": "_s + what));
        seen.insert(what, code);
    }
}

void TestErrorText::theClockIsNamedWithItsDirection()
{
    const QString ahead = errorText(made(Error::Code::ClockSkew, {}, u"360"_s)).what;
    const QString behind = errorText(made(Error::Code::ClockSkew, {}, u"-360"_s)).what;
    QVERIFY2(ahead.contains(u"6 min ahead"_s), qPrintable(ahead));
    QVERIFY2(behind.contains(u"6 min behind"_s), qPrintable(behind));
}

void TestErrorText::aDeniedEnvironmentIsNamed()
{
    const ErrorText text = errorText(made(Error::Code::Unauthorized, u"Contoso/Production"_s));
    QVERIFY(text.what.contains(u"Contoso/Production"_s));
}

void TestErrorText::fullDiskSaysWhereAndHowMuch()
{
    const ErrorText text = errorText(made(Error::Code::DiskFull, u"/home/a/Databases"_s, u"12300000000"_s));
    QVERIFY(text.what.contains(u"/home/a/Databases"_s));
    QVERIFY2(text.what.contains(u"12.3"_s) && text.what.contains(u"GB"_s), qPrintable(text.what));
}

void TestErrorText::theServersWordsAreInTheDetailsOnly()
{
    const ErrorText text = errorText(made(Error::Code::ServerRefused, {}, u"Database is busy"_s, 422));
    QVERIFY(!text.what.contains(u"busy"_s));
    QVERIFY(text.details.contains(u"Database is busy"_s));
    QVERIFY(text.details.contains(u"422"_s));
}

QTEST_GUILESS_MAIN(TestErrorText)
#include "tst_errortext.moc"
