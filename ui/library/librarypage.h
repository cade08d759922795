#pragma once

#include "app/core/progress.h"
#include "app/core/result.h"
#include "app/domain/libraryentry.h"

#include <QPointer>
#include <QWidget>
#include <memory>

class QAction;

namespace Ui {
class LibraryPage;
}

namespace longshore {

class ElidedLabel;
class LibraryModel;
class LibraryProxy;
class Prompts;
class Services;
class Task;
class TierBadge;

/// The finished files: where they came from, whether they are still good, and what can be done with them.
class LibraryPage final : public QWidget
{
    Q_OBJECT

public:
    LibraryPage(Services& services, QWidget* parent);
    ~LibraryPage() override;

    void selectEntry(const QString& id);
    void focusFilter();
    /// The prompts outlive this; without a call, dialogs of the window.
    void setPrompts(Prompts& prompts) { m_prompts = &prompts; }

Q_SIGNALS:
    void importRequested(const longshore::LibraryEntry& entry);

private:
    void buildTable();
    void buildFacts();
    void buildActions();
    void connectLibrary();
    [[nodiscard]] QAction* action(const QString& name, const QString& iconName, const QString& text);
    void refresh();
    void refreshFacts();
    void refreshActions();
    void showMenu(const QPoint& position);
    [[nodiscard]] std::optional<LibraryEntry> selected() const;

    void verifySelected();
    void showProgress(const Progress& progress);
    void endVerify(const LibraryEntry& before, const Result<LibraryEntry>& result);
    void togglePinned();
    void askToTrash();
    void trash(const LibraryEntry& entry);

    Services& m_services;
    std::unique_ptr<Ui::LibraryPage> m_ui;
    std::unique_ptr<Prompts> m_dialogs;
    Prompts* m_prompts = nullptr;
    LibraryModel* m_model = nullptr;
    LibraryProxy* m_proxy = nullptr;
    TierBadge* m_tier = nullptr;
    QList<ElidedLabel*> m_facts;
    QAction* m_reveal = nullptr;
    QAction* m_import = nullptr;
    QAction* m_pin = nullptr;
    QAction* m_verify = nullptr;
    QAction* m_stop = nullptr;
    QAction* m_copy = nullptr;
    QAction* m_trash = nullptr;
    QPointer<Task> m_verifying;
    QString m_selectWhenKnown;
};

} // namespace longshore
