#include "ui/connections/filespage.h"

#include "app/core/clock.h"
#include "app/credentials/credentialstore.h"
#include "app/services.h"
#include "app/settings/connections.h"
#include "app/settings/settings.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/notice.h"
#include "ui/common/prompts.h"
#include "ui/common/words.h"
#include "ui/connections/connectdraft.h"
#include "ui_filespage.h"

#include <QComboBox>
#include <QDir>

namespace longshore {

using namespace Qt::StringLiterals;

FilesPage::FilesPage(Services& services, Prompts& prompts, ConnectDraft& draft, QWidget* parent)
    : AssistantPage(parent),
      m_services(services),
      m_prompts(prompts),
      m_draft(draft),
      m_ui(std::make_unique<Ui::FilesPage>()),
      m_notice(new Notice(this))
{
    m_ui->setupUi(this);
    makeHeading(m_ui->heading, HeadingRank::Page);
    makeHeading(m_ui->tiersHeading, HeadingRank::Section);
    for (QLabel* label : {m_ui->naming, m_ui->tiersText, m_ui->keychain}) {
        makeQuiet(label);
    }
    m_notice->hide();
    m_ui->messages->addWidget(m_notice);
    connect(m_ui->chooseFolder, &QPushButton::clicked, this, [this] {
        m_prompts.chooseFolder(tr("Keep files in"), m_ui->folder->text(), this, this, [this](const QString& folder) {
            m_ui->folder->setText(QDir::toNativeSeparators(folder));
        });
    });
    connect(m_ui->add, &QPushButton::clicked, this, &FilesPage::addEnvironment);
    connect(m_ui->addName, &QLineEdit::textChanged, this,
            [this](const QString& text) { m_ui->add->setEnabled(!text.trimmed().isEmpty()); });
    m_ui->add->setEnabled(false);
    connect(m_ui->askEachTime, &QCheckBox::toggled, this, &AssistantPage::completeChanged);
}

FilesPage::~FilesPage() = default;

QString FilesPage::title() const
{
    //: Name of an assistant's page
    return tr("Files and secrets");
}

QString FilesPage::forwardText() const
{
    //: Finishes the Connect assistant
    return m_draft.editing ? tr("&Save") : tr("Connec&t");
}

/// A keychain may ask the person first; whoever types the secret each time need not wait for it.
bool FilesPage::isComplete() const
{
    return !m_saving && (m_keychainAnswered || m_ui->askEachTime->isChecked());
}

void FilesPage::enter()
{
    m_ui->folder->setText(QDir::toNativeSeparators(m_draft.folder));
    const Connection shown = m_draft.toSave().value(0);
    m_ui->naming->setText(exportFileName(shown.name, u"Production"_s, databasesOf(shown.platform).first(),
                                         m_services.clock().nowUtc().toLocalTime()));
    m_ui->askEachTime->setChecked(m_draft.askEachTime);
    m_notice->hide();
    const bool oneByOne = shown.platform == Platform::OptimizelyDxp || m_draft.editing;
    m_ui->tiersHeading->setVisible(oneByOne); // of several sites each is edited on its own
    m_ui->tiersText->setVisible(oneByOne);
    const bool mayAdd = shown.platform == Platform::OptimizelyDxp;
    m_ui->addLabel->setVisible(mayAdd);
    m_ui->addName->setVisible(mayAdd);
    m_ui->add->setVisible(mayAdd);
    rebuildTiers();
    askKeychain();
}

void FilesPage::askKeychain()
{
    m_keychainAnswered = false;
    m_ui->keychain->setText(tr("Asking the system's keychain…"));
    auto* task = m_services.credentials().read(m_draft.toSave().value(0).id, this);
    connect(task, &Task::finished, this, [this, task] {
        showKeychain(task->result() ? Error{.code = Error::Code::SecretMissing} : task->result().error());
    });
    task->start();
}

void FilesPage::showKeychain(const Error& error)
{
    m_draft.keychainWorks = error.code == Error::Code::SecretMissing;
    if (m_draft.keychainWorks) {
        m_ui->keychain->setText(tr("Kept in the system's keychain, which works. It is never written to a file."));
    } else if (error.code == Error::Code::KeychainLocked) {
        m_ui->keychain->setText(
            tr("The system's keychain is locked. Unlock it, or type the secret at each start. It is "
               "never written to a file."));
    } else {
        m_ui->keychain->setText(
            tr("Your system has no password store running. You can type the secret at each start, or "
               "set one up. It is never written to a file."));
    }
    m_ui->askEachTime->setEnabled(m_draft.keychainWorks);
    m_ui->askEachTime->setChecked(m_draft.askEachTime || !m_draft.keychainWorks);
    m_keychainAnswered = true;
    Q_EMIT completeChanged();
}

void FilesPage::rebuildTiers()
{
    while (const auto item = std::unique_ptr<QLayoutItem>(m_ui->tiers->takeAt(0))) {
        item->widget()->hide();
        item->widget()->deleteLater();
    }
    if (m_draft.connection.platform == Platform::VectorPro && !m_draft.editing) {
        return;
    }
    for (int row = 0; row < m_draft.connection.environments.size(); ++row) {
        addTierRow(row);
    }
}

void FilesPage::addTierRow(int row)
{
    const Environment& environment = m_draft.connection.environments.at(row);
    auto* name = new QLabel(environment.name, this);
    name->setTextFormat(Qt::PlainText);
    auto* tier = new QComboBox(this);
    tier->setObjectName(u"tier_"_s + environment.name);
    //: Read aloud. %1 is an environment
    tier->setAccessibleName(tr("Tier of %1").arg(environment.name));
    const QList<Tier> choices = choosableTiers(environment.name);
    for (const Tier choice : choices) {
        tier->addItem(tierIcon(choice), tierText(choice), static_cast<int>(choice));
    }
    tier->setCurrentIndex(static_cast<int>(choices.indexOf(environment.tier)));
    connect(tier, &QComboBox::currentIndexChanged, this, [this, row, tier] {
        m_draft.connection.environments[row].tier = static_cast<Tier>(tier->currentData().toInt());
    });
    auto* note = quietLabel(this);
    note->setText(environment.access == Access::Denied ? tr("no right with this key")
                  : environment.addedByHand            ? tr("added by name")
                                                       : QString());
    m_ui->tiers->addWidget(name, row, 0);
    m_ui->tiers->addWidget(note, row, 1);
    m_ui->tiers->addWidget(tier, row, 2);
}

void FilesPage::addEnvironment()
{
    const QString name = m_ui->addName->text().trimmed();
    if (m_draft.connection.environment(name)) {
        m_notice->showText(Tone::Caution, tr("%1 is in the list already.").arg(name));
        return;
    }
    m_notice->hide();
    m_draft.connection.environments << Environment{
        .name = name, .tier = guessTier(name), .access = Access::Unknown, .addedByHand = true};
    m_ui->addName->clear();
    rebuildTiers();
}

void FilesPage::tryAdvance()
{
    m_draft.folder = QDir::fromNativeSeparators(m_ui->folder->text().trimmed());
    if (!QDir::isAbsolutePath(m_draft.folder)) {
        m_notice->showText(Tone::Bad, tr("The folder for files has to be a full path."));
        return;
    }
    m_draft.askEachTime = m_ui->askEachTime->isChecked();
    m_notice->hide();
    setSaving(true);
    m_toSave = m_draft.toSave();
    saveNext();
}

void FilesPage::saveNext()
{
    if (m_toSave.isEmpty()) {
        savedAll();
        return;
    }
    Connection next = m_toSave.takeFirst();
    if (next.platform == Platform::VectorPro) { // the sites of an account come with the service's names for them
        next.name = m_services.connections().freeName(next.name, next.id);
    }
    storeSecret(next);
}

void FilesPage::storeSecret(const Connection& connection)
{
    if (m_draft.secret.isEmpty()) {
        saveConnection(connection);
        return;
    }
    if (m_draft.askEachTime) {
        m_services.rememberForThisRun(connection.id, m_draft.secret);
        saveConnection(connection);
        return;
    }
    auto* task = m_services.credentials().write(connection.id, m_draft.secret, this);
    connect(task, &Task::finished, this, [this, task, connection] {
        if (!task->result()) {
            setSaving(false);
            showKeychain(task->result().error());
            m_notice->showError(task->result().error());
            return;
        }
        saveConnection(connection);
    });
    task->start();
}

void FilesPage::saveConnection(const Connection& connection)
{
    auto* task = m_services.connections().save(connection, this);
    connect(task, &Task::finished, this, [this, task] {
        if (!task->result()) {
            setSaving(false);
            m_notice->showError(task->result().error());
            return;
        }
        saveNext();
    });
    task->start();
}

void FilesPage::savedAll()
{
    setSaving(false);
    Settings settings = m_services.settings().value();
    settings.libraryFolder = m_draft.folder;
    m_services.settings().update(settings);
    m_services.wakeEngine();
    Q_EMIT advanced();
}

void FilesPage::setSaving(bool saving)
{
    m_saving = saving;
    Q_EMIT completeChanged();
}

} // namespace longshore
