#pragma once

#include "ui/common/assistant.h"

#include <memory>

namespace Ui {
class PlatformPage;
}

namespace longshore {

struct ConnectDraft;

/// Which kind of server. The practice server needs no further page.
class PlatformPage final : public AssistantPage
{
    Q_OBJECT

public:
    PlatformPage(ConnectDraft& draft, QWidget* parent);
    ~PlatformPage() override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString forwardText() const override;
    void tryAdvance() override;

Q_SIGNALS:
    void practiceRequested();

private:
    void choose();

    ConnectDraft& m_draft;
    std::unique_ptr<Ui::PlatformPage> m_ui;
};

} // namespace longshore
