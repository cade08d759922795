#pragma once

#include "app/domain/connection.h"
#include "ui/sites/place.h"

#include <QAbstractItemModel>
#include <QHash>

namespace longshore {

/// What is going on at a place, for its mark in the tree.
struct Activity
{
    int running = 0;
    int needsPerson = 0;

    friend bool operator==(const Activity&, const Activity&) = default;
};

/// Connections and their environments. Holds copies; follows its owner's lists by diff.
class SitesModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole, ///< Place::key()
        SortRole,
        TierRole, ///< int of Tier; invalid for a connection
        AccessRole, ///< int of Access; invalid for a connection
        RunningRole,
        NeedsPersonRole,
    };

    explicit SitesModel(QObject* parent = nullptr);

    void setConnections(const QList<Connection>& connections);
    void setActivity(const QHash<QString, Activity>& byPlaceKey);
    [[nodiscard]] Place placeAt(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOf(const Place& place) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Site
    {
        Connection connection; ///< without its environments
        quintptr serial = 0; ///< internal id of the children; survives moves of the row
        QList<Environment> environments;
        friend bool operator==(const Site& a, const Site& b) { return a.connection == b.connection; }
    };
    void mergeEnvironments(int siteRow, const QList<Environment>& fresh);
    [[nodiscard]] QVariant siteData(const Site& site, int role) const;
    [[nodiscard]] QVariant environmentData(const Site& site, const Environment& environment, int role) const;
    [[nodiscard]] Activity activityOf(const Place& place) const;

    QList<Site> m_sites;
    QHash<QString, Activity> m_activity;
    quintptr m_lastSerial = 0;
};

} // namespace longshore
