#include "app/settings/connections.h"

#include "app/core/storage.h"

#include <QJsonDocument>
#include <QPointer>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <algorithm>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

bool sameName(const QString& one, const QString& other)
{
    return one.trimmed().compare(other.trimmed(), Qt::CaseInsensitive) == 0;
}

tl::unexpected<Error> broken(const QSqlDatabase& database, const QSqlQuery& query)
{
    return fail(Error::Code::StorageBroken, database.databaseName(), query.lastError().text());
}

/// Rows this version does not understand stay in the file and are passed over.
Result<QList<Connection>> readRows(QSqlDatabase& database)
{
    QSqlQuery query(database);
    if (!query.exec(u"SELECT body FROM connections ORDER BY position"_s)) {
        return broken(database, query);
    }
    QList<Connection> connections;
    while (query.next()) {
        const QJsonObject json = QJsonDocument::fromJson(query.value(0).toString().toUtf8()).object();
        if (const std::optional<Connection> connection = connectionFromJson(json)) {
            connections.append(*connection);
        }
    }
    return connections;
}

Result<void> writeRow(QSqlDatabase& database, const Connection& connection)
{
    // Another process may have taken the name since our rows were read.
    const Result<QList<Connection>> rows = readRows(database);
    if (!rows) {
        return tl::unexpected<Error>(rows.error());
    }
    for (const Connection& other : *rows) {
        if (other.id != connection.id && sameName(other.name, connection.name)) {
            return fail(Error::Code::BadInput, u"name"_s);
        }
    }
    QSqlQuery query(database);
    query.prepare(u"INSERT INTO connections (id, position, body) "
                  "VALUES (?, (SELECT COALESCE(MAX(position), 0) + 1 FROM connections), ?) "
                  "ON CONFLICT (id) DO UPDATE SET body = excluded.body"_s);
    query.addBindValue(connection.id);
    query.addBindValue(QString::fromUtf8(QJsonDocument(toJson(connection)).toJson(QJsonDocument::Compact)));
    if (!query.exec()) {
        return broken(database, query);
    }
    return {};
}

Result<void> deleteRow(QSqlDatabase& database, const QString& id)
{
    QSqlQuery query(database);
    query.prepare(u"DELETE FROM connections WHERE id = ?"_s);
    query.addBindValue(id);
    if (!query.exec()) {
        return broken(database, query);
    }
    if (query.numRowsAffected() == 0) {
        return fail(Error::Code::NotFound, id);
    }
    return {};
}

/// Runs `work` in the storage (unless empty), then `after` if it went well: also when nobody waits for the task any
/// more, so that the rows in memory follow the rows on disk.
class ChangeTask final : public ResultTask<void>
{
public:
    using Work = std::function<Result<void>(QSqlDatabase&)>;
    ChangeTask(Storage& storage, Work work, std::function<void()> after, QObject* parent)
        : ResultTask(parent), m_storage(storage), m_work(std::move(work)), m_after(std::move(after))
    { }
    /// Refused before anything was written.
    ChangeTask(Storage& storage, Error refusal, QObject* parent)
        : ResultTask(parent), m_storage(storage), m_refusal(std::move(refusal))
    { }

protected:
    void run() override
    {
        if (m_refusal) {
            completeWith(fail(*m_refusal));
            return;
        }
        if (!m_work) {
            m_after();
            completeWith({});
            return;
        }
        m_storage.submit(m_work, [self = QPointer(this), after = m_after](const Result<void>& outcome) {
            if (outcome) {
                after();
            }
            if (self) {
                self->completeWith(outcome);
            }
        });
    }

private:
    Storage& m_storage;
    Work m_work;
    std::function<void()> m_after;
    std::optional<Error> m_refusal;
};

} // namespace

Connections::Connections(Storage& storage, QObject* parent) : QObject(parent), m_storage(storage) { }

void Connections::load()
{
    const auto rows = std::make_shared<QList<Connection>>();
    const auto read = [rows](QSqlDatabase& database) -> Result<void> {
        Result<QList<Connection>> found = readRows(database);
        if (!found) {
            return tl::unexpected<Error>(found.error());
        }
        *rows = std::move(*found);
        return {};
    };
    m_storage.submit(read, [self = QPointer(this), rows](const Result<void>& outcome) {
        if (!self) {
            return;
        }
        if (!outcome) {
            Q_EMIT self->storageFailed(outcome.error());
            return;
        }
        self->take(*rows);
    });
}

void Connections::take(const QList<Connection>& stored)
{
    const QList<Connection> before = m_connections;
    for (const Connection& known : before) {
        const bool kept =
            std::any_of(stored.begin(), stored.end(), [&known](const Connection& row) { return row.id == known.id; });
        if (!kept && !isTransient(known.id)) {
            drop(known.id);
        }
    }
    for (const Connection& row : stored) {
        if (!isTransient(row.id)) {
            put(row);
        }
    }
    m_ready = true;
    Q_EMIT ready();
}

std::optional<Connection> Connections::find(const QString& id) const
{
    const auto found = std::find_if(m_connections.begin(), m_connections.end(),
                                    [&id](const Connection& known) { return known.id == id; });
    return found == m_connections.end() ? std::nullopt : std::optional(*found);
}

std::optional<Connection> Connections::findByName(const QString& name) const
{
    const auto found = std::find_if(m_connections.begin(), m_connections.end(),
                                    [&name](const Connection& known) { return sameName(known.name, name); });
    return found == m_connections.end() ? std::nullopt : std::optional(*found);
}

QString Connections::freeName(const QString& name, const QString& forId) const
{
    QString free = name;
    for (int counter = 2;; ++counter) {
        const std::optional<Connection> other = findByName(free);
        if (!other || other->id == forId) {
            return free;
        }
        free = name + u" ("_s + QString::number(counter) + u')';
    }
}

QString Connections::refusedField(const Connection& connection) const
{
    if (connection.id.isEmpty()) {
        return u"id"_s;
    }
    if (const QString field = invalidField(connection); !field.isEmpty()) {
        return field;
    }
    const bool taken = std::any_of(m_connections.begin(), m_connections.end(), [&connection](const Connection& known) {
        return known.id != connection.id && sameName(known.name, connection.name);
    });
    return taken ? u"name"_s : QString();
}

ResultTask<void>* Connections::save(const Connection& connection, QObject* parent)
{
    if (const QString field = refusedField(connection); !field.isEmpty()) {
        return new ChangeTask(m_storage, Error{.code = Error::Code::BadInput, .subject = field}, parent);
    }
    ChangeTask::Work work;
    if (!isTransient(connection.id)) {
        work = [connection](QSqlDatabase& database) { return writeRow(database, connection); };
    }
    const auto remember = [self = QPointer(this), connection] {
        if (self) {
            self->put(connection);
        }
    };
    return new ChangeTask(m_storage, work, remember, parent);
}

ResultTask<void>* Connections::remove(const QString& id, QObject* parent)
{
    ChangeTask::Work work;
    if (!isTransient(id)) {
        work = [id](QSqlDatabase& database) { return deleteRow(database, id); };
    }
    const auto forget = [self = QPointer(this), id] {
        if (self) {
            self->drop(id);
        }
    };
    return new ChangeTask(m_storage, work, forget, parent);
}

void Connections::setTransient(const Connection& connection)
{
    if (!isTransient(connection.id)) {
        m_transientIds.append(connection.id);
    }
    put(connection);
}

void Connections::put(const Connection& connection)
{
    const auto found = std::find_if(m_connections.begin(), m_connections.end(),
                                    [&connection](const Connection& known) { return known.id == connection.id; });
    if (found == m_connections.end()) {
        m_connections.append(connection);
    } else if (*found == connection) {
        return;
    } else {
        *found = connection;
    }
    Q_EMIT connectionChanged(connection);
}

void Connections::drop(const QString& id)
{
    m_transientIds.removeAll(id);
    if (m_connections.removeIf([&id](const Connection& known) { return known.id == id; }) > 0) {
        Q_EMIT connectionRemoved(id);
    }
}

} // namespace longshore

#include "moc_connections.cpp"
