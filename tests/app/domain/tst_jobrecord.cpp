#include "app/domain/jobrecord.h"
#include "app/domain/libraryentry.h"

#include <QJsonArray>
#include <QTest>
#include <QTimeZone>

using namespace longshore;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QDateTime at(int minute)
{
    return QDateTime(QDate(2026, 1, 12), QTime(14, minute, 7, 123), QTimeZone::utc());
}

JobRecord fullRecord()
{
    JobRecord record;
    record.id = u"j1"_s;
    record.sequence = Q_INT64_C(9007199254740993); // not exact as a double
    record.request = {u"c1"_s, u"Preproduction"_s, Database::Commerce, 48h, true, u"/home/x"_s, u"x.bacpac"_s};
    record.connectionName = u"Contoso"_s;
    record.tier = Tier::Staging;
    record.step = JobStep::Downloading;
    record.waiting = WaitReason::Link;
    record.waitingFor = u"j0"_s;
    record.paused = true;
    record.priority = Priority::High;
    record.bytesPerSecondLimit = Q_INT64_C(2'500'000'000);
    record.serverId = u"e1"_s;
    record.serverStatus = u"Succeeded"_s;
    record.serverFileName = u"epicms_Preproduction_20260112140200.bacpac"_s;
    record.createdAt = at(0);
    record.finishedAt = at(1);
    record.lastCheckedAt = at(2);
    record.nextCheckAt = at(3);
    record.checks = 12;
    record.linkExpiresAt = at(4);
    record.linkRenewals = 2;
    record.retries = 3;
    record.etag = u"\"0x8D\""_s;
    record.timeline = {{JobStep::Queued, at(0), at(1)}, {JobStep::Downloading, at(1), {}}};
    record.log = {{at(0), u"asked"_s}, {at(1), u"räksmörgås"_s}};
    record.error = Error{Error::Code::RateLimited, u"p/e"_s, u"words"_s, 429, true, 17s};
    record.partPath = u"/home/x/.x.part"_s;
    record.targetPath = u"/home/x/y.bacpac"_s;
    record.path = u"/home/x/x.bacpac"_s;
    record.size = Q_INT64_C(5'000'000'000);
    record.sha256 = u"ab"_s;
    record.libraryId = u"l1"_s;
    return record;
}

} // namespace

Q_DECLARE_METATYPE(longshore::JobRecord)

class TestJobRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackFromJsonWhole() { QCOMPARE(jobRecordFromJson(toJson(fullRecord())), fullRecord()); }

    void anImportComesBackFromJsonWhole()
    {
        JobRecord record = fullRecord();
        record.request = {};
        ImportRequest request;
        request.connectionId = u"c1"_s;
        request.environment = u"development"_s;
        request.database = Database::MySql;
        request.way = ImportWay::Quick;
        request.options = {.dropTables = false, .searchFor = u"a"_s, .replaceBy = u"b"_s};
        request.source = CopySource{.connectionId = u"c2"_s, .environment = u"live"_s};
        request.restores = u"01b"_s;
        request.file.path = u"/home/x/shop.sql.zst"_s;
        record.import = request;
        record.step = JobStep::Preparing;
        record.uploadSession = u"imp_1"_s;
        record.uploadedParts = {{1, u"\"aa\""_s}, {2, u"\"bb\""_s}};
        record.prepared = PreparedFile{DumpFormat::Gzip, u"/state/prepared/j1.sql.gz"_s, 17, u"cd"_s};
        record.mayHaveRun = true;
        record.fetchJob = u"j3"_s;
        QCOMPARE(jobRecordFromJson(toJson(record)), record);
    }

    /// Rows of before there were ways: what they lack is what they were.
    void anImportOfAnEarlierVersionIsAnUpload()
    {
        JobRecord record;
        record.id = u"j"_s;
        record.import = ImportRequest{};
        record.import->connectionId = u"c"_s;
        record.import->environment = u"Integration"_s;
        record.import->file.path = u"/home/x/a.bacpac"_s;
        QJsonObject json = toJson(record);
        QJsonObject import = json[u"import"_s].toObject();
        for (const QString& key : {u"way"_s, u"options"_s, u"restores"_s, u"source"_s}) {
            import.remove(key);
        }
        json.insert(u"import"_s, import);
        for (const QString& key : {u"uploadSession"_s, u"uploadedParts"_s, u"prepared"_s, u"mayHaveRun"_s}) {
            json.remove(key);
        }
        const auto read = jobRecordFromJson(json);
        QVERIFY(read);
        QCOMPARE(read->import->way, ImportWay::Upload);
        QCOMPARE(read->import->options, ImportOptions{});
        QVERIFY(!read->import->source && !read->prepared && !wasAccepted(*read));
        import.insert(u"way"_s, u"teleport"_s); // of a later one
        json.insert(u"import"_s, import);
        QVERIFY(!jobRecordFromJson(json));
    }

    void anEmptyRecordComesBackToo()
    {
        JobRecord record;
        record.id = u"j"_s;
        record.request.connectionId = u"c"_s;
        record.request.environment = u"Production"_s;
        QCOMPARE(jobRecordFromJson(toJson(record)), record);
    }

    void progressIsNotStored()
    {
        JobRecord record = fullRecord();
        record.progress = {17, 100, 3.5};
        QCOMPARE(jobRecordFromJson(toJson(record)), fullRecord());
    }

    void everySingleFieldMayBeMissing()
    {
        const QJsonObject whole = toJson(fullRecord());
        for (const QString& key : whole.keys()) {
            QJsonObject less = whole;
            less.remove(key);
            const bool needed = key == "id"_L1 || key == "request"_L1;
            QCOMPARE(jobRecordFromJson(less).has_value(), !needed);
        }
    }

    void everySingleFieldMayHaveAnotherType()
    {
        const QJsonObject whole = toJson(fullRecord());
        for (const QString& key : whole.keys()) {
            for (const QJsonValue& odd : {QJsonValue(), QJsonValue(true), QJsonValue(QJsonArray{1, u"x"_s})}) {
                QJsonObject broken = whole;
                broken.insert(key, odd);
                broken.insert(u"fieldOfTomorrow"_s, odd);
                const bool needed = key == "id"_L1 || key == "request"_L1;
                QCOMPARE(jobRecordFromJson(broken).has_value(), !needed);
            }
        }
    }

    void aStepOfTomorrowDoesNothingByItself()
    {
        QJsonObject json = toJson(fullRecord());
        json.insert(u"step"_s, u"teleporting"_s);
        QCOMPARE(jobRecordFromJson(json)->step, JobStep::Unknown);
    }

    void keepsTheNewestTwoHundredLinesOfItsLog()
    {
        JobRecord record = fullRecord();
        record.log.clear();
        for (int i = 0; i < 250; ++i) {
            record.log.append({at(0), QString::number(i)});
        }
        const auto back = jobRecordFromJson(toJson(record));
        QCOMPARE(back->log.size(), 200);
        QCOMPARE(back->log.first().text, u"50"_s);
        QCOMPARE(back->log.last().text, u"249"_s);
    }

    void verbsTellTheTruth_data()
    {
        QTest::addColumn<JobRecord>("record");
        QTest::addColumn<QList<int>>("verbs");
        const auto row = [](const char* name, JobStep step, QList<JobVerb> verbs,
                            const std::function<void(JobRecord&)>& change = {}) {
            JobRecord record;
            record.step = step;
            if (change) {
                change(record);
            }
            QList<int> numbers;
            for (const JobVerb verb : verbs) {
                numbers.append(static_cast<int>(verb));
            }
            QTest::newRow(name) << record << numbers;
        };
        using V = JobVerb;
        using S = JobStep;
        row("queued", S::Queued, {V::RemoveFromQueue});
        row("queued behind another job", S::Queued, {V::RemoveFromQueue},
            [](JobRecord& r) { r.waiting = WaitReason::Slot; });
        row("queued without network", S::Queued, {V::RemoveFromQueue, V::CheckNow},
            [](JobRecord& r) { r.waiting = WaitReason::Network; });
        row("asking cannot be taken back", S::Asking, {});
        row("unknown", S::Unknown, {V::Look, V::Adopt, V::Forget});
        row("the server cannot be cancelled", S::ServerWorking, {V::StopWatching, V::CheckNow});
        row("the server works, the download is held back", S::ServerWorking, {V::StopWatching, V::CheckNow, V::Resume},
            [](JobRecord& r) { r.paused = true; });
        row("downloading", S::Downloading, {V::Pause, V::CancelTransfer});
        row("paused", S::Downloading, {V::Resume, V::CancelTransfer}, [](JobRecord& r) { r.paused = true; });
        row("no space", S::Downloading, {V::Pause, V::CheckNow, V::CancelTransfer},
            [](JobRecord& r) { r.waiting = WaitReason::Space; });
        row("verifying", S::Verifying, {V::CancelTransfer});
        row("filing", S::Filing, {});
        row("ready", S::Ready, {V::RunAgain, V::DismissFinished});
        row("done", S::Done, {V::ShowFile, V::RunAgain, V::DismissFinished});
        row("failed", S::Failed, {V::Retry, V::RunAgain, V::DismissFinished});
        row("cancelled", S::Cancelled, {V::RunAgain, V::DismissFinished});
        row("cancelled, the file still there", S::Cancelled, {V::Retry, V::RunAgain, V::DismissFinished},
            [](JobRecord& r) { r.serverId = u"e1"_s; });
        row("stopped watching", S::StoppedWatching, {V::WatchAgain, V::RunAgain, V::Forget});
        row("forgotten", S::Forgotten, {V::RunAgain, V::DismissFinished});
    }
    void verbsTellTheTruth()
    {
        QFETCH(JobRecord, record);
        QFETCH(QList<int>, verbs);
        QList<int> offered;
        for (const JobVerb verb : verbsFor(record)) {
            offered.append(static_cast<int>(verb));
        }
        QCOMPARE(offered, verbs);
    }

    void pausePriorityAndLimitReachATransferUntilItIsOver()
    {
        JobRecord record;
        for (const JobStep step : {JobStep::Queued, JobStep::Asking, JobStep::ServerWorking, JobStep::Downloading}) {
            record.step = step;
            for (const JobVerb verb : {JobVerb::Pause, JobVerb::SetPriority, JobVerb::SetLimit}) {
                QVERIFY(allows(record, verb));
            }
            QVERIFY(!allows(record, JobVerb::Resume));
        }
        record.paused = true;
        QVERIFY(allows(record, JobVerb::Resume));
        QVERIFY(!allows(record, JobVerb::Pause));
        for (const JobStep step :
             {JobStep::Unknown, JobStep::Verifying, JobStep::Done, JobStep::Failed, JobStep::StoppedWatching}) {
            record.step = step;
            for (const JobVerb verb : {JobVerb::Pause, JobVerb::Resume, JobVerb::SetPriority, JobVerb::SetLimit}) {
                QVERIFY(!allows(record, verb));
            }
        }
        record.step = JobStep::ServerWorking;
        record.request.download = false;
        QVERIFY(!allows(record, JobVerb::SetLimit)); // nothing will move
    }

    void aLimitIsANumberOfBytes()
    {
        QCOMPARE(limitFromArgument(u"2500000"_s), 2'500'000);
        QCOMPARE(limitFromArgument(u"0"_s), 0);
        for (const QString& wrong : {u""_s, u"fast"_s, u"-5"_s, u"2.5"_s}) {
            QVERIFY(!limitFromArgument(wrong));
        }
    }

    void prioritiesComeBackFromTheirNames()
    {
        for (const Priority priority : {Priority::Low, Priority::Usual, Priority::High}) {
            QCOMPARE(priorityFromName(priorityName(priority)), priority);
        }
        QVERIFY(!priorityFromName(u"urgent"_s));
        QVERIFY(weightOf(Priority::Low) < weightOf(Priority::Usual));
        QVERIFY(weightOf(Priority::Usual) < weightOf(Priority::High));
    }

    void anExportThatFailedOrIsGoneIsNotAskedForItsFile()
    {
        JobRecord record;
        QVERIFY(!serverCanDeliver(record));
        record.serverId = u"e1"_s;
        QVERIFY(serverCanDeliver(record));
        for (const auto code : {Error::Code::ServerJobFailed, Error::Code::RetentionEnded, Error::Code::NotFound}) {
            record.error = Error{.code = code};
            QVERIFY(!serverCanDeliver(record));
        }
        record.error = Error{.code = Error::Code::HashMismatch};
        QVERIFY(serverCanDeliver(record));
    }

    void aLibraryRowComesBackFromJson()
    {
        const LibraryEntry entry{u"l1"_s,
                                 u"/home/x/å.bacpac"_s,
                                 u"c1"_s,
                                 u"Contoso"_s,
                                 u"ADE1"_s,
                                 Database::Commerce,
                                 Tier::Development,
                                 u"j1"_s,
                                 u"epi.bacpac"_s,
                                 at(1),
                                 at(2),
                                 Q_INT64_C(5'000'000'000),
                                 u"ab"_s,
                                 LibraryEntry::Health::Damaged,
                                 true,
                                 u"j0"_s};
        QCOMPARE(libraryEntryFromJson(toJson(entry)), entry);
        QJsonObject newer = toJson(entry);
        newer.insert(u"health"_s, u"glowing"_s);
        newer.insert(u"colour"_s, 3);
        QCOMPARE(libraryEntryFromJson(newer)->health, LibraryEntry::Health::Unchecked);
        newer.remove(u"path"_s);
        QVERIFY(!libraryEntryFromJson(newer));
    }
};

QTEST_GUILESS_MAIN(TestJobRecord)
#include "tst_jobrecord.moc"
