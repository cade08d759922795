#include "app/transfers/partlinkbook.h"
#include "tests/support/scriptedlinks.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace longshore {

/// Many links that are renewed as one.
class TestPartLinkBook final : public QObject
{
    Q_OBJECT

    static SignedUrl link(int number, int life, const QByteArray& signature = "a", const QByteArray& uploadId = "u")
    {
        return *SignedUrl::parse("https://s3.example/k.sql?X-Amz-Date=20260112T100000Z&X-Amz-Expires="
                                 + QByteArray::number(life) + "&partNumber=" + QByteArray::number(number)
                                 + "&uploadId=" + uploadId + "&X-Amz-Signature=" + signature);
    }
    static PartLinks three(const QByteArray& signature = "a", const QByteArray& uploadId = "u")
    {
        return {.session = u"s"_s,
                .count = 3,
                .links = {{3, link(3, 60, signature, uploadId)},
                          {1, link(1, 70, signature, uploadId)},
                          {2, link(2, 80, signature, uploadId)}}};
    }
    Result<SignedUrl> renew(PartLinkBook& book)
    {
        auto* task = book.renew(this);
        Result<SignedUrl> result = fail(Error::Code::Timeout);
        connect(task, &Task::finished, this, [task, out = &result] { *out = task->result(); });
        QSignalSpy finished(task, &Task::finished);
        task->start();
        return finished.wait(30'000) ? result : fail(Error::Code::Timeout);
    }

private Q_SLOTS:
    void theOneThatEndsFirstStandsForAll()
    {
        const PartLinkBook book(std::make_shared<ScriptedPartLinks>(three()));
        QCOMPARE(book.current(), link(3, 60));
        QCOMPARE(book.linkTo(1), link(1, 70));
        QCOMPARE(book.linkTo(2), link(2, 80));
        QVERIFY(book.linkTo(4).isEmpty());
        QCOMPARE(book.count(), 3);
    }

    void freshLinksReplaceAllOfThem()
    {
        const auto source = std::make_shared<ScriptedPartLinks>(three());
        source->next.emplace_back(three("b"));
        PartLinkBook book(source);
        const QByteArray mark = book.mark();
        const auto fresh = renew(book);
        QVERIFY(fresh);
        QCOMPARE(*fresh, link(3, 60, "b"));
        QCOMPARE(book.linkTo(2), link(2, 80, "b"));
        QCOMPARE(book.mark(), mark);
        QCOMPARE(source->asked, 1);
    }

    void linksOfAnotherUploadAreRefused_data()
    {
        QTest::addColumn<QByteArray>("uploadId");
        QTest::addColumn<QString>("session");
        QTest::addColumn<int>("count");
        QTest::newRow("the store's upload") << QByteArray("v") << u"s"_s << 3;
        QTest::newRow("the platform's session") << QByteArray("u") << u"t"_s << 3;
        QTest::newRow("divided otherwise") << QByteArray("u") << u"s"_s << 4;
    }
    void linksOfAnotherUploadAreRefused()
    {
        QFETCH(const QByteArray, uploadId);
        PartLinks other = three("b", uploadId);
        QFETCH(const QString, session);
        QFETCH(const int, count);
        other.session = session;
        other.count = count;
        const auto source = std::make_shared<ScriptedPartLinks>(three());
        source->next.emplace_back(other);
        PartLinkBook book(source);
        const auto fresh = renew(book);
        QVERIFY(!fresh);
        QCOMPARE(fresh.error().code, Error::Code::SessionLost);
        QCOMPARE(book.linkTo(1), link(1, 70)); // the old ones stay
    }

    void whatIsNoSetOfLinksIsSaidSo_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("number");
        QTest::newRow("no parts") << 0 << 1;
        QTest::newRow("a part zero") << 3 << 0;
        QTest::newRow("more than there are") << 3 << 4;
    }
    void whatIsNoSetOfLinksIsSaidSo()
    {
        QFETCH(const int, count);
        QFETCH(const int, number);
        const auto source = std::make_shared<ScriptedPartLinks>();
        source->next.emplace_back(PartLinks{.session = u"s"_s, .count = count, .links = {{number, link(number, 60)}}});
        PartLinkBook book(source);
        QVERIFY(book.current().isEmpty());
        const auto fresh = renew(book);
        QVERIFY(!fresh);
        QCOMPARE(fresh.error().code, Error::Code::BadAnswer);
    }

    void theMarkTellsNothingSecret()
    {
        const PartLinkBook book(std::make_shared<ScriptedPartLinks>(three("SIGNATURE", "UPLOADID")));
        QCOMPARE(book.mark().size(), 32);
        QVERIFY(QByteArray::fromHex(book.mark()).size() == 16);
    }

    void aFailureIsHandedOn()
    {
        PartLinkBook book(std::make_shared<ScriptedPartLinks>(three()));
        const auto fresh = renew(book);
        QVERIFY(!fresh);
        QCOMPARE(fresh.error().code, Error::Code::LinkExpired);
    }
};

} // namespace longshore

QTEST_GUILESS_MAIN(longshore::TestPartLinkBook)
#include "tst_partlinkbook.moc"
