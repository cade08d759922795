#include "ui/connections/vectorpage.h"

#include "app/credentials/credentialstore.h"
#include "app/providers/vector/vectorprovider.h"
#include "app/services.h"
#include "app/settings/connections.h"
#include "ui/common/labels.h"
#include "ui/common/notice.h"
#include "ui/connections/connectdraft.h"
#include "ui_vectorpage.h"

#include <QUuid>

namespace longshore {

using namespace Qt::StringLiterals;

VectorPage::VectorPage(Services& services, ConnectDraft& draft, QWidget* parent)
    : AssistantPage(parent),
      m_services(services),
      m_draft(draft),
      m_ui(std::make_unique<Ui::VectorPage>()),
      m_notice(new Notice(this))
{
    m_ui->setupUi(this);
    makeHeading(m_ui->heading, HeadingRank::Page);
    makeQuiet(m_ui->testState);
    m_notice->hide();
    m_ui->results->addWidget(m_notice);
    fillDialects();
    connect(m_ui->showToken, &QToolButton::toggled, this,
            [this](bool shown) { m_ui->token->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password); });
    connect(m_ui->testToken, &QPushButton::clicked, this, [this] {
        m_goOnAfterTest = false;
        test();
    });
    for (QLineEdit* field : {m_ui->token, m_ui->address}) {
        connect(field, &QLineEdit::textEdited, this, &VectorPage::edited);
    }
    connect(m_ui->siteName, &QLineEdit::textEdited, this, &AssistantPage::completeChanged);
    connect(m_ui->dialect, &QComboBox::activated, this, &VectorPage::edited);
    connect(m_ui->sites, &QListWidget::itemChanged, this, &VectorPage::siteTicked);
}

VectorPage::~VectorPage() = default;

void VectorPage::fillDialects()
{
    m_ui->dialect->addItem(tr("Find out"));
    m_ui->dialect->addItem(tr("Present (G2)"), u"G2"_s);
    m_ui->dialect->addItem(tr("Of early 2026 (G1)"), u"G1"_s);
    m_ui->dialect->addItem(tr("As the documentation describes it (D)"), u"D"_s);
}

QString VectorPage::title() const
{
    //: Name of an assistant's page: the account's token and its sites
    return tr("Account");
}

QString VectorPage::forwardText() const
{
    return m_draft.tested ? QString() : tr("Test and &next");
}

bool VectorPage::isComplete() const
{
    if (m_test != nullptr || (!m_draft.editing && m_ui->token->text().isEmpty())) {
        return false;
    }
    if (m_draft.editing) {
        return !m_ui->siteName->text().trimmed().isEmpty();
    }
    return !m_draft.tested || !m_draft.chosenSites.isEmpty();
}

void VectorPage::enter()
{
    const Connection& connection = m_draft.connection;
    m_ui->siteName->setText(connection.name);
    m_ui->address->setText(connection.baseUrl.toString());
    m_ui->token->setPlaceholderText(m_draft.editing ? tr("unchanged") : QString());
    const QString dialect = connection.dialectByHand ? vectorDialectName(connection.dialect) : QString();
    m_ui->dialect->setCurrentIndex(std::max(0, m_ui->dialect->findData(dialect)));
    m_ui->nameLabel->setVisible(m_draft.editing);
    m_ui->siteName->setVisible(m_draft.editing);
    showSites();
    m_ui->token->setFocus();
    Q_EMIT completeChanged();
}

void VectorPage::edited()
{
    m_draft.tested = false;
    m_draft.sites.clear();
    m_draft.chosenSites.clear();
    m_notice->hide();
    m_ui->testState->clear();
    showSites();
    Q_EMIT completeChanged();
}

void VectorPage::readFields()
{
    Connection& connection = m_draft.connection;
    QString address = m_ui->address->text().trimmed();
    if (!address.isEmpty() && !address.endsWith(u'/')) {
        address += u'/';
    }
    connection.baseUrl = QUrl(address, QUrl::StrictMode);
    if (m_draft.editing) {
        connection.name = m_ui->siteName->text().trimmed();
    }
    const std::optional<VectorDialect> dialect = vectorDialectFromName(m_ui->dialect->currentData().toString());
    connection.dialectByHand = dialect.has_value();
    connection.dialect = dialect.value_or(connection.dialect);
    m_draft.secret = Secret(m_ui->token->text().trimmed().toUtf8());
}

bool VectorPage::showWrongField()
{
    Connection probe = m_draft.connection;
    if (!m_draft.editing) {
        probe.name = probe.projectId = u"site"_s; // come with the test
    }
    const QString field = invalidField(probe);
    const bool unchanged = m_draft.editing && m_draft.secret.isEmpty();
    QString what;
    if (field == u"name"_s) {
        what = tr("This name cannot be used.");
    } else if (field == u"baseUrl"_s) {
        what = tr("The service address has to begin with https://.");
    } else if (!unchanged && !tokenProblem(m_draft.secret.reveal()).isEmpty()) {
        what = tr("The token holds something that a token never has. Copy it again.");
    }
    if (what.isEmpty()) {
        return false;
    }
    m_notice->showText(Tone::Bad, what);
    return true;
}

void VectorPage::tryAdvance()
{
    readFields();
    if (showWrongField()) {
        return;
    }
    if (m_draft.tested) {
        Q_EMIT advanced();
        return;
    }
    m_goOnAfterTest = true;
    test();
}

void VectorPage::test()
{
    readFields();
    if (m_test != nullptr || showWrongField()) {
        return;
    }
    m_notice->hide();
    if (!m_draft.secret.isEmpty()) {
        testWith(m_draft.secret);
        return;
    }
    auto* stored = m_services.credentials().read(m_draft.connection.id, this);
    m_test = stored;
    connect(stored, &Task::finished, this, [this, stored] {
        m_test = nullptr;
        if (stored->result()) {
            testWith(*stored->result());
        } else {
            failTest(stored->result().error());
        }
    });
    stored->start();
}

void VectorPage::testWith(const Secret& token)
{
    m_ui->testState->setText(tr("Signing in and asking for the sites…"));
    if (m_draft.editing) {
        askSite(token);
    } else {
        askAccount(token);
    }
    Q_EMIT completeChanged();
}

void VectorPage::askAccount(const Secret& token)
{
    const Connection& connection = m_draft.connection;
    auto* asked = m_services.findSites(
        connection.baseUrl, token, connection.dialectByHand ? std::optional(connection.dialect) : std::nullopt, this);
    m_test = asked;
    connect(asked, &Task::finished, this, [this, asked] {
        m_test = nullptr;
        if (asked->result()) {
            showAccount(*asked->result());
        } else {
            failTest(asked->result().error());
        }
    });
    asked->start();
}

void VectorPage::askSite(const Secret& token)
{
    auto* asked = m_services.test(m_draft.connection, token, this);
    m_test = asked;
    connect(asked, &Task::finished, this, [this, asked] {
        m_test = nullptr;
        if (asked->result()) {
            showSite(*asked->result());
        } else {
            failTest(asked->result().error());
        }
    });
    asked->start();
}

void VectorPage::showAccount(const VectorAccount& account)
{
    m_draft.tested = true;
    m_draft.sites = account.sites;
    m_draft.chosenSites.clear();
    const QList<Connection> known = m_services.connections().all();
    for (Connection& site : m_draft.sites) {
        site.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        const bool isConnected = std::any_of(known.begin(), known.end(), [&site](const Connection& each) {
            return each.platform == Platform::VectorPro && each.projectId == site.projectId
                   && each.baseUrl == site.baseUrl;
        });
        if (!isConnected && account.sites.size() == 1) {
            m_draft.chosenSites.insert(site.projectId);
        }
    }
    showSites();
    signedIn(account.readOnly, account.name);
    if (m_draft.sites.isEmpty()) {
        m_notice->showText(Tone::Caution, tr("This token sees no site."),
                           tr("Its owner can give it the right site:read."));
    } else if (m_goOnAfterTest && !m_draft.chosenSites.isEmpty()) {
        Q_EMIT advanced();
    }
}

void VectorPage::showSite(const ConnectionTest& test)
{
    m_draft.tested = true;
    Connection& connection = m_draft.connection;
    connection.environments = test.environments;
    connection.dialect = test.dialect.value_or(connection.dialect);
    connection.readOnly = test.readOnly;
    signedIn(test.readOnly, test.account);
    if (m_goOnAfterTest) {
        Q_EMIT advanced();
    }
}

void VectorPage::signedIn(bool readOnly, const QString& account)
{
    //: %1 is the name of an account at the service
    const QString where = account.isEmpty() ? tr("Signed in.") : tr("Signed in to %1.").arg(account);
    const bool choose = !m_draft.editing && m_draft.sites.size() > 1;
    m_ui->testState->setText(choose ? where + u' ' + tr("Tick the sites to connect.") : where);
    if (readOnly) {
        m_notice->showText(Tone::Caution, tr("This token may only watch: it can neither export nor import."),
                           tr("For that it needs the right site:write."));
    }
    Q_EMIT completeChanged();
}

void VectorPage::showSites()
{
    const bool shown = !m_draft.editing && !m_draft.sites.isEmpty();
    m_ui->sites->setVisible(shown);
    m_ui->sitesLabel->setVisible(shown);
    const QSignalBlocker blocker(m_ui->sites);
    m_ui->sites->clear();
    for (const Connection& site : std::as_const(m_draft.sites)) {
        auto* item = new QListWidgetItem(site.name, m_ui->sites);
        item->setData(Qt::UserRole, site.projectId);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(m_draft.chosenSites.contains(site.projectId) ? Qt::Checked : Qt::Unchecked);
    }
}

void VectorPage::siteTicked(const QListWidgetItem* item)
{
    const QString id = item->data(Qt::UserRole).toString();
    if (item->checkState() == Qt::Checked) {
        m_draft.chosenSites.insert(id);
    } else {
        m_draft.chosenSites.remove(id);
    }
    Q_EMIT completeChanged();
}

void VectorPage::failTest(const Error& error)
{
    m_draft.tested = false;
    m_ui->testState->clear();
    if (error.code != Error::Code::Cancelled) {
        m_notice->showError(error);
    }
    Q_EMIT completeChanged();
}

} // namespace longshore
