#include "app/cli/arguments.h"
#include "app/cli/errortext.h"
#include "app/cli/exitcode.h"
#include "app/cli/format.h"
#include "app/cli/importtext.h"
#include "app/cli/jobtext.h"
#include "app/cli/transferoptions.h"
#include "app/domain/copyplan.h"
#include "app/domain/importguard.h"

#include <QMetaEnum>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace longshore::cli {

class TestCliText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyErrorSaysWhatHappenedWhatIsSafeAndWhatIsNext()
    {
        const QMetaEnum codes = QMetaEnum::fromType<Error::Code>();
        for (int i = 0; i < codes.keyCount(); ++i) {
            const auto code = static_cast<Error::Code>(codes.value(i));
            for (const ErrorContext& context :
                 {ErrorContext{}, ErrorContext{.upload = true}, ErrorContext{.job = u"abc"_s, .connection = u"C"_s},
                  ErrorContext{.jobEnded = true, .import = true},
                  ErrorContext{.job = u"abc"_s, .import = true, .targetTouched = true, .undo = u"abc"_s}}) {
                const ErrorText text = errorText(Error{.code = code, .subject = u"it"_s, .detail = u"5"_s}, context);
                for (const QString& sentence : {text.what, text.safe, text.next}) {
                    QVERIFY2(sentence.size() > 5, codes.key(i));
                    QVERIFY2(!sentence.contains(u'%'), qPrintable(sentence));
                }
                QVERIFY2(text.what.endsWith(u'.'), qPrintable(text.what));
            }
            QVERIFY2(exitFor(code) != Exit::Done, codes.key(i));
        }
    }

    void typedStreamsCountForTheWholeRun()
    {
        StreamBudget budget(16);
        useTypedStreams({}, budget);
        QCOMPARE(budget.streams(), 16);
        useTypedStreams({.streams = 32}, budget);
        QCOMPARE(budget.streams(), 32);
        useTypedStreams({.streams = 1}, budget);
        QCOMPARE(budget.streams(), 1);
    }

    void aFileThatIsNotTheStoresIsNotBlamedOnARecord()
    {
        const Error error{.code = Error::Code::HashMismatch, .detail = u"MD5"_s};
        QVERIFY(errorText(error, {}).what.contains(u"the store holds"_s));
        QVERIFY(errorText({.code = Error::Code::HashMismatch}, {}).what.contains(u"on record"_s));
    }

    void everyGuardOfAnImportSaysWhatItIs()
    {
        for (const ImportBar bar : {ImportBar::ProductionTier, ImportBar::NotByThisService, ImportBar::OnlyByPromotion,
                                    ImportBar::NoRight, ImportBar::UnknownEnvironment}) {
            QVERIFY2(importGuardText({.subject = u"C/E"_s, .detail = importBarName(bar)}),
                     qPrintable(importBarName(bar)));
        }
        for (const CopyBar bar : {CopyBar::SamePlace, CopyBar::OtherPlatform, CopyBar::UnknownSource,
                                  CopyBar::NoRightAtSource, CopyBar::NoExportOfSource}) {
            QVERIFY2(importGuardText({.subject = u"C/E"_s, .detail = copyBarName(bar)}), qPrintable(copyBarName(bar)));
        }
        QVERIFY(importGuardText({.subject = u"C/E"_s, .detail = u"productionDataNotAccepted"_s}));
        using Reason = ImportGuard::Reason;
        for (const Reason reason : {Reason::Tier, Reason::NoBackup, Reason::TargetChanged}) {
            QVERIFY(importGuardText({.subject = u"C/E"_s, .detail = importGuardName(reason)}));
        }
        QVERIFY(!importGuardText({.subject = u"job abc"_s, .detail = u"it is done"_s}));
    }

    void everyFindingOfADumpHasASentence()
    {
        using Kind = Finding::Kind;
        for (int i = int(Kind::DumpRecognised); i <= int(Kind::Multisite); ++i) {
            const auto kind = static_cast<Kind>(i);
            Finding finding{Finding::Severity::Error, kind, u"line 14, byte 99"_s, u"7"_s, u"wp_posts"_s};
            const QString said = findingText(finding);
            QVERIFY2(said.startsWith(u"error: "_s) && !said.contains(findingName(kind)), qPrintable(said));
            QVERIFY2(!said.contains(u'%'), qPrintable(said));
        }
    }

    void findingsAreSaidWithTheirSeverity()
    {
        using Kind = Finding::Kind;
        const auto said = [](const Finding& finding) { return findingText(finding); };
        QCOMPARE(said({Finding::Severity::Good, Kind::ModelChecksumRight}),
                 u"ok: the model has the checksum it should have"_s);
        QCOMPARE(said({Finding::Severity::Warning, Kind::MuchSmallerThanUsual, u"4000000"_s, u"1000000"_s}),
                 u"warning: much smaller than usual there: 1.0 MB, usual is 4.0 MB"_s);
        QCOMPARE(said({Finding::Severity::Error, Kind::DatabaseDiffersFromTarget, u"epicms"_s, u"epicommerce"_s}),
                 u"error: it holds epicommerce and would replace epicms"_s);
        QCOMPARE(exitFor(errorOfFinding({Finding::Severity::Error, Kind::FileUnreadable}, u"/f"_s).code),
                 Exit::BadInput);
        QCOMPARE(exitFor(errorOfFinding({Finding::Severity::Error, Kind::ZipDamaged}, u"/f"_s).code),
                 Exit::VerificationFailed);
    }

    void exitCodesTellTheKindsOfFailureApart_data()
    {
        QTest::addColumn<Error::Code>("code");
        QTest::addColumn<Exit>("exit");
        using Code = Error::Code;
        const std::pair<Code, Exit> rows[] = {
            {Code::Cancelled, Exit::Interrupted},
            {Code::BadInput, Exit::BadInput},
            {Code::NotFound, Exit::NotFound},
            {Code::FileExists, Exit::GuardRefused},
            {Code::GuardRefused, Exit::GuardRefused},
            {Code::Unauthorized, Exit::Credentials},
            {Code::LinkExpired, Exit::Credentials},
            {Code::ConnectionLost, Exit::Network},
            {Code::ServerError, Exit::Network},
            {Code::ServerRefused, Exit::ServerJobFailed},
            {Code::LeaseHeld, Exit::ServerJobFailed},
            {Code::OutcomeUnknown, Exit::OutcomeUnknown},
            {Code::HashMismatch, Exit::VerificationFailed},
            {Code::DiskFull, Exit::General},
            {Code::Internal, Exit::General},
        };
        for (const auto& [code, exit] : rows) {
            QTest::newRow(qPrintable(errorCodeName(code))) << code << exit;
        }
    }
    void exitCodesTellTheKindsOfFailureApart()
    {
        QFETCH(const Error::Code, code);
        QFETCH(const Exit, exit);
        QCOMPARE(exitFor(code), exit);
    }

    void sizesAreDecimal()
    {
        QCOMPARE(formatSize(999), u"999 B"_s);
        QCOMPARE(formatSize(1000), u"1.0 kB"_s);
        QCOMPARE(formatSize(210'300'000), u"210.3 MB"_s);
        QCOMPARE(formatSize(999'960), u"1.0 MB"_s);
        QCOMPARE(formatSize(12'300'000'000), u"12.3 GB"_s);
    }

    void durationsReadLikeSpeech()
    {
        QCOMPARE(formatDuration(45s), u"45 s"_s);
        QCOMPARE(formatDuration(6min), u"6 min"_s);
        QCOMPARE(formatDuration(130min), u"2 h 10 min"_s);
    }

    void columnsLineUp()
    {
        const QStringList lines = formatTable({u"A"_s, u"LONG"_s}, {{u"wide cell"_s, u"x"_s}, {u"b"_s, u"y"_s}});
        QCOMPARE(lines, (QStringList{u"A          LONG"_s, u"wide cell  x"_s, u"b          y"_s}));
    }

    void readsSizesOfParts()
    {
        QCOMPARE(sizeFromText(u"65536"_s), std::optional<qint64>(65'536));
        QCOMPARE(sizeFromText(u"8M"_s), std::optional<qint64>(8'388'608));
        QCOMPARE(sizeFromText(u"8MiB"_s), std::optional<qint64>(8'388'608));
        QCOMPARE(sizeFromText(u"8 MB"_s), std::optional<qint64>(8'000'000));
        QCOMPARE(sizeFromText(u"1g"_s), std::optional<qint64>(1'073'741'824));
        QCOMPARE(sizeFromText(u"100b"_s), std::optional<qint64>(100));
        for (const QString& text : {u"M"_s, u"-1"_s, u"8iB"_s, u"8 parsecs"_s, u"999999999999G"_s, QString()}) {
            QVERIFY2(!sizeFromText(text), qPrintable(text));
        }
    }

    void readsAPaceInMegabytesASecond()
    {
        QCOMPARE(paceFromText(u"12.5"_s), std::optional<qint64>(12'500'000));
        QCOMPARE(paceFromText(u"0"_s), std::nullopt);
        QCOMPARE(paceFromText(u"fast"_s), std::nullopt);
        QCOMPARE(paceFromText(u"nan"_s), std::nullopt);
    }

    void aRunningTransferTellsEverythingAboutItself()
    {
        JobRecord record;
        record.step = JobStep::Downloading;
        record.progress = {.done = 50'000'000, .total = 200'000'000, .bytesPerSecond = 5e6, .streams = 9};
        record.retries = 3;
        record.linkExpiresAt = QDateTime::currentDateTimeUtc().addSecs(3600);
        record.linkRenewals = 1;
        record.priority = Priority::High;
        record.bytesPerSecondLimit = 2'250'000;
        const QString said = jobDetails(record).join(u'\n');
        for (const QString& fact :
             {u"25 % of 200.0 MB, 5.0 MB/s, 30 s left, 9 parts at once"_s, u"retries:   3"_s,
              u"renews by itself; renewed 1 time"_s, u"priority:  high"_s, u"limit:     2.25 MB/s"_s}) {
            QVERIFY2(said.contains(fact), qPrintable(said));
        }
        const QJsonObject json = jobDetailsJson(record);
        QCOMPARE(json.value(u"progress"_s).toObject().value(u"streams"_s).toInt(), 9);
        QCOMPARE(json.value(u"priority"_s).toString(), u"high"_s);
    }

    void whatIsUsualIsNotTold()
    {
        JobRecord record;
        record.step = JobStep::ServerWorking;
        const QString said = jobDetails(record).join(u'\n');
        for (const QString& word : {u"retries"_s, u"priority"_s, u"limit"_s, u"link"_s, u"so far"_s, u"held"_s}) {
            QVERIFY2(!said.contains(word), qPrintable(said));
        }
        record.paused = true;
        QVERIFY(jobDetails(record).join(u'\n').contains(u"longshorectl jobs resume"_s));
    }

    void aStoreThatAsksForFiveMinutesGetsThemFromWhoIsPatient()
    {
        QVERIFY(patientBackoff(10min).next(300s));
        QVERIFY(!patientBackoff(1min).next(300s));
    }

    void readsPatience()
    {
        QCOMPARE(durationFromText(u"90s"_s), std::optional<std::chrono::milliseconds>(90s));
        QCOMPARE(durationFromText(u"10m"_s), std::optional<std::chrono::milliseconds>(10min));
        QCOMPARE(durationFromText(u"2h"_s), std::optional<std::chrono::milliseconds>(2h));
        QCOMPARE(durationFromText(u"45"_s), std::optional<std::chrono::milliseconds>(45s));
        QCOMPARE(durationFromText(u"soon"_s), std::nullopt);
        QCOMPARE(durationFromText(u"-5s"_s), std::nullopt);
    }
};

} // namespace longshore::cli

QTEST_GUILESS_MAIN(longshore::cli::TestCliText)
#include "tst_clitext.moc"
