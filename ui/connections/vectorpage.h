#pragma once

#include "app/core/task.h"
#include "ui/common/assistant.h"

#include <QPointer>
#include <memory>

class QListWidgetItem;

namespace Ui {
class VectorPage;
}

namespace longshore {

struct ConnectDraft;
struct ConnectionTest;
struct VectorAccount;
class Notice;
class Secret;
class Services;
struct Error;

/// The token of a Vector Pro account, and which of its sites to take in: each becomes a connection of its own. While
/// editing: one site that is connected.
class VectorPage final : public AssistantPage
{
    Q_OBJECT

public:
    VectorPage(Services& services, ConnectDraft& draft, QWidget* parent);
    ~VectorPage() override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString forwardText() const override;
    [[nodiscard]] bool isComplete() const override;
    void enter() override;
    void tryAdvance() override;

private:
    void edited();
    void fillDialects();
    void readFields();
    [[nodiscard]] bool showWrongField();
    void test();
    void testWith(const Secret& token);
    void askAccount(const Secret& token);
    void askSite(const Secret& token);
    void showAccount(const VectorAccount& account);
    void showSite(const ConnectionTest& test);
    void showSites();
    void siteTicked(const QListWidgetItem* item);
    void signedIn(bool readOnly, const QString& account);
    void failTest(const Error& error);

    Services& m_services;
    ConnectDraft& m_draft;
    std::unique_ptr<Ui::VectorPage> m_ui;
    Notice* m_notice;
    QPointer<Task> m_test;
    bool m_goOnAfterTest = false;
};

} // namespace longshore
