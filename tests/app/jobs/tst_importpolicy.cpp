#include "app/jobs/importpolicy.h"

#include <QTest>

using namespace longshore;
using namespace Qt::StringLiterals;
using Code = Error::Code;
using Event = ImportEvent;

Q_DECLARE_METATYPE(longshore::ImportVerdict)

namespace {

const QDateTime askedAt = QDateTime::fromString(u"2026-01-12T14:00:00Z"_s, Qt::ISODate);

ImportStatus deployment(const QString& id, const QStringList& packages, int minutesAfter = 0,
                        const QString& environment = u"Integration"_s)
{
    ImportStatus status;
    status.id = id;
    status.packages = packages;
    status.targetEnvironment = environment;
    status.startedAt = askedAt.addSecs(60 * minutesAfter);
    return status;
}

LostStart lost()
{
    LostStart start;
    start.packageName = u"contoso.cms.sqldb.1.bacpac"_s;
    start.environment = u"Integration"_s;
    start.askedAt = askedAt;
    start.otherIds = {u"known"_s};
    return start;
}

ImportVerdict wait(WaitReason reason)
{
    return {std::nullopt, reason};
}

ImportVerdict end(Event event)
{
    return {event, WaitReason::None};
}

} // namespace

class tst_ImportPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsALostStart_data();
    void findsALostStart();
    void deploying_data();
    void deploying();
    void uploading_data();
    void uploading();
    void watching();
};

void tst_ImportPolicy::findsALostStart_data()
{
    using Verdict = FoundStart::Verdict;
    QTest::addColumn<QList<ImportStatus>>("list");
    QTest::addColumn<int>("verdict");
    QTest::addColumn<QString>("id");
    const auto row = [](const char* name, const QList<ImportStatus>& list, Verdict verdict, const QString& id = {}) {
        QTest::newRow(name) << list << static_cast<int>(verdict) << id;
    };
    const QStringList ours{u"Contoso.cms.sqldb.1.bacpac"_s};
    const QStringList others{u"contoso.cms.sqldb.2.bacpac"_s};
    row("nothing there", {}, Verdict::Absent);
    row("there", {deployment(u"a"_s, others), deployment(u"b"_s, ours)}, Verdict::Found, u"b"_s);
    row("there, in the other spelling", {deployment(u"b"_s, ours, 0, u"integration"_s)}, Verdict::Found, u"b"_s);
    row("there, with its target untold", {deployment(u"b"_s, ours, 0, {})}, Verdict::Found, u"b"_s);
    row("into another environment", {deployment(u"b"_s, ours, 0, u"ADE1"_s)}, Verdict::Absent);
    row("only others", {deployment(u"a"_s, others)}, Verdict::Absent);
    row("one that tells nothing", {deployment(u"a"_s, {}, 0, {})}, Verdict::Unsure);
    row("one that tells nothing, of long before", {deployment(u"a"_s, {}, -60, {})}, Verdict::Absent);
    row("one that tells nothing, of another job", {deployment(u"KNOWN"_s, {}, 0, {})}, Verdict::Absent);
    QList<ImportStatus> full;
    for (int i = 0; i < 10; ++i) {
        full.append(deployment(u"x"_s + QString::number(i), others, 10 - i));
    }
    row("a full list of newer ones", full, Verdict::Unsure);
    full.last().startedAt = askedAt.addSecs(-3600);
    row("a full list that reaches back", full, Verdict::Absent);
}

void tst_ImportPolicy::findsALostStart()
{
    QFETCH(const QList<ImportStatus>, list);
    QFETCH(const int, verdict);
    QFETCH(const QString, id);
    const FoundStart found = findStart(list, lost());
    QCOMPARE(static_cast<int>(found.verdict), verdict);
    QCOMPARE(found.id, id);
}

void tst_ImportPolicy::deploying_data()
{
    QTest::addColumn<Error>("error");
    QTest::addColumn<ImportVerdict>("verdict");
    const auto row = [](const char* name, const Error& error, const ImportVerdict& verdict) {
        QTest::newRow(name) << error << verdict;
    };
    row("too large for a request", {.code = Code::TooLarge, .httpStatus = 413}, {Event::Refused, WaitReason::None});
    row("too large an answer", {.code = Code::TooLarge}, {Event::AnswerLost, WaitReason::None});
    row("busy", {.code = Code::ServerBusy}, {Event::NotNow, WaitReason::Slot});
    row("offline", {.code = Code::Offline}, {Event::NotNow, WaitReason::Network});
    row("locked keychain", {.code = Code::KeychainLocked}, {Event::NotNow, WaitReason::Credentials});
    row("503", {.code = Code::ServerError, .httpStatus = 503}, {Event::NotNow, WaitReason::ServerTime});
    row("500: it may have been started, and there is a list", {.code = Code::ServerError, .httpStatus = 500},
        end(Event::AnswerLost));
    row("lost", {.code = Code::OutcomeUnknown}, end(Event::AnswerLost));
    row("refused", {.code = Code::ServerRefused}, end(Event::Refused));
}

void tst_ImportPolicy::deploying()
{
    QFETCH(const Error, error);
    QFETCH(const ImportVerdict, verdict);
    QCOMPARE(verdictOnDeploying(error), verdict);
}

void tst_ImportPolicy::uploading_data()
{
    QTest::addColumn<Error>("error");
    QTest::addColumn<int>("times");
    QTest::addColumn<ImportVerdict>("verdict");
    const auto row = [](const char* name, const Error& error, const ImportVerdict& verdict, int times = 1) {
        QTest::newRow(name) << error << times << verdict;
    };
    row("file changed", {.code = Code::SourceChanged, .subject = u"/f"_s}, end(Event::FileRefused));
    row("file gone", {.code = Code::NotFound, .subject = u"/f"_s}, end(Event::FileRefused));
    row("file unreadable", {.code = Code::FileAccess, .subject = u"/f"_s}, end(Event::FileRefused));
    row("connection removed", {.code = Code::NotFound, .subject = u"connection"_s}, wait(WaitReason::Credentials));
    row("container gone", {.code = Code::NotFound}, wait(WaitReason::Link));
    row("container gone for good", {.code = Code::NotFound}, end(Event::UploadFailed), 5);
    row("link ended", {.code = Code::LinkExpired}, wait(WaitReason::Link));
    row("network", {.code = Code::ConnectionLost}, wait(WaitReason::Network));
    row("server busy", {.code = Code::ServerError, .httpStatus = 503}, wait(WaitReason::ServerTime));
    row("too large", {.code = Code::TooLarge}, end(Event::UploadFailed));
}

void tst_ImportPolicy::uploading()
{
    QFETCH(const Error, error);
    QFETCH(const int, times);
    QFETCH(const ImportVerdict, verdict);
    QCOMPARE(verdictOnUpload(error, u"/f"_s, times), verdict);
}

void tst_ImportPolicy::watching()
{
    QCOMPARE(verdictOnDeployment({.code = Code::NotFound}, 1), wait(WaitReason::None));
    QCOMPARE(verdictOnDeployment({.code = Code::NotFound}, 3), end(Event::ServerForgot));
    QCOMPARE(verdictOnDeployment({.code = Code::Offline}, 9), wait(WaitReason::Network));
    QVERIFY(isNameTaken({.code = Code::LeaseHeld}));
    QVERIFY(isNameTaken({.code = Code::FileExists}));
}

QTEST_GUILESS_MAIN(tst_ImportPolicy)
#include "tst_importpolicy.moc"
