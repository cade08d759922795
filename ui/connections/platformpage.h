#pragma once

#include "ui/common/assistant.h"

#include <memory>

namespace Ui {
class PlatformPage;
}

namespace longshore {

struct ConnectDraft;
struct Error;
class Notice;
class Services;

/// Which kind of server. The practice server needs no further page: it is started right here.
class PlatformPage final : public AssistantPage
{
    Q_OBJECT

public:
    PlatformPage(Services& services, ConnectDraft& draft, QWidget* parent);
    ~PlatformPage() override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString forwardText() const override;
    [[nodiscard]] bool isComplete() const override { return !m_starting; }
    void tryAdvance() override;

Q_SIGNALS:
    void practiceStarted(const QString& connectionId);

private:
    void choose();

    Services& m_services;
    ConnectDraft& m_draft;
    std::unique_ptr<Ui::PlatformPage> m_ui;
    Notice* m_notice;
    bool m_starting = false;
};

} // namespace longshore
