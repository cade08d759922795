#include "app/providers/vector/vectorexports.h"

#include "app/core/settledtask.h"

namespace longshore::vector {

using namespace Qt::StringLiterals;

namespace {

constexpr auto BackupPrefix = "backup:"_L1;
constexpr auto DownloadPrefix = "/download:"_L1;

Result<ExportStatus> exportFromJson(const Envelope& answer)
{
    return operationFromJson(answer).map(
        [](const Operation& operation) { return toExportStatus(operation, QDateTime::currentDateTimeUtc()); });
}

ResultTask<ExportStatus>* notThere(const Target& target, QObject* parent)
{
    return new SettledTask<ExportStatus>(fail(Error::Code::ServerRefused,
                                              target.isDevelopment() ? target.siteId : target.environmentId,
                                              u"this dialect of the API has no export of it"_s),
                                         parent);
}

/// One call whose answer gets a new id.
class StartBackup final : public ResultTask<ExportStatus>
{
public:
    StartBackup(std::shared_ptr<const Client> client, Call call, BackupExport known, QObject* parent)
        : ResultTask<ExportStatus>(parent),
          m_client(std::move(client)),
          m_call(std::move(call)),
          m_known(std::move(known))
    { }

protected:
    void run() override
    {
        auto* asked = new CallTask<Operation>(m_client, m_call, &operationFromJson, this);
        connect(asked, &Task::finished, this, [this, asked] { answered(asked->result()); });
        asked->start();
    }

private:
    void answered(const Result<Operation>& answer)
    {
        if (!answer) {
            completeWith(fail(answer.error()));
            return;
        }
        (m_known.backup.isEmpty() ? m_known.backup : m_known.download) = answer->id;
        ExportStatus status{.id = m_known.toId(), .serverWord = answer->serverWord, .knownWord = answer->knownWord};
        if (answer->phase == Operation::Phase::Failed) {
            status.phase = ExportStatus::Phase::Failed;
        }
        completeWith(status);
    }

    std::shared_ptr<const Client> m_client;
    Call m_call;
    BackupExport m_known;
};

/// Asks how the backup is; when it is done asks for its download. A second download of one backup does no harm, so a
/// lost answer is asked for again.
class WatchBackup final : public ResultTask<ExportStatus>
{
public:
    WatchBackup(std::shared_ptr<const Client> client, BackupExport known, QObject* parent)
        : ResultTask<ExportStatus>(parent), m_client(std::move(client)), m_known(std::move(known))
    { }

protected:
    void run() override
    {
        const Call call = m_known.download.isEmpty() ? backupStatusCall(m_known.backup)
                                                     : backupDownloadStatusCall(m_known.backup, m_known.download);
        auto* asked = new CallTask<Operation>(m_client, call, &operationFromJson, this);
        connect(asked, &Task::finished, this, [this, asked] { answered(asked->result()); });
        asked->start();
    }

private:
    void answered(const Result<Operation>& answer)
    {
        if (!answer) {
            completeWith(fail(answer.error()));
            return;
        }
        if (m_known.download.isEmpty() && answer->phase == Operation::Phase::Completed) {
            auto* next = new StartBackup(m_client, createBackupDownloadCall(m_known.backup), m_known, this);
            connect(next, &Task::finished, this, [this, next] { downloadAsked(next->result()); });
            next->start();
            return;
        }
        ExportStatus status = toExportStatus(*answer, QDateTime::currentDateTimeUtc());
        status.id = m_known.toId();
        completeWith(status);
    }

    void downloadAsked(const Result<ExportStatus>& answer)
    {
        if (!answer && answer.error().code == Error::Code::OutcomeUnknown) {
            completeWith(ExportStatus{.id = m_known.toId(), .serverWord = u"completed"_s});
            return;
        }
        completeWith(answer.map([](ExportStatus status) {
            status.goesOnAs = status.id;
            return status;
        }));
    }

    std::shared_ptr<const Client> m_client;
    BackupExport m_known;
};

} // namespace

QString BackupExport::toId() const
{
    const QString id = BackupPrefix + backup;
    return download.isEmpty() ? id : QString(id + DownloadPrefix + download);
}

std::optional<BackupExport> BackupExport::fromId(const QString& id)
{
    if (!id.startsWith(BackupPrefix)) {
        return std::nullopt;
    }
    const QString rest = id.mid(BackupPrefix.size());
    const qsizetype slash = rest.indexOf(DownloadPrefix);
    return slash < 0 ? BackupExport{rest, {}} : BackupExport{rest.left(slash), rest.mid(slash + DownloadPrefix.size())};
}

ExportStatus toExportStatus(const Operation& operation, const QDateTime& now)
{
    using Phase = ExportStatus::Phase;
    ExportStatus status{.id = operation.id, .serverWord = operation.serverWord, .knownWord = operation.knownWord};
    status.link = operation.download;
    status.fileName = operation.download.fileName();
    switch (operation.phase) {
    case Operation::Phase::Completed:
        status.phase = operation.download.isEmpty() && operation.linkEndsAt.isValid() && operation.linkEndsAt <= now
                           ? Phase::LinkExpired
                           : Phase::Succeeded;
        break;
    case Operation::Phase::Failed:
        status.phase = Phase::Failed;
        if (!operation.error.isEmpty()) {
            status.serverWord += u": "_s + operation.error;
        }
        break;
    case Operation::Phase::Pending:
    case Operation::Phase::Working:
        break;
    }
    return status;
}

ResultTask<ExportStatus>* startExport(const std::shared_ptr<const Client>& client, VectorDialect dialect,
                                      const Target& target, QObject* parent)
{
    if (const std::optional<Call> call = startExportCall(dialect, target)) {
        return new CallTask<ExportStatus>(client, *call, &exportFromJson, parent);
    }
    if (const std::optional<Call> call = createBackupCall(dialect, target, u"for a download of the database"_s)) {
        return new StartBackup(client, *call, {}, parent);
    }
    return notThere(target, parent);
}

ResultTask<ExportStatus>* exportStatus(const std::shared_ptr<const Client>& client, VectorDialect dialect,
                                       const Target& target, const QString& id, QObject* parent)
{
    if (const std::optional<BackupExport> backup = BackupExport::fromId(id)) {
        return new WatchBackup(client, *backup, parent);
    }
    if (const std::optional<Call> call = exportStatusCall(dialect, target, id)) {
        return new CallTask<ExportStatus>(client, *call, &exportFromJson, parent);
    }
    return notThere(target, parent);
}

} // namespace longshore::vector
