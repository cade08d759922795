#include "ui/connections/keypage.h"

#include "ui/connections/connectdraft.h"
#include "ui/connections/credentialspage.h"
#include "ui/connections/vectorpage.h"

#include <QStackedLayout>

namespace longshore {

KeyPage::KeyPage(Services& services, ConnectDraft& draft, QWidget* parent)
    : AssistantPage(parent),
      m_draft(draft),
      m_pages(new QStackedLayout(this)),
      m_dxp(new CredentialsPage(services, draft, this)),
      m_vector(new VectorPage(services, draft, this))
{
    put(m_dxp);
    put(m_vector);
}

void KeyPage::put(AssistantPage* page)
{
    m_pages->addWidget(page);
    connect(page, &AssistantPage::advanced, this, &AssistantPage::advanced);
    connect(page, &AssistantPage::completeChanged, this, &AssistantPage::completeChanged);
}

AssistantPage* KeyPage::current() const
{
    return m_draft.connection.platform == Platform::VectorPro ? m_vector : m_dxp;
}

void KeyPage::enter()
{
    m_pages->setCurrentWidget(current());
    current()->enter();
}

} // namespace longshore
