#pragma once

#include "app/core/progress.h"
#include "ui/imports/importpageframe.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QTabWidget;

namespace longshore {

class DumpTablesModel;
class FindingList;

/// Page 2: what is in the file, as it is found; of a dump also its tables.
class CheckPage final : public ImportPageFrame
{
    Q_OBJECT

public:
    explicit CheckPage(QWidget* parent);

    [[nodiscard]] QString title() const override;
    void enter() override;
    void showProgress(const Progress& progress);

Q_SIGNALS:
    void checkRequested(); ///< the page is shown and the file was not checked yet
    void checkAgainRequested();

protected:
    void refresh() override;

private:
    [[nodiscard]] QWidget* makeFindings();
    [[nodiscard]] QWidget* makeTables();
    void refreshTables();
    void copyReport();

    QLabel* m_summary;
    QProgressBar* m_bar;
    QLabel* m_read;
    FindingList* m_list;
    DumpTablesModel* m_tables;
    QTabWidget* m_tabs;
    QPushButton* m_copy;
    QPushButton* m_again;
};

} // namespace longshore
