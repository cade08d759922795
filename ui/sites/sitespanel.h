#pragma once

#include "ui/sites/place.h"

#include <QWidget>

class QAction;
class QLineEdit;
class QTreeView;

namespace longshore {

class Services;
class SitesFilter;
class SitesModel;

/// The left pane: filter, tree of connections and environments.
class SitesPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit SitesPanel(Services& services, QWidget* parent = nullptr);

    [[nodiscard]] Place current() const;
    void select(const Place& place);
    /// The row under a point of the screen; empty where there is none.
    [[nodiscard]] Place placeAt(const QPoint& global) const;
    /// On the screen: the rows, and the row under a point (empty where there is none).
    [[nodiscard]] QRect rowsArea() const;
    [[nodiscard]] QRect rowAreaAt(const QPoint& global) const;
    void focusFilter();
    /// Shown as a button below the tree.
    void setConnectAction(QAction* action);

Q_SIGNALS:
    void currentChanged(const longshore::Place& place);
    void menuRequested(const longshore::Place& place, const QPoint& globalPosition);

private:
    void buildTree();
    void refreshConnections();
    void refreshActivity();
    void applyFilter(const QString& typed);
    void askMenu(const QPoint& position);

    Services& m_services;
    SitesModel* m_model;
    SitesFilter* m_filter;
    QLineEdit* m_typed;
    QTreeView* m_tree;
};

} // namespace longshore
