#pragma once

#include "ui/common/assistant.h"
#include "ui/imports/importplan.h"

namespace longshore {

/// One page of the import assistant: shows the plan and says what the person changed in it.
class ImportPageFrame : public AssistantPage
{
    Q_OBJECT

public:
    ImportPageFrame(ImportPage page, QWidget* parent) : AssistantPage(parent), m_page(page) { }

    [[nodiscard]] bool isComplete() const override;
    [[nodiscard]] QString hint() const override;
    void showPlan(const ImportPlan& plan, const ImportFacts& facts);

Q_SIGNALS:
    /// The plan as the page would have it.
    void edited(const longshore::ImportPlan& plan);

protected:
    virtual void refresh() = 0;
    /// Sends the plan with a change.
    template <class Change>
    void edit(Change change)
    {
        ImportPlan plan = m_plan;
        change(plan);
        Q_EMIT edited(plan);
    }

    ImportPlan m_plan;
    ImportFacts m_facts;

private:
    ImportPage m_page;
};

} // namespace longshore
