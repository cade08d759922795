#pragma once

#include "ui/common/assistant.h"

class QStackedLayout;

namespace longshore {

struct ConnectDraft;
class Services;

/// What opens the service of the chosen platform: each has a page of its own in this place.
class KeyPage final : public AssistantPage
{
    Q_OBJECT

public:
    KeyPage(Services& services, ConnectDraft& draft, QWidget* parent);
    [[nodiscard]] QString title() const override { return current()->title(); }
    [[nodiscard]] QString forwardText() const override { return current()->forwardText(); }
    [[nodiscard]] bool isComplete() const override { return current()->isComplete(); }
    void enter() override;
    void tryAdvance() override { current()->tryAdvance(); }

private:
    [[nodiscard]] AssistantPage* current() const;
    void put(AssistantPage* page);

    ConnectDraft& m_draft;
    QStackedLayout* m_pages;
    AssistantPage* m_dxp;
    AssistantPage* m_vector;
};

} // namespace longshore
