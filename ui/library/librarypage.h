#pragma once

#include "app/core/error.h"
#include "app/core/task.h"
#include "app/domain/libraryentry.h"

#include <QPointer>
#include <QWidget>

namespace Ui {
class LibraryPage;
}

namespace longshore {

class LibraryModel;
class LibraryProxy;
class Notice;
class Services;

/// The finished files: where they came from, whether they are still good, and what can be done with them.
class LibraryPage final : public QWidget
{
    Q_OBJECT

public:
    LibraryPage(Services& services, QWidget* parent);
    ~LibraryPage() override;

    void selectEntry(const QString& id);
    void focusFilter();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void buildTable();
    void buildActions();
    void connectLibrary();
    void refreshFacts();
    void refreshEmptyState();
    void refreshActions();
    void showMenu(const QPoint& position);
    [[nodiscard]] std::optional<LibraryEntry> selected() const;

    void reveal();
    void verify();
    void verified(const QString& id, const Result<LibraryEntry>& result);
    void askToTrash();
    void trash(const QString& id);
    void copyRow();

    Services& m_services;
    std::unique_ptr<Ui::LibraryPage> m_ui;
    LibraryModel* m_model = nullptr;
    LibraryProxy* m_proxy = nullptr;
    Notice* m_notice = nullptr;
    QPointer<Task> m_verifying;
    QString m_verifyingId;
    QString m_selectWhenKnown;
};

} // namespace longshore
