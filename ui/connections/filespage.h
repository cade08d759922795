#pragma once

#include "app/domain/connection.h"
#include "ui/common/assistant.h"

#include <memory>

namespace Ui {
class FilesPage;
}

namespace longshore {

struct ConnectDraft;
class Notice;
class Prompts;
class Services;

/// Where files go, how they are named, where the secret is kept, and the tier of each environment. Saves it all.
class FilesPage final : public AssistantPage
{
    Q_OBJECT

public:
    FilesPage(Services& services, Prompts& prompts, ConnectDraft& draft, QWidget* parent);
    ~FilesPage() override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString forwardText() const override;
    [[nodiscard]] bool isComplete() const override;
    void enter() override;
    void tryAdvance() override;

private:
    void askKeychain();
    void showKeychain(const struct Error& error);
    void rebuildTiers();
    void addTierRow(int row);
    void addEnvironment();
    void saveNext();
    void storeSecret(const Connection& connection);
    void saveConnection(const Connection& connection);
    void savedAll();
    void setSaving(bool saving);

    Services& m_services;
    Prompts& m_prompts;
    ConnectDraft& m_draft;
    std::unique_ptr<Ui::FilesPage> m_ui;
    Notice* m_notice;
    QList<Connection> m_toSave;
    bool m_saving = false;
    bool m_keychainAnswered = false;
};

} // namespace longshore
