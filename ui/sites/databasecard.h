#pragma once

#include "ui/sites/placefacts.h"

#include <QWidget>

class QAction;
class QLabel;
class QPushButton;
class QToolButton;

namespace longshore {

/// One database of an environment: what was exported, what the server keeps, how long it takes, and what can be done.
class DatabaseCard final : public QWidget
{
    Q_OBJECT

public:
    explicit DatabaseCard(Database database, QWidget* parent = nullptr);
    void setFacts(const DatabaseFacts& facts, const QDateTime& now, bool allowed);

Q_SIGNALS:
    void exportRequested(); ///< with the wizard
    void startRequested(); ///< at once, as the wizard would be filled in
    void runAgainRequested();
    void savePresetRequested();
    void showFileRequested(const QString& path);
    void jobActivated(const QString& id);

private:
    void buildHead(QWidget* head);
    void buildFacts(QWidget* grid);
    void buildButtons(QWidget* row);
    [[nodiscard]] QLabel* addFact(QWidget* grid, const QString& name, const QString& caption);

    Database m_database;
    DatabaseFacts m_facts;
    QLabel* m_lastExport = nullptr;
    QLabel* m_onServer = nullptr;
    QLabel* m_usual = nullptr;
    QToolButton* m_live = nullptr;
    QPushButton* m_export = nullptr;
    QPushButton* m_exportAs = nullptr;
    QPushButton* m_runAgain = nullptr;
    QToolButton* m_more = nullptr;
    QAction* m_showFile = nullptr;
    QAction* m_showJob = nullptr;
    QAction* m_savePreset = nullptr;
};

} // namespace longshore
