#include "ui/imports/importpageframe.h"

#include "ui/imports/importtext.h"

namespace longshore {

bool ImportPageFrame::isComplete() const
{
    return !problemOf(m_plan, m_facts, m_page);
}

QString ImportPageFrame::hint() const
{
    const std::optional<ImportProblem> problem = problemOf(m_plan, m_facts, m_page);
    return problem ? problemText(*problem, m_plan, m_facts) : QString();
}

void ImportPageFrame::showPlan(const ImportPlan& plan, const ImportFacts& facts)
{
    m_plan = plan;
    m_facts = facts;
    refresh();
    Q_EMIT completeChanged();
}

} // namespace longshore
