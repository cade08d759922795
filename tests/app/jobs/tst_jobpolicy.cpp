#include "app/jobs/jobpolicy.h"

#include <QTest>

using namespace longshore;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Code = Error::Code;
using Event = ExportEvent;
using std::chrono::milliseconds;

Q_DECLARE_METATYPE(longshore::Verdict)

class tst_JobPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asking_data();
    void asking();
    void onlyA503MeansThatNobodyTookTheRequest();
    void watching_data();
    void watching();
    void transfer_data();
    void transfer();
    void pollPace_data();
    void pollPace();
    void retryGrowsAndHonoursTheServer();
    void numberedNames_data();
    void numberedNames();
    void againForgetsOnlyANameMadeFromTheClock();
};

void tst_JobPolicy::asking_data()
{
    QTest::addColumn<Code>("code");
    QTest::addColumn<Verdict>("verdict");
    const auto row = [](Code code, Event event, WaitReason wait = WaitReason::None) {
        QTest::newRow(qPrintable(errorCodeName(code))) << code << Verdict{event, wait};
    };
    // A definite no, for now.
    row(Code::ServerBusy, Event::NotNow, WaitReason::Slot);
    row(Code::RateLimited, Event::NotNow, WaitReason::ServerTime);
    row(Code::Offline, Event::NotNow, WaitReason::Network);
    row(Code::HostNotFound, Event::NotNow, WaitReason::Network);
    row(Code::ConnectionRefused, Event::NotNow, WaitReason::Network);
    row(Code::ProxyFailed, Event::NotNow, WaitReason::Network);
    row(Code::Unauthorized, Event::NotNow, WaitReason::Credentials);
    row(Code::SecretMissing, Event::NotNow, WaitReason::Credentials);
    row(Code::KeychainLocked, Event::NotNow, WaitReason::Credentials);
    // A doubt: never asked again by itself.
    row(Code::OutcomeUnknown, Event::AnswerLost);
    row(Code::ConnectionLost, Event::AnswerLost);
    row(Code::Timeout, Event::AnswerLost);
    row(Code::Stalled, Event::AnswerLost);
    row(Code::BadAnswer, Event::AnswerLost);
    // A definite no.
    row(Code::ServerRefused, Event::Refused);
    row(Code::ServerError, Event::Refused);
    row(Code::NotFound, Event::Refused);
    row(Code::ClockSkew, Event::Refused);
    row(Code::TlsUntrusted, Event::Refused);
}

void tst_JobPolicy::asking()
{
    QFETCH(const Code, code);
    QTEST(verdictOnAsking({.code = code}), "verdict");
}

void tst_JobPolicy::onlyA503MeansThatNobodyTookTheRequest()
{
    QCOMPARE(verdictOnAsking({.code = Code::ServerError, .httpStatus = 503}),
             (Verdict{Event::NotNow, WaitReason::ServerTime}));
    for (const int status : {500, 502, 504}) {
        QCOMPARE(verdictOnAsking({.code = Code::ServerError, .httpStatus = status}),
                 (Verdict{Event::Refused, WaitReason::None}));
    }
}

void tst_JobPolicy::watching_data()
{
    QTest::addColumn<Code>("code");
    QTest::addColumn<int>("times");
    QTest::addColumn<Verdict>("verdict");
    const auto waits = [](Code code, int times, WaitReason wait) {
        QTest::addRow("%s %d times", qPrintable(errorCodeName(code)), times)
            << code << times << Verdict{std::nullopt, wait};
    };
    const auto ends = [](Code code, int times, Event event) {
        QTest::addRow("%s %d times ends", qPrintable(errorCodeName(code)), times)
            << code << times << Verdict{event, WaitReason::None};
    };
    for (const int times : {1, 50}) {
        waits(Code::ServerError, times, WaitReason::None);
        waits(Code::BadAnswer, times, WaitReason::None);
        waits(Code::RateLimited, times, WaitReason::ServerTime);
        waits(Code::ConnectionLost, times, WaitReason::Network);
        waits(Code::Timeout, times, WaitReason::Network);
        waits(Code::Offline, times, WaitReason::Network);
        waits(Code::Unauthorized, times, WaitReason::Credentials);
        waits(Code::NoKeychain, times, WaitReason::Credentials);
    }
    waits(Code::NotFound, 1, WaitReason::None);
    waits(Code::NotFound, 2, WaitReason::None);
    ends(Code::NotFound, 3, Event::RetentionEnded);
    ends(Code::RetentionEnded, 1, Event::RetentionEnded);
    ends(Code::ServerJobFailed, 1, Event::ServerFailed);
}

void tst_JobPolicy::watching()
{
    QFETCH(const Code, code);
    QFETCH(const int, times);
    QTEST(verdictOnWatching({.code = code}, times), "verdict");
}

void tst_JobPolicy::transfer_data()
{
    QTest::addColumn<Error>("error");
    QTest::addColumn<int>("times");
    QTest::addColumn<Verdict>("verdict");
    const auto row = [](const char* name, const Error& error, const Verdict& verdict, int times = 1) {
        QTest::newRow(name) << error << times << verdict;
    };
    const auto wait = [](WaitReason reason) { return Verdict{std::nullopt, reason}; };
    const auto end = [](Event event) { return Verdict{event, WaitReason::None}; };
    row("disk full", {.code = Code::DiskFull}, wait(WaitReason::Space));
    row("network", {.code = Code::ConnectionLost}, wait(WaitReason::Network));
    row("link", {.code = Code::LinkExpired}, wait(WaitReason::Link));
    row("link refused", {.code = Code::LinkRefused}, wait(WaitReason::Link));
    row("server", {.code = Code::ServerError}, wait(WaitReason::ServerTime));
    row("key", {.code = Code::Unauthorized}, wait(WaitReason::Credentials));
    row("connection removed", {.code = Code::NotFound, .subject = u"connection"_s}, wait(WaitReason::Credentials));
    row("gone", {.code = Code::NotFound, .subject = u"id"_s}, end(Event::RetentionEnded));
    row("retention", {.code = Code::RetentionEnded}, end(Event::RetentionEnded));
    row("a page", {.code = Code::BadAnswer}, wait(WaitReason::ServerTime));
    row("a page for ever", {.code = Code::BadAnswer}, end(Event::TransferFailed), 5);
    row("a sign-in page", {.code = Code::BadAnswer, .subject = u"html"_s}, wait(WaitReason::Network));
    for (const QString& subject : {u"html"_s, u"redirect"_s, u"ETag"_s}) {
        row(qPrintable(u"a portal for a night: "_s + subject), {.code = Code::BadAnswer, .subject = subject},
            wait(WaitReason::Network), 50);
    }
    row("file", {.code = Code::FileAccess}, end(Event::TransferFailed));
    row("size", {.code = Code::SizeMismatch}, end(Event::TransferFailed));
}

void tst_JobPolicy::transfer()
{
    QFETCH(const Error, error);
    QFETCH(const int, times);
    QTEST(verdictOnTransfer(error, times), "verdict");
}

void tst_JobPolicy::pollPace_data()
{
    QTest::addColumn<milliseconds>("age");
    QTest::addColumn<double>("jitter");
    QTest::addColumn<milliseconds>("delay");
    QTest::newRow("just asked") << milliseconds(0) << 0.0 << milliseconds(10s);
    QTest::newRow("59 s, late") << milliseconds(59s) << 1.0 << milliseconds(11s);
    QTest::newRow("59 s, early") << milliseconds(59s) << -1.0 << milliseconds(9s);
    QTest::newRow("a minute") << milliseconds(1min) << 0.0 << milliseconds(30s);
    QTest::newRow("59 min, late") << milliseconds(59min) << 1.0 << milliseconds(33s);
    QTest::newRow("an hour") << milliseconds(1h) << 0.0 << milliseconds(60s);
    QTest::newRow("two days, early") << milliseconds(48h) << -1.0 << milliseconds(54s);
    QTest::newRow("jitter is bounded") << milliseconds(0) << 7.0 << milliseconds(11s);
}

void tst_JobPolicy::pollPace()
{
    QFETCH(const milliseconds, age);
    QFETCH(const double, jitter);
    QTEST(pollDelay(PollPace{}, age, jitter), "delay");
}

void tst_JobPolicy::retryGrowsAndHonoursTheServer()
{
    const PollPace pace;
    const Error lost{.code = Code::ConnectionLost};
    QCOMPARE(retryDelay(pace, WaitReason::Network, lost, 1), milliseconds(2s));
    QCOMPARE(retryDelay(pace, WaitReason::Network, lost, 3), milliseconds(8s));
    QCOMPARE(retryDelay(pace, WaitReason::Network, lost, 1'000), milliseconds(60s));
    QCOMPARE(retryDelay(pace, WaitReason::None, {.code = Code::ServerError}, 1'000), milliseconds(5min));
    QCOMPARE(retryDelay(pace, WaitReason::ServerTime, {.code = Code::RateLimited, .retryAfter = 40s}, 9),
             milliseconds(40s));
    QCOMPARE(retryDelay(pace, WaitReason::Slot, {.code = Code::ServerBusy}, 1), milliseconds(10s));
}

void tst_JobPolicy::numberedNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("attempt");
    QTest::addColumn<QString>("numbered");
    QTest::newRow("first") << u"a.bacpac"_s << 1 << u"a.bacpac"_s;
    QTest::newRow("second") << u"a.bacpac"_s << 2 << u"a (2).bacpac"_s;
    QTest::newRow("dots") << u"a.b.bacpac"_s << 3 << u"a.b (3).bacpac"_s;
    QTest::newRow("no suffix") << u"a"_s << 2 << u"a (2)"_s;
}

void tst_JobPolicy::numberedNames()
{
    QFETCH(const QString, name);
    QFETCH(const int, attempt);
    QTEST(numberedName(name, attempt), "numbered");
}

void tst_JobPolicy::againForgetsOnlyANameMadeFromTheClock()
{
    JobRecord record;
    record.connectionName = u"Contoso"_s;
    record.createdAt = QDateTime::currentDateTimeUtc();
    record.request.environment = u"Production"_s;
    record.request.fileName = u"contoso-production-cms-20200101-0000.bacpac"_s;
    QCOMPARE(requestAgain(record).fileName, QString());
    record.request.fileName = u"for-anna.bacpac"_s;
    QCOMPARE(requestAgain(record).fileName, u"for-anna.bacpac"_s);
}

QTEST_GUILESS_MAIN(tst_JobPolicy)
#include "tst_jobpolicy.moc"
