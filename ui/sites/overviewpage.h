#pragma once

#include "ui/sites/place.h"

#include <QWidget>

class QSortFilterProxyModel;
class QTableView;

namespace longshore {

class EnvironmentsModel;
class Services;

/// All environments in one table; shown when no environment is selected.
class OverviewPage final : public QWidget
{
    Q_OBJECT

public:
    explicit OverviewPage(Services& services, QWidget* parent = nullptr);
    /// Only this project; empty: all of them.
    void showConnection(const QString& connectionId);

Q_SIGNALS:
    void placeActivated(const longshore::Place& place);

private:
    void buildTable();
    void refresh();

    Services& m_services;
    QString m_connectionId;
    EnvironmentsModel* m_model;
    QSortFilterProxyModel* m_sorted;
    QTableView* m_table;
};

} // namespace longshore
