#include "app/net/curlreceiver.h"
#include "app/net/curlworker.h"
#include "app/transfers/partmover.h"

#include <QTest>
#include <algorithm>
#include <map>
#include <set>

using namespace std::chrono_literals;

namespace longshore {

namespace {

/// Keeps what is left for it, in a time of its own.
class ShelfPump final : public HttpPump
{
public:
    using Moment = PartMover::Moment;

    Id submit(HttpRequest /*request*/, Done done) override
    {
        answers.push_back(std::move(done));
        return answers.size();
    }
    void cancel(Id id) override
    {
        answers.at(id - 1) = {};
        cancelled.push_back(id);
    }
    void call(std::function<void()> call) override { calls.push_back(std::move(call)); }
    void callAfter(std::chrono::milliseconds wait, std::function<void()> call) override
    {
        later.emplace(now + wait, std::move(call));
    }
    void run()
    {
        while (!calls.empty()) {
            const auto call = std::move(calls.front());
            calls.erase(calls.begin());
            call();
        }
    }
    void answer(std::size_t request, const Result<HttpResponse>& said)
    {
        std::exchange(answers.at(request), {})(said);
        run();
    }
    /// Awake, and with everything that is due meanwhile.
    void pass(std::chrono::milliseconds time)
    {
        const Moment end = now + time;
        while (!later.empty() && later.begin()->first <= end) {
            goTo(std::max(now, later.begin()->first));
            const auto call = std::move(later.extract(later.begin()).mapped());
            call();
            run();
        }
        goTo(end);
    }
    void goTo(Moment moment)
    {
        sinceBoot += moment - now;
        now = moment;
    }
    [[nodiscard]] MoverClocks clocks()
    {
        return {.steady = [this] { return now; }, .always = [this] { return sinceBoot; }};
    }

    std::vector<Done> answers; ///< by request; empty: answered or given up
    std::vector<Id> cancelled;
    std::vector<std::function<void()>> calls;
    std::multimap<Moment, std::function<void()>> later;
    Moment now{1h};
    std::chrono::nanoseconds sinceBoot{1h};
};

/// A new start is told whenever the test likes.
class SomeParts final : public PartWork
{
public:
    explicit SomeParts(int parts = 3) : count(parts) { }
    std::optional<int> take() override
    {
        if (!returned.empty()) {
            return returned.extract(returned.begin()).value();
        }
        return next < count ? std::optional(next++) : std::nullopt;
    }
    void putBack(int part) override { returned.insert(part); }
    Result<HttpRequest> request(int /*part*/, const SignedUrl& link) override
    {
        HttpRequest get;
        get.url = link;
        return get;
    }
    PartAnswer judge(int part, const Result<HttpResponse>& answer) override
    {
        using Meaning = PartAnswer::Meaning;
        if (answer) {
            moved.insert(part);
            return {};
        }
        const Error& error = answer.error();
        return {.meaning = error.code == Error::Code::ObjectChanged ? Meaning::StartOver
                           : error.code == Error::Code::LinkExpired ? Meaning::AskLink
                                                                    : Meaning::Again,
                .error = error,
                .busy = error.httpStatus == 503};
    }
    void abandon(int part) override
    {
        abandoned.push_back(part);
        putBack(part);
    }
    bool isComplete() const override { return static_cast<int>(moved.size()) == count; }
    void startOver(std::function<void(const Result<void>&)> then) override
    {
        ++starts;
        next = 0;
        returned.clear();
        restarted = std::move(then);
    }
    qint64 movedOf(int /*part*/) const override { return 0; }
    qint64 lengthOf(int /*part*/) const override { return 1; }
    qint64 bytesMoved() const override { return 0; }

    const int count;
    int next = 0;
    int starts = 0; ///< new ones
    std::set<int> returned;
    std::set<int> moved;
    std::vector<int> abandoned;
    std::function<void(const Result<void>&)> restarted;
};

SignedUrl link(const QByteArray& signature = "a")
{
    return *SignedUrl::parse("http://127.0.0.1:1/b?sig=" + signature);
}

Error busy(std::chrono::seconds retryAfter = {})
{
    return {.code = Error::Code::ServerBusy, .httpStatus = 503, .retryable = true, .retryAfter = retryAfter};
}

/// A mover that has its link, and what it tells.
struct Moving
{
    explicit Moving(ShelfPump& pump, int parts, int weight = 2,
                    std::shared_ptr<StreamBudget> budget = std::make_shared<StreamBudget>())
        : work(std::make_shared<SomeParts>(parts)),
          mover(std::make_shared<PartMover>(
              pump, work, std::move(budget),
              PartMover::Settings{.streams = 16,
                                  .weight = weight,
                                  .backoff = Backoff({.first = 1s, .longest = 60s, .tries = 10}),
                                  .clocks = pump.clocks()},
              PartMover::Listener{.ended = [this](const Result<void>& outcome) { ended = outcome; },
                                  .linkRefused = [this](const SignedUrl&, const Error&) { ++refusals; },
                                  .retried = [this](const Error& error) { retried.push_back(error); }}))
    {
        mover->useLink(link());
        pump.run();
    }
    Moving(const Moving&) = delete;
    Moving& operator=(const Moving&) = delete;

    std::shared_ptr<SomeParts> work;
    std::shared_ptr<PartMover> mover;
    std::optional<Result<void>> ended;
    int refusals = 0;
    std::vector<Error> retried;
};

class SilentReceiver final : public CurlReceiver
{
public:
    void putProgress(const Progress& /*progress*/) override { ++told; }
    void putResult(Result<HttpResponse> /*result*/) override { ++told; }
    int told = 0;
};

} // namespace

/// When parts are sent, given up and tried again, and who may call whom when a transfer ends.
class TestPartMover final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void closingGivesUpWhatRuns()
    {
        ShelfPump pump;
        const auto work = std::make_shared<SomeParts>();
        const auto mover = std::make_shared<PartMover>(pump, work, std::make_shared<StreamBudget>(),
                                                       PartMover::Settings{}, PartMover::Listener{});
        mover->useLink(link());
        pump.run();
        QCOMPARE(pump.answers.size(), 3U);
        bool closed = false;
        mover->close([&closed] { closed = true; });
        QVERIFY(!closed);
        pump.run();
        QVERIFY(closed);
        QCOMPARE(pump.cancelled.size(), 3U);
        QCOMPARE(work->abandoned, (std::vector<int>{0, 1, 2}));
    }

    /// The hasher, the storage and a new start have threads of their own and may come a moment too late.
    void whoComesAfterTheCloseDoesNotReachThePump()
    {
        auto pump = std::make_unique<ShelfPump>();
        const auto work = std::make_shared<SomeParts>();
        const auto mover = std::make_shared<PartMover>(
            *pump, work, std::make_shared<StreamBudget>(), PartMover::Settings{},
            PartMover::Listener{.ended = {}, .linkRefused = {}, .retried = [](const Error&) {}});
        mover->useLink(link());
        pump->run();
        pump->answers.front()(fail(Error::Code::ObjectChanged));
        pump->run();
        QVERIFY(work->restarted);
        mover->close();
        const std::size_t left = pump->calls.size();
        const std::size_t later = pump->later.size();
        mover->look();
        mover->useLink(link());
        mover->failLink({.code = Error::Code::ConnectionLost});
        work->restarted({});
        QCOMPARE(pump->calls.size(), left);
        QCOMPARE(pump->later.size(), later);
        pump->run();
        pump.reset();
        mover->look();
        work->restarted({});
        work->restarted = {};
    }

    void theLongestWaitThatABusyStoreAskedForCountsForAllParts()
    {
        ShelfPump pump;
        const Moving moving(pump, 9);
        QCOMPARE(pump.answers.size(), 4U);
        pump.answer(0, fail(busy(30s)));
        pump.answer(1, fail(busy())); // of the same moment, by another front end
        pump.pass(29s);
        QCOMPARE(pump.answers.size(), 4U);
        pump.pass(2s);
        QVERIFY(pump.answers.size() > 4);
    }

    void aStoreThatAsksForHoursIsWaitedForWhereItIsSeen()
    {
        ShelfPump pump;
        const Moving moving(pump, 9);
        pump.answer(0, fail(busy(3h)));
        QVERIFY(moving.ended);
        QVERIFY(!*moving.ended);
        QCOMPARE(moving.ended->error(), busy(3h));
    }

    void aBusyStoreGetsFewerRequestsAtATime()
    {
        ShelfPump pump;
        const Moving moving(pump, 9);
        QCOMPARE(moving.mover->streams(), 4);
        pump.answer(0, fail(busy()));
        QCOMPARE(moving.mover->streams(), 3);
        QCOMPARE(moving.mover->partsInFlight(), 3);
    }

    void aPartThatHadItsLinkRefusedKeepsAllItsTries()
    {
        ShelfPump pump;
        const Moving moving(pump, 1);
        pump.answer(0, fail(Error::Code::LinkExpired));
        QCOMPARE(moving.refusals, 1);
        moving.mover->useLink(link("fresh"));
        pump.run();
        for (std::size_t failure = 1; failure <= 8; ++failure) {
            QCOMPARE(pump.answers.size(), failure + 1);
            pump.answer(failure, fail(Error::Code::ServerError));
            pump.pass(2min);
        }
        QVERIFY(!moving.ended);
        pump.answer(9, HttpResponse{});
        QVERIFY(moving.ended && *moving.ended);
    }

    void aNewStartComesAtOnceButNotOneAfterTheOther()
    {
        ShelfPump pump;
        const Moving moving(pump, 1);
        pump.answer(0, fail(Error::Code::ObjectChanged));
        QCOMPARE(moving.work->starts, 1);
        moving.work->restarted({});
        pump.run();
        pump.answer(1, fail(Error::Code::ObjectChanged));
        QCOMPARE(moving.work->starts, 1);
        pump.pass(1min);
        QCOMPARE(moving.work->starts, 2);
    }

    void aTransferThatEndedIsNotKeptAliveByItsWaits()
    {
        ShelfPump pump;
        std::weak_ptr<SomeParts> work;
        {
            const Moving moving(pump, 9);
            work = moving.work;
            pump.answer(0, fail(busy(100s)));
            moving.mover->close();
            pump.run();
        }
        QVERIFY(!pump.later.empty());
        QVERIFY(work.expired());
        pump.pass(2min);
    }

    void afterASleepEveryRequestIsMadeAnew()
    {
        ShelfPump pump;
        const Moving moving(pump, 9);
        pump.pass(1s);
        QVERIFY(pump.cancelled.empty());
        pump.sinceBoot += 60s;
        pump.pass(50ms);
        QCOMPARE(pump.cancelled, (std::vector<HttpPump::Id>{1, 2, 3, 4}));
        QCOMPARE(pump.answers.size(), 8U);
        QCOMPARE(moving.mover->partsInFlight(), 4);
        QCOMPARE(moving.mover->retries(), 4);
        QCOMPARE(moving.retried.size(), 4U);
        QCOMPARE(moving.retried.front().subject, QStringLiteral("127.0.0.1"));
    }

    void aMachineThatWasBusyForAMinuteDidNotSleep()
    {
        ShelfPump pump;
        const Moving moving(pump, 9);
        pump.pass(1s);
        pump.goTo(pump.now + 60s);
        pump.pass(50ms);
        QVERIFY(pump.cancelled.empty());
    }

    void transfersShareTheConnectionsByTheirPriority()
    {
        ShelfPump pump;
        const auto budget = std::make_shared<StreamBudget>(5);
        const Moving high(pump, 20, 4, budget);
        QCOMPARE(high.mover->partsInFlight(), 4); // as many as a transfer begins with
        const Moving low(pump, 20, 1, budget);
        QCOMPARE(low.mover->partsInFlight(), 1);
        high.mover->setWeight(1);
        low.mover->setWeight(4);
        pump.pass(50ms);
        QCOMPARE(low.mover->partsInFlight(), 4);
        for (std::size_t request = 0; request < 4; ++request) {
            pump.answer(request, HttpResponse{});
        }
        QCOMPARE(high.mover->partsInFlight(), 1);
    }

    void aTransferThatWaitsForItsLinkLeavesItsConnectionsToTheOthers()
    {
        ShelfPump pump;
        const auto budget = std::make_shared<StreamBudget>(16);
        const auto other = budget->join(2);
        const Moving moving(pump, 3, 2, budget);
        QCOMPARE(budget->shareOf(other), 13);
        for (std::size_t request = 0; request < 3; ++request) {
            pump.answer(request, fail(Error::Code::LinkExpired));
        }
        QCOMPARE(budget->shareOf(other), 16);
        moving.mover->useLink(link("fresh"));
        pump.run();
        QCOMPARE(moving.mover->partsInFlight(), 3);
        QCOMPARE(budget->shareOf(other), 13);
    }

    /// The mover submits with its lock held, which an answer wants as well.
    void aThreadThatEndedDoesNotAnswerFromInsideSubmit()
    {
        CurlWorker worker({});
        worker.shutDown();
        const auto receiver = std::make_shared<SilentReceiver>();
        HttpRequest request;
        request.url = link();
        QCOMPARE(worker.submit(request, receiver), quint64(0));
        QCOMPARE(receiver->told, 0);
    }
};

} // namespace longshore

QTEST_GUILESS_MAIN(longshore::TestPartMover)
#include "tst_partmover.moc"
