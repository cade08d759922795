#include "ui/connections/connectassistant.h"

#include "app/services.h"
#include "app/settings/settings.h"
#include "ui/connections/filespage.h"
#include "ui/connections/keypage.h"
#include "ui/connections/platformpage.h"

#include <QUuid>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {
constexpr QSize UsualSize(620, 560);
constexpr int KeyIndex = 1;
} // namespace

ConnectAssistant::ConnectAssistant(Services& services, Prompts& prompts, QWidget* parent) : Assistant(parent)
{
    setWindowTitle(tr("Connect"));
    m_draft.connection.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_draft.connection.baseUrl = defaultOptimizelyBaseUrl();
    build(services, prompts);
    showPage(0);
}

ConnectAssistant::ConnectAssistant(Services& services, Prompts& prompts, const Connection& edited, QWidget* parent)
    : Assistant(parent)
{
    //: %1 is the name of a connected project
    setWindowTitle(tr("Edit %1").arg(edited.name));
    m_draft.connection = edited;
    m_draft.editing = true;
    build(services, prompts);
    setFirstPage(KeyIndex);
    showPage(KeyIndex);
}

void ConnectAssistant::build(Services& services, Prompts& prompts)
{
    setObjectName(u"connectAssistant"_s);
    resize(UsualSize);
    m_draft.folder = services.settings().value().libraryFolder;
    auto* platform = new PlatformPage(m_draft, this);
    addPage(platform);
    addPage(new KeyPage(services, m_draft, this));
    addPage(new FilesPage(services, prompts, m_draft, this));
    connect(platform, &PlatformPage::practiceRequested, this, [this] {
        Q_EMIT practiceRequested();
        reject();
    });
    connect(this, &Assistant::completed, this, [this] {
        Q_EMIT connected(m_draft.toSave().first().id);
        accept();
    });
}

} // namespace longshore
