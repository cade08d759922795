#include "app/transfers/linkkeeper.h"
#include "tests/support/fakeclock.h"
#include "tests/support/scriptedlinks.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace longshore {

namespace {

/// A link that ends so long after the fake clock's beginning.
SignedUrl linkEnding(std::chrono::seconds after, const QByteArray& mark = "a")
{
    const QDateTime end = FakeClock().nowUtc().addSecs(after.count());
    return *SignedUrl::parse("https://store.example/b?se=" + end.toString(Qt::ISODate).toLatin1() + "&sig=" + mark);
}

/// A keeper whose link of an hour has less left than is waited for, and a provider that answers so when it is asked.
struct NearItsEnd
{
    explicit NearItsEnd(const std::deque<Result<SignedUrl>>& answers)
    {
        source->next = answers;
        clock.advance(56min);
    }
    /// Comes back when the keeper has settled, whether it asked the provider or not.
    void ask()
    {
        ++calls;
        keeper.ask();
        QTRY_COMPARE_WITH_TIMEOUT(settled.size(), calls, 30000);
    }

    FakeClock clock;
    std::shared_ptr<ScriptedLinks> source = std::make_shared<ScriptedLinks>(linkEnding(1h));
    LinkKeeper keeper{source, clock, nullptr};
    QSignalSpy settled{&keeper, &LinkKeeper::settled};
    int calls = 0;
};

} // namespace

class TestLinkKeeper final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsWhenALinkRunsOut_data()
    {
        QTest::addColumn<int>("life");
        QTest::addColumn<int>("left");
        QTest::addColumn<bool>("expected");
        QTest::newRow("fresh") << 86400 << 86000 << false;
        QTest::newRow("a day, 11 % left") << 86400 << 9600 << false;
        QTest::newRow("a day, 9 % left") << 86400 << 7900 << true;
        QTest::newRow("40 minutes, 4:50 left") << 2400 << 290 << true;
        QTest::newRow("40 minutes, 6 left") << 2400 << 360 << false;
        QTest::newRow("short life, 4 minutes left") << 600 << 240 << false;
        QTest::newRow("short life, 9 % left") << 600 << 54 << true;
        QTest::newRow("ended") << 600 << -1 << true;
    }
    void knowsWhenALinkRunsOut()
    {
        QFETCH(const int, life);
        QFETCH(const int, left);
        QFETCH(const bool, expected);
        const QDateTime obtained = FakeClock().nowUtc();
        const QDateTime expires = obtained.addSecs(life);
        QCOMPARE(runsOut(expires.addSecs(-left), obtained, expires), expected);
    }

    void asksForTheFirstLink()
    {
        const FakeClock clock;
        const auto source = std::make_shared<ScriptedLinks>();
        source->next = {linkEnding(1h)};
        LinkKeeper keeper(source, clock, this);
        QSignalSpy settled(&keeper, &LinkKeeper::settled);
        keeper.ask();
        QTRY_COMPARE_WITH_TIMEOUT(settled.size(), 1, 30000);
        QCOMPARE(keeper.current(), linkEnding(1h));
        QCOMPARE(keeper.renewals(), 0);
    }

    void manyPartsAskTheProviderOnce()
    {
        const FakeClock clock;
        const auto source = std::make_shared<ScriptedLinks>(linkEnding(1h, "old"));
        source->next = {linkEnding(2h, "new"), linkEnding(3h, "never")};
        LinkKeeper keeper(source, clock, this);
        QSignalSpy settled(&keeper, &LinkKeeper::settled);
        const SignedUrl old = keeper.current();
        keeper.refused(old);
        keeper.refused(old);
        QTRY_VERIFY_WITH_TIMEOUT(!settled.isEmpty(), 30000);
        keeper.refused(old); // late, of a part that still used the old one
        QTRY_COMPARE_WITH_TIMEOUT(settled.size(), 2, 30000);
        QCOMPARE(source->asked, 1);
        QCOMPARE(keeper.current(), linkEnding(2h, "new"));
        QCOMPARE(keeper.renewals(), 1);
    }

    void renewsAheadOfTime()
    {
        FakeClock clock;
        const auto source = std::make_shared<ScriptedLinks>(linkEnding(1h));
        source->next = {linkEnding(2h, "new")};
        LinkKeeper keeper(source, clock, this);
        clock.advance(55min + 30s);
        QSignalSpy settled(&keeper, &LinkKeeper::settled);
        keeper.ask();
        QTRY_COMPARE_WITH_TIMEOUT(settled.size(), 1, 30000);
        QCOMPARE(keeper.current(), linkEnding(2h, "new"));
    }

    void usesTheOldLinkWhenRenewingAheadFails()
    {
        NearItsEnd near({fail(Error::Code::Offline)});
        near.ask();
        QCOMPARE(near.keeper.current(), linkEnding(1h));
    }

    void asksAgainAheadOfTimeWhenTheNetworkWasAwayForAMoment()
    {
        NearItsEnd near({fail(Error::Code::Offline), linkEnding(2h, "new")});
        near.ask();
        near.ask(); // in the same moment
        QCOMPARE(near.source->asked, 1);
        near.clock.advance(30s);
        near.ask();
        QCOMPARE(near.keeper.current(), linkEnding(2h, "new"));
    }

    void waitsAsLongAsTheProviderAsksBeforeAskingAheadAgain()
    {
        NearItsEnd near({fail(Error{.code = Error::Code::RateLimited, .retryAfter = 90s}), linkEnding(2h, "new")});
        near.ask();
        near.clock.advance(89s);
        near.ask();
        QCOMPARE(near.source->asked, 1);
        near.clock.advance(1s);
        near.ask();
        QCOMPARE(near.keeper.current(), linkEnding(2h, "new"));
    }

    void aLinkThatCannotBeHadIsNotAskedForTwiceAheadOfTime()
    {
        NearItsEnd near({fail(Error::Code::RetentionEnded)});
        near.ask();
        near.clock.advance(1min);
        near.ask();
        QCOMPARE(near.source->asked, 1);
    }

    void doesNotAskAgainWhenTheProviderHasNoOther()
    {
        FakeClock clock;
        const auto source = std::make_shared<ScriptedLinks>(linkEnding(1h));
        source->next = {linkEnding(1h), linkEnding(1h)};
        LinkKeeper keeper(source, clock, this);
        clock.advance(56min);
        QSignalSpy settled(&keeper, &LinkKeeper::settled);
        keeper.ask();
        QTRY_COMPARE_WITH_TIMEOUT(settled.size(), 1, 30000);
        keeper.ask();
        QTRY_COMPARE_WITH_TIMEOUT(settled.size(), 2, 30000);
        QCOMPARE(source->asked, 1);
    }

    void aRefusalThatCannotBeHealedIsToldToWhoWaits()
    {
        const FakeClock clock;
        const auto source = std::make_shared<ScriptedLinks>(linkEnding(1h));
        source->next = {fail(Error::Code::RetentionEnded)};
        LinkKeeper keeper(source, clock, this);
        QSignalSpy failed(&keeper, &LinkKeeper::failed);
        keeper.refused(keeper.current());
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 30000);
        QCOMPARE(failed.first().first().value<Error>().code, Error::Code::RetentionEnded);
    }
};

} // namespace longshore

QTEST_GUILESS_MAIN(longshore::TestLinkKeeper)
#include "tst_linkkeeper.moc"
