#pragma once

#include "app/domain/database.h"
#include "app/practice/worker.h"

#include <QJsonObject>
#include <QList>
#include <QMutex>
#include <optional>

namespace longshore::practice {

struct PracticeContext;

/// The exports of the project: one at a time, each a snapshot of the environment's database in the container `bacpacs`.
class ExportDesk final
{
public:
    explicit ExportDesk(PracticeContext& context) : m_context(context) { }
    /// Reads what an earlier run left and goes on with it.
    [[nodiscard]] Result<void> open();

    struct Request
    {
        QString environment;
        Database database = Database::Cms;
        int retentionHours = 24;
    };
    /// The answer's `result`. Errors: ServerBusy while another one runs; FileAccess.
    [[nodiscard]] Result<QJsonObject> start(const Request& request);
    /// NotFound unless the export belongs to that database.
    [[nodiscard]] Result<QJsonObject> status(const QString& id, const QString& environment, Database database);
    [[nodiscard]] QJsonArray summary() const; ///< for the control endpoint, oldest first

private:
    enum class State { Running, Succeeded, Failed, Expired };
    struct Record
    {
        QString id;
        QString environment;
        Database database = Database::Cms;
        int retentionHours = 24;
        qint64 startedMs = 0; ///< machine's time, as all times here
        qint64 durationMs = 0;
        qint64 finishedMs = 0;
        State state = State::Running;
        bool willFail = false;
        QByteArray bacpacName; ///< set when the snapshot is there
    };

    void dropOrphans();
    [[nodiscard]] Worker::Delay step(const CancelFlag& cancel);
    [[nodiscard]] std::optional<Record> nextWithoutSnapshot() const;
    [[nodiscard]] Result<QByteArray> makeSnapshot(const Record& record, const CancelFlag& cancel);
    [[nodiscard]] Worker::Delay advance();
    [[nodiscard]] qint64 expiryMs(const Record& record) const;
    [[nodiscard]] QJsonObject toApi(const Record& record, const QString& status) const;
    [[nodiscard]] QByteArray freshLink(const Record& record) const;
    [[nodiscard]] Result<void> save() const;
    static QJsonObject toStored(const Record& record);
    static Record fromStored(const QJsonObject& object);

    PracticeContext& m_context;
    mutable QMutex m_mutex;
    QList<Record> m_records;
    std::unique_ptr<Worker> m_worker; ///< last: ends first
};

} // namespace longshore::practice
