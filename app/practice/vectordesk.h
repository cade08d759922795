#pragma once

#include "app/practice/s3store.h"
#include "app/practice/vectordatabases.h"
#include "app/practice/vectorjob.h"
#include "app/practice/worker.h"

#include <QList>
#include <QMutex>

namespace longshore::practice {

struct PracticeContext;

/// The records of the Vector account, and the work behind them, which takes its time.
class VectorDesk final
{
public:
    struct Parts
    {
        PracticeContext& context;
        S3Store& objects;
        const VectorSites& sites;
        VectorDatabases& databases;
        VectorDialect dialect;
    };
    explicit VectorDesk(const Parts& parts);
    /// Reads what an earlier run left and goes on with it.
    [[nodiscard]] Result<void> open();
    void end(); ///< stops the work, of which some may wait for some other

    /// Takes a new record: gives it an id and its time. It begins by itself, except an import.
    [[nodiscard]] Result<VectorJob> add(VectorJob job);
    [[nodiscard]] std::optional<VectorJob> find(VectorKind kind, const QString& id) const;
    [[nodiscard]] QList<VectorJob> list(VectorKind kind) const; ///< newest first
    [[nodiscard]] bool isWorking(VectorKind kind, VectorPlace place) const;
    /// Lets an import begin. Errors: NotFound, BadInput (detail: state, expired or parts).
    [[nodiscard]] Result<VectorJob> run(const QString& id, const QList<std::pair<int, QByteArray>>& parts);
    /// Carries out a dump at once. Errors: FormatInvalid (detail: the sentence).
    [[nodiscard]] Result<void> importNow(const VectorJob& how, const QString& file);
    [[nodiscard]] QString newWorkFile() const;
    [[nodiscard]] qint64 partSize() const; ///< of multipart uploads; as the fault says, or 100 MB

private:
    [[nodiscard]] Worker::Delay step(const CancelFlag& cancel);
    [[nodiscard]] std::optional<VectorJob> nextWork() const;
    [[nodiscard]] Worker::Delay advance();
    /// The time until the record's next change; nothing: it has to be asked for, or was made now.
    [[nodiscard]] Worker::Delay advance(VectorJob& job, qint64 nowMs, bool& changed);
    void settle(const VectorJob& job, const Result<void>& done);

    [[nodiscard]] Result<void> carryOut(VectorJob& job, const CancelFlag& cancel);
    [[nodiscard]] Result<void> doExport(VectorJob& job, const CancelFlag& cancel);
    [[nodiscard]] Result<void> doImport(VectorJob& job, const CancelFlag& cancel);
    [[nodiscard]] Result<void> doPromote(VectorJob& job, const CancelFlag& cancel);
    [[nodiscard]] Result<void> doBackup(VectorJob& job, const CancelFlag& cancel);
    [[nodiscard]] Result<void> doDownload(VectorJob& job, const CancelFlag& cancel);
    [[nodiscard]] Result<void> doRestore(VectorJob& job, const CancelFlag& cancel);
    /// Makes a file the object of the record.
    [[nodiscard]] Result<void> keep(VectorJob& job, const QString& file, const QByteArray& contentType);
    [[nodiscard]] Result<void> checkUpload(const VectorJob& job, const S3Object& object, const CancelFlag& cancel);
    [[nodiscard]] Result<void> loadPlain(const VectorJob& job, const QString& file, const CancelFlag& cancel);
    [[nodiscard]] QString backupFile(const QString& id) const;

    [[nodiscard]] VectorJob* mine(VectorKind kind, const QString& id);
    [[nodiscard]] qint64 lifeMs(VectorKind kind) const;
    [[nodiscard]] QString firstId(const VectorJob& job) const;
    [[nodiscard]] QString stateFile() const;
    [[nodiscard]] Result<void> save() const;

    PracticeContext& m_context;
    S3Store& m_objects;
    const VectorSites& m_sites;
    VectorDatabases& m_databases;
    VectorDialect m_dialect;
    CancelFlag m_ending = std::make_shared<std::atomic_bool>(false); ///< for work outside the worker
    mutable QMutex m_mutex;
    QList<VectorJob> m_jobs; ///< oldest first
    std::unique_ptr<Worker> m_worker; ///< last: ends first
};

} // namespace longshore::practice
