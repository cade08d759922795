#pragma once

#include "app/archive/dumpwriter.h"
#include "app/net/curltransport.h"
#include "app/practice/practiceserver.h"
#include "app/providers/vector/vectorprovider.h"
#include "tests/app/jobs/jobdesk.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace longshore {

/// What outlives the program: the disk, and a practice server that speaks one dialect of Vector Pro.
class VectorDesk
{
public:
    explicit VectorDesk(VectorDialect dialect, const QMap<QString, QString>& faults = {}, double timeScale = 50)
    {
        PracticeOptions options;
        options.dataFolder = folder.filePath(QStringLiteral("server"));
        options.timeScale = timeScale;
        options.faults = faults;
        options.vectorDialect = dialect;
        options.vectorStore = VectorStore::Embedded;
        if (auto started = PracticeServer::start(options)) {
            server = std::move(*started);
        }
        const auto account = awaitResult(findVectorSites(server->access().vector.baseUrl, server->access().vector.token,
                                                         std::nullopt, transport, &owner));
        if (account) {
            site = account->sites.first();
            site.id = QStringLiteral("site");
        }
    }

    [[nodiscard]] std::unique_ptr<Provider> provider()
    {
        return makeVectorProvider(site, server->access().vector.token, transport);
    }
    void fault(const QByteArray& json)
    {
        HttpRequest request;
        request.method = "POST";
        request.url = control();
        request.headers.set("Content-Type", "application/json");
        request.body = "{\"faults\":" + json + '}';
        const auto answer = awaitResult(transport.send(request, &owner));
        QVERIFY(answer && answer->status == 200);
    }
    [[nodiscard]] qint64 counter(const QString& name)
    {
        HttpRequest request;
        request.url = control();
        const auto answer = awaitResult(transport.send(request, &owner));
        const QJsonObject told = answer ? QJsonDocument::fromJson(answer->body).object() : QJsonObject();
        return told.value(QStringLiteral("counters")).toObject().value(name).toInteger(-1);
    }
    /// The development container's database now, as the service exports it.
    [[nodiscard]] QByteArray contents()
    {
        const auto asked = provider();
        ExportRequest request;
        request.environment = QStringLiteral("development");
        request.database = Database::MySql;
        Result<ExportStatus> status = awaitResult(asked->startExport(request, &owner));
        while (status && status->phase == ExportStatus::Phase::Working) {
            QTest::qWait(20);
            status = awaitResult(asked->exportStatus(request.environment, request.database, status->id, &owner));
        }
        HttpRequest fetch;
        fetch.url = status ? status->link : SignedUrl();
        const auto answer = awaitResult(transport.send(fetch, &owner));
        return answer ? answer->body : QByteArray();
    }

    [[nodiscard]] QString sourcePath() const { return folder.filePath(QStringLiteral("shop.sql")); }
    [[nodiscard]] QString statePath() const { return folder.filePath(QStringLiteral("state/state.sqlite")); }
    [[nodiscard]] QString workFolder() const { return folder.filePath(QStringLiteral("state/prepared")); }
    [[nodiscard]] QString outFolder() const { return folder.filePath(QStringLiteral("out")); }
    [[nodiscard]] QStringList workFiles() const { return QDir(workFolder()).entryList(QDir::Files); }

    /// A dump of about that size, which no other has; packed.
    QByteArray writeDump(qint64 bytes, DumpFormat format = DumpFormat::Plain)
    {
        QByteArray sql = "-- MySQL dump 10.13  Distrib 8.0.36\nSET NAMES utf8mb4;\nDROP TABLE IF EXISTS `wp_posts`;\n"
                         "CREATE TABLE `wp_posts` (`id` bigint, `text` longtext) ENGINE=InnoDB;\n";
        for (int row = 0; sql.size() < bytes; ++row) {
            const QByteArray noise =
                QCryptographicHash::hash(QByteArray::number(row), QCryptographicHash::Sha512).toHex();
            sql += "INSERT INTO `wp_posts` VALUES (" + QByteArray::number(row) + ",'" + noise.repeated(8) + "');\n";
        }
        sql += "-- Dump completed on 2026-01-12  6:30:00\n";
        const auto writer = DumpWriter::create(sourcePath(), format);
        if (!writer || !(*writer)->add(sql) || !(*writer)->finish()) {
            return {};
        }
        return sql;
    }
    /// Of the file as it is, as a check would have left it.
    [[nodiscard]] ImportRequest request(ImportWay way = ImportWay::Upload) const
    {
        ImportRequest request;
        request.connectionId = QStringLiteral("site");
        request.environment = QStringLiteral("development");
        request.database = Database::MySql;
        request.way = way;
        request.file.path = sourcePath();
        const QFileInfo info(sourcePath());
        request.file.size = info.size();
        request.file.modifiedAt = info.lastModified().toUTC();
        QFile file(sourcePath());
        request.file.sha256 = file.open(QIODevice::ReadOnly) ? hexSha256(file.readAll()) : QString();
        request.backup = ImportRequest::Backup::None;
        request.backupFolder = outFolder();
        return request;
    }
    [[nodiscard]] QString phrase() const { return site.name + QStringLiteral("/development"); }

    QTemporaryDir folder;
    std::unique_ptr<PracticeServer> server;
    Connection site;

private:
    [[nodiscard]] SignedUrl control() const
    {
        return SignedUrl::parse(server->access().control.toEncoded()).value_or(SignedUrl());
    }

    CurlTransport transport;
    QObject owner; ///< of the tasks, which die before what they use
};

/// One run of the program. Destroyed, it is gone as if killed: nothing is told to anyone.
class VectorRun
{
public:
    explicit VectorRun(VectorDesk& desk)
        : storage(desk.statePath()),
          connections(storage),
          library(storage, clock),
          jobs({storage, clock, transfers, connections, library,
                [this, &desk](const QString&, QObject* parent) -> ResultTask<std::shared_ptr<Provider>>* {
                    return new AnswerTask<std::shared_ptr<Provider>>(
                        [this, &desk]() -> Result<std::shared_ptr<Provider>> {
                            return makeVectorProvider(desk.site, desk.server->access().vector.token, transport);
                        },
                        false, parent);
                },
                desk.workFolder()})
    {
        connections.setTransient(desk.site);
    }

    [[nodiscard]] bool open()
    {
        library.load();
        if (!QTest::qWaitFor([this] { return library.isReady(); }, 20'000)) {
            return false;
        }
        jobs.runEngine();
        return QTest::qWaitFor([this] { return jobs.isReady(); }, 20'000);
    }
    [[nodiscard]] Result<QString> file(const ImportRequest& request, const QString& phrase)
    {
        QObject owner;
        return awaitResult(jobs.startImport(request, phrase, &owner));
    }
    [[nodiscard]] JobRecord record(const QString& id) const { return jobs.record(id).value_or(JobRecord{}); }
    [[nodiscard]] JobStep step(const QString& id) const { return record(id).step; }
    [[nodiscard]] QString import() const
    {
        const QList<JobRecord> records = jobs.records();
        for (const JobRecord& each : records) {
            if (each.import) {
                return each.id;
            }
        }
        return {};
    }

    SystemClock clock;
    CurlTransport transport;
    Storage storage;
    CurlPump pump;
    TransferContext transfers{pump, storage, clock};
    Connections connections;
    Library library;
    Jobs jobs;
};

inline QList<JobStep> stepsOf(const JobRecord& record)
{
    QList<JobStep> steps;
    for (const StepRecord& line : record.timeline) {
        steps.append(line.step);
    }
    return steps;
}

} // namespace longshore
