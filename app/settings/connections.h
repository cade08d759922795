#pragma once

#include "app/core/task.h"
#include "app/domain/connection.h"

#include <QObject>

namespace longshore {

class Storage;

/// The projects a person connected, in their order.
class Connections final : public QObject
{
    Q_OBJECT

public:
    explicit Connections(Storage& storage, QObject* parent = nullptr);

    void load(); ///< ready() follows; called again it brings in what another process changed
    [[nodiscard]] bool isReady() const { return m_ready; }
    [[nodiscard]] QList<Connection> all() const { return m_connections; }
    [[nodiscard]] std::optional<Connection> find(const QString& id) const;
    [[nodiscard]] std::optional<Connection> findByName(const QString& name) const; ///< any case
    /// Names are unique: "shop", "shop (2)", …, the first that no other connection has.
    [[nodiscard]] QString freeName(const QString& name, const QString& forId) const;

    /// Makes it durable; replaces the one with the same id; a transient one stays transient. Errors: BadInput (subject:
    /// the field; a name already used by another connection counts), StorageBroken.
    [[nodiscard]] ResultTask<void>* save(const Connection& connection, QObject* parent);
    /// Errors: NotFound, StorageBroken. The secret in the credential store is the caller's to remove.
    [[nodiscard]] ResultTask<void>* remove(const QString& id, QObject* parent);
    /// Lives only while the program runs (the practice server).
    void setTransient(const Connection& connection);

Q_SIGNALS:
    void ready();
    void connectionChanged(const longshore::Connection& connection); ///< added or changed
    void connectionRemoved(const QString& id);
    void storageFailed(const longshore::Error& error);

private:
    void put(const Connection& connection);
    void drop(const QString& id);
    void take(const QList<Connection>& stored);
    [[nodiscard]] QString refusedField(const Connection& connection) const;
    [[nodiscard]] bool isTransient(const QString& id) const { return m_transientIds.contains(id); }

    Storage& m_storage;
    QList<Connection> m_connections;
    QStringList m_transientIds;
    bool m_ready = false;
};

} // namespace longshore
