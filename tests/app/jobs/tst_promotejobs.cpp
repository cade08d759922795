#include "tests/app/jobs/vectordesk.h"

using namespace longshore;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 90'000;

QString whyOf(const JobRecord& record)
{
    return record.error ? errorCodeName(record.error->code) + u": "_s + record.error->detail : stepName(record.step);
}

/// The site's development container into staging, by the platform itself.
ImportRequest promotion(const VectorDesk& desk, ImportRequest::Backup backup = ImportRequest::Backup::None)
{
    ImportRequest request;
    request.connectionId = u"site"_s;
    request.environment = u"staging"_s;
    request.database = Database::MySql;
    request.way = ImportWay::Promote;
    request.source = CopySource{.connectionId = u"site"_s, .environment = u"development"_s};
    request.backup = backup;
    request.backupFolder = desk.outFolder();
    return request;
}

QString phrase(const VectorDesk& desk)
{
    return desk.site.name + u"/staging"_s;
}

} // namespace

/// What the platform does without a file of ours, over real HTTP.
class tst_PromoteJobs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void promotesAndRestores();
    void aLostAnswerIsAPersonsToDecide();
    void killedWhileItAskedItDoesNotAskAgain();
    void killedAtAnyChangeItGoesOn_data();
    void killedAtAnyChangeItGoesOn();
    void aFileIsRefusedWhereOnlyAPromotionGoes();
    void whatTheTargetHoldsIsKnownFromTheLastFile();
};

void tst_PromoteJobs::promotesAndRestores()
{
    VectorDesk desk(VectorDialect::G2);
    VectorRun run(desk);
    QVERIFY(run.open());
    const auto id = run.file(promotion(desk, ImportRequest::Backup::First), phrase(desk));
    QVERIFY(id);
    QTRY_VERIFY_WITH_TIMEOUT(isFinal(run.step(*id)), Patience);
    const JobRecord record = run.record(*id);
    QVERIFY2(record.step == JobStep::Done, qPrintable(whyOf(record)));
    QCOMPARE(stepsOf(record), (QList{JobStep::Queued, JobStep::BackingUp, JobStep::Starting, JobStep::Asking,
                                     JobStep::ServerWorking, JobStep::Done}));
    QVERIFY(!record.serverId.isEmpty());
    // The undo file is here, and the service's own backup is known.
    QVERIFY(run.library.entry(record.backupLibraryId));
    QVERIFY2(record.backupServerId.startsWith(u"backup:"_s), qPrintable(record.backupServerId));

    ImportRequest undo = promotion(desk);
    undo.way = ImportWay::Restore;
    undo.source.reset();
    undo.restores = record.backupServerId;
    undo.undoes = *id;
    const auto undone = run.file(undo, phrase(desk));
    QVERIFY(undone);
    QTRY_VERIFY_WITH_TIMEOUT(isFinal(run.step(*undone)), Patience);
    QVERIFY2(run.step(*undone) == JobStep::Done, qPrintable(whyOf(run.record(*undone))));
    QVERIFY(run.record(*undone).serverId != record.serverId);
}

void tst_PromoteJobs::aLostAnswerIsAPersonsToDecide()
{
    VectorDesk desk(VectorDialect::G2, {{u"lost-answer"_s, u"1"_s}});
    VectorRun run(desk);
    QVERIFY(run.open());
    const auto id = run.file(promotion(desk), phrase(desk));
    QVERIFY(id);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(*id), JobStep::Unknown, Patience);
    QTRY_VERIFY_WITH_TIMEOUT(!run.record(*id).nextCheckAt.isValid(), Patience);
    QCOMPARE(verbsFor(run.record(*id)), (QList{JobVerb::Adopt, JobVerb::Retry, JobVerb::Forget}));
    // The one that was lost may still run: the service then refuses, and a person tries again.
    run.jobs.act(*id, JobVerb::Retry);
    QTRY_VERIFY_WITH_TIMEOUT(isFinal(run.step(*id)), Patience);
    QVERIFY2(run.step(*id) == JobStep::Done, qPrintable(whyOf(run.record(*id))));
}

void tst_PromoteJobs::killedWhileItAskedItDoesNotAskAgain()
{
    VectorDesk desk(VectorDialect::G2);
    auto run = std::make_unique<VectorRun>(desk);
    QVERIFY(run->open());
    QObject::connect(&run->jobs, &Jobs::jobChanged, &run->jobs, [&run](const JobRecord& record) {
        if (record.step == JobStep::Asking) {
            QMetaObject::invokeMethod(
                qApp, [&run] { run.reset(); }, Qt::QueuedConnection);
        }
    });
    {
        QObject owner;
        auto* filed = run->jobs.startImport(promotion(desk), phrase(desk), &owner);
        filed->start();
        QTRY_VERIFY_WITH_TIMEOUT(run == nullptr, Patience);
    }
    run = std::make_unique<VectorRun>(desk);
    QVERIFY(run->open());
    const QString id = run->import();
    QTRY_COMPARE_WITH_TIMEOUT(run->step(id), JobStep::Unknown, Patience);
    QVERIFY(run->record(id).serverId.isEmpty());
    run->jobs.act(id, JobVerb::Forget);
    QTRY_COMPARE_WITH_TIMEOUT(run->step(id), JobStep::Forgotten, Patience);
}

void tst_PromoteJobs::killedAtAnyChangeItGoesOn_data()
{
    QTest::addColumn<int>("change");
    for (const int change : {1, 2, 3, 5, 6, 8}) {
        QTest::addRow("change %d", change) << change;
    }
}

void tst_PromoteJobs::killedAtAnyChangeItGoesOn()
{
    QFETCH(const int, change);
    VectorDesk desk(VectorDialect::G2);
    auto run = std::make_unique<VectorRun>(desk);
    QVERIFY(run->open());
    const auto left = std::make_shared<int>(change);
    QObject::connect(&run->jobs, &Jobs::jobChanged, &run->jobs, [&run, left] {
        if (--*left == 0) {
            QMetaObject::invokeMethod(
                qApp, [&run] { run.reset(); }, Qt::QueuedConnection);
        }
    });
    {
        QObject owner;
        auto* filed = run->jobs.startImport(promotion(desk), phrase(desk), &owner);
        filed->start();
        QTRY_VERIFY_WITH_TIMEOUT(run == nullptr || isFinal(run->step(run->import())), Patience);
    }
    run.reset();
    run = std::make_unique<VectorRun>(desk);
    QVERIFY(run->open());
    const QString id = run->import();
    QTRY_VERIFY_WITH_TIMEOUT(isFinal(run->step(id)) || run->step(id) == JobStep::Unknown, Patience);
    if (run->step(id) == JobStep::Unknown) {
        return; // killed with the question on its way
    }
    QVERIFY2(run->step(id) == JobStep::Done, qPrintable(whyOf(run->record(id))));
}

void tst_PromoteJobs::aFileIsRefusedWhereOnlyAPromotionGoes()
{
    VectorDesk desk(VectorDialect::G2);
    desk.writeDump(10'000);
    VectorRun run(desk);
    QVERIFY(run.open());
    ImportRequest request = desk.request();
    request.environment = u"staging"_s;
    const auto id = run.file(request, phrase(desk));
    QVERIFY(!id);
    QCOMPARE(id.error().detail, u"onlyByPromotion"_s);
    ImportRequest restore = promotion(desk);
    restore.source->environment = u"production"_s;
    const auto other = run.file(restore, phrase(desk));
    QVERIFY(!other);
    QCOMPARE(other.error().code, Error::Code::GuardRefused);
}

void tst_PromoteJobs::whatTheTargetHoldsIsKnownFromTheLastFile()
{
    VectorDesk desk(VectorDialect::G2);
    desk.writeDump(10'000);
    VectorRun run(desk);
    QVERIFY(run.open());
    const auto held = [&run](const QString& environment, const QString& except = {}) {
        return run.jobs.heldBy(u"site"_s, environment, Database::MySql, except);
    };
    QVERIFY(!held(u"development"_s));
    ImportRequest request = desk.request();
    request.file.sha256.clear(); // nobody looked at it yet
    const auto id = run.file(request, desk.phrase());
    QVERIFY(id);
    QTRY_VERIFY_WITH_TIMEOUT(isFinal(run.step(*id)), Patience);
    QVERIFY2(run.step(*id) == JobStep::Done, qPrintable(whyOf(run.record(*id))));
    QVERIFY(held(u"Development"_s));
    QCOMPARE(held(u"development"_s)->tables, 1);
    QVERIFY(!held(u"development"_s, *id));
    QVERIFY(!held(u"staging"_s));
    // What the platform put there itself was never looked at.
    const auto promoted = run.file(promotion(desk), phrase(desk));
    QVERIFY(promoted);
    QTRY_COMPARE_WITH_TIMEOUT(run.step(*promoted), JobStep::Done, Patience);
    QVERIFY(!held(u"staging"_s));
}

QTEST_GUILESS_MAIN(tst_PromoteJobs)
#include "tst_promotejobs.moc"
