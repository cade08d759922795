#include "app/net/curlreceiver.h"
#include "app/net/curlworker.h"
#include "app/transfers/partmover.h"

#include <QTest>

namespace longshore {

namespace {

/// Keeps what is left for it.
class ShelfPump final : public HttpPump
{
public:
    Id submit(HttpRequest /*request*/, Done done) override
    {
        answers.push_back(std::move(done));
        return answers.size();
    }
    void cancel(Id id) override { cancelled.push_back(id); }
    void call(std::function<void()> call) override { calls.push_back(std::move(call)); }
    void callAfter(std::chrono::milliseconds /*wait*/, std::function<void()> /*call*/) override { ++later; }
    void run()
    {
        while (!calls.empty()) {
            const auto call = std::move(calls.front());
            calls.erase(calls.begin());
            call();
        }
    }

    std::vector<Done> answers;
    std::vector<Id> cancelled;
    std::vector<std::function<void()>> calls;
    int later = 0;
};

/// Three parts; a new start is told whenever the test likes.
class ThreeParts final : public PartWork
{
public:
    std::optional<int> take() override { return next < 3 ? std::optional(next++) : std::nullopt; }
    void putBack(int /*part*/) override { }
    Result<HttpRequest> request(int /*part*/, const SignedUrl& link) override
    {
        HttpRequest get;
        get.url = link;
        return get;
    }
    PartAnswer judge(int /*part*/, const Result<HttpResponse>& answer) override
    {
        return answer ? PartAnswer{} : PartAnswer{PartAnswer::Meaning::StartOver, answer.error()};
    }
    void abandon(int part) override { abandoned.push_back(part); }
    bool isComplete() const override { return false; }
    void startOver(std::function<void(const Result<void>&)> then) override { restarted = std::move(then); }
    qint64 movedOf(int /*part*/) const override { return 0; }
    qint64 lengthOf(int /*part*/) const override { return 1; }
    qint64 bytesMoved() const override { return 0; }

    int next = 0;
    std::vector<int> abandoned;
    std::function<void(const Result<void>&)> restarted;
};

class SilentReceiver final : public CurlReceiver
{
public:
    void putProgress(const Progress& /*progress*/) override { ++told; }
    void putResult(Result<HttpResponse> /*result*/) override { ++told; }
    int told = 0;
};

} // namespace

/// Who may call whom when a transfer ends.
class TestPartMover final : public QObject
{
    Q_OBJECT

    static SignedUrl link() { return *SignedUrl::parse("http://127.0.0.1:1/b?sig=a"); }

private Q_SLOTS:
    void closingGivesUpWhatRuns()
    {
        ShelfPump pump;
        const auto work = std::make_shared<ThreeParts>();
        const auto mover = std::make_shared<PartMover>(pump, work, std::make_shared<StreamBudget>(),
                                                       PartMover::Settings{}, PartMover::Listener{});
        mover->useLink(link());
        pump.run();
        QCOMPARE(pump.answers.size(), std::size_t(3));
        bool closed = false;
        mover->close([&closed] { closed = true; });
        QVERIFY(!closed);
        pump.run();
        QVERIFY(closed);
        QCOMPARE(pump.cancelled.size(), std::size_t(3));
        QCOMPARE(work->abandoned, (std::vector<int>{0, 1, 2}));
    }

    /// The hasher, the storage and a new start have threads of their own and may come a moment too late.
    void whoComesAfterTheCloseDoesNotReachThePump()
    {
        auto pump = std::make_unique<ShelfPump>();
        const auto work = std::make_shared<ThreeParts>();
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
        const int later = pump->later;
        mover->look();
        mover->useLink(link());
        mover->failLink({.code = Error::Code::ConnectionLost});
        work->restarted({});
        QCOMPARE(pump->calls.size(), left);
        QCOMPARE(pump->later, later);
        pump->run();
        pump.reset();
        mover->look();
        work->restarted({});
        work->restarted = {};
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
