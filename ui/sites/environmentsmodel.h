#pragma once

#include "app/domain/connection.h"
#include "ui/sites/placefacts.h"

#include <QAbstractTableModel>

namespace longshore {

/// Every environment of every project, one row each, for the overview.
class EnvironmentsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { SiteColumn, EnvironmentColumn, TierColumn, LastExportColumn, OnServerColumn, NowColumn, ColumnCount };
    enum Role { IdRole = Qt::UserRole, SortRole, TierRole };

    struct Row
    {
        Place place;
        QString site;
        Tier tier = Tier::Production;
        Access access = Access::Unknown;
        QDateTime lastExport{}; ///< invalid: never
        qint64 lastSize = -1;
        QDateTime onServerUntil{}; ///< invalid: nothing there
        QString now{}; ///< what goes on there, for people; empty: nothing

        friend bool operator==(const Row&, const Row&) = default;
    };

    explicit EnvironmentsModel(QObject* parent = nullptr);
    void setRows(const QList<Row>& fresh, const QDateTime& now);
    [[nodiscard]] Place placeAt(const QModelIndex& index) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString display(const Row& row, int column) const;
    [[nodiscard]] static QVariant sortValue(const Row& row, int column);

    QList<Row> m_rows;
    QDateTime m_now;
};

/// The rows of all connections from what is known now.
[[nodiscard]] QList<EnvironmentsModel::Row> environmentRows(const QList<Connection>& connections,
                                                            const QList<JobRecord>& newestFirst, const QDateTime& now);

} // namespace longshore
