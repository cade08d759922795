#pragma once

#include "app/core/task.h"
#include "ui/common/assistant.h"

#include <QPointer>
#include <memory>

namespace Ui {
class CredentialsPage;
}

namespace longshore {

struct ConnectDraft;
struct ConnectionTest;
class Notice;
class RightsList;
class Secret;
class Services;
struct Error;

/// Name, project ID, key and secret, and the test that shows what the key may touch. Next tests first when the
/// values have not been tested; a failed test can be passed over once the person has read what it says.
class CredentialsPage final : public AssistantPage
{
    Q_OBJECT

public:
    CredentialsPage(Services& services, ConnectDraft& draft, QWidget* parent);
    ~CredentialsPage() override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString forwardText() const override;
    [[nodiscard]] bool isComplete() const override;
    void enter() override;
    void tryAdvance() override;

private:
    void edited();
    void pasteAll();
    void readFields();
    void test();
    void testWith(const Secret& secret);
    void showTest(const ConnectionTest& test);
    void showState(const QString& text);
    void failTest(const Error& error);
    [[nodiscard]] bool showWrongField();

    Services& m_services;
    ConnectDraft& m_draft;
    std::unique_ptr<Ui::CredentialsPage> m_ui;
    Notice* m_notice;
    RightsList* m_rights;
    QPointer<ResultTask<ConnectionTest>> m_test;
    bool m_goOnAfterTest = false;
    bool m_mayPassOver = false; ///< the test failed for a reason that is not the key
};

} // namespace longshore
