#include "ui/connections/credentialspage.h"

#include "app/credentials/credentialstore.h"
#include "app/providers/optimizely/optimizelyprovider.h"
#include "app/services.h"
#include "ui/common/labels.h"
#include "ui/common/notice.h"
#include "ui/connections/connectdraft.h"
#include "ui/connections/credentialtext.h"
#include "ui/connections/rightslist.h"
#include "ui_credentialspage.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>

namespace longshore {

using namespace Qt::StringLiterals;

CredentialsPage::CredentialsPage(Services& services, ConnectDraft& draft, QWidget* parent)
    : AssistantPage(parent),
      m_services(services),
      m_draft(draft),
      m_ui(std::make_unique<Ui::CredentialsPage>()),
      m_notice(new Notice(this)),
      m_rights(new RightsList(this))
{
    m_ui->setupUi(this);
    makeHeading(m_ui->heading, HeadingRank::Page);
    makeQuiet(m_ui->testState);
    m_notice->hide();
    m_ui->results->addWidget(m_rights);
    m_ui->results->addWidget(m_notice);
    connect(m_ui->showSecret, &QToolButton::toggled, this,
            [this](bool shown) { m_ui->secret->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password); });
    connect(m_ui->pasteAll, &QPushButton::clicked, this, &CredentialsPage::pasteAll);
    connect(m_ui->test, &QPushButton::clicked, this, [this] {
        m_goOnAfterTest = false;
        test();
    });
    for (QLineEdit* field : {m_ui->name, m_ui->projectId, m_ui->clientKey, m_ui->secret, m_ui->baseUrl}) {
        connect(field, &QLineEdit::textEdited, this, &CredentialsPage::edited);
    }
    connect(m_ui->name, &QLineEdit::textEdited, this, [this] { readFields(); });
}

CredentialsPage::~CredentialsPage() = default;

QString CredentialsPage::title() const
{
    //: Name of an assistant's page: project, key and secret
    return tr("Credentials");
}

QString CredentialsPage::forwardText() const
{
    if (m_mayPassOver) {
        return tr("&Next without test");
    }
    return m_draft.tested ? QString() : tr("Test and &next");
}

bool CredentialsPage::isComplete() const
{
    const bool secretGiven = m_draft.editing || !m_ui->secret->text().isEmpty();
    return m_test == nullptr && !m_ui->name->text().trimmed().isEmpty() && !m_ui->projectId->text().trimmed().isEmpty()
           && !m_ui->clientKey->text().trimmed().isEmpty() && secretGiven;
}

void CredentialsPage::enter()
{
    const Connection& connection = m_draft.connection;
    m_ui->name->setText(connection.name);
    m_ui->projectId->setText(connection.projectId);
    m_ui->clientKey->setText(connection.clientKey);
    m_ui->baseUrl->setText(connection.baseUrl.toString());
    m_ui->secret->setPlaceholderText(m_draft.editing ? tr("unchanged") : QString());
    (m_ui->name->text().isEmpty() ? m_ui->name : m_ui->secret)->setFocus();
    Q_EMIT completeChanged();
}

void CredentialsPage::edited()
{
    m_draft.tested = m_draft.tested && sender() == m_ui->name;
    m_mayPassOver = false;
    m_notice->hide();
    if (!m_draft.tested) {
        m_rights->clear();
        showState({});
    }
    Q_EMIT completeChanged();
}

void CredentialsPage::pasteAll()
{
    const FoundCredentials found = findCredentials(QGuiApplication::clipboard()->text());
    edited();
    if (found.isEmpty()) {
        m_notice->showText(Tone::Caution, tr("There is no project ID, key or secret in the text you copied."),
                           tr("Copy them together from the API tab of the portal and press Paste all again."));
        return;
    }
    const auto put = [](QLineEdit* field, const QString& text) {
        if (!text.isEmpty()) {
            field->setText(text);
        }
    };
    put(m_ui->projectId, found.projectId);
    put(m_ui->clientKey, found.clientKey);
    put(m_ui->secret, QString::fromLatin1(found.clientSecret.reveal()));
    put(m_ui->baseUrl, found.baseUrl.toString());
    Q_EMIT completeChanged();
    (m_ui->name->text().isEmpty() ? m_ui->name : m_ui->secret)->setFocus();
}

void CredentialsPage::readFields()
{
    Connection& connection = m_draft.connection;
    connection.name = m_ui->name->text().trimmed();
    connection.projectId = m_ui->projectId->text().trimmed();
    connection.clientKey = m_ui->clientKey->text().trimmed();
    QString address = m_ui->baseUrl->text().trimmed();
    if (!address.isEmpty() && !address.endsWith(u'/')) {
        address += u'/';
    }
    connection.baseUrl = QUrl(address, QUrl::StrictMode);
    m_draft.secret = Secret(m_ui->secret->text().toUtf8());
}

bool CredentialsPage::showWrongField()
{
    const QString field = invalidField(m_draft.connection);
    const QString rule =
        m_draft.editing && m_draft.secret.isEmpty() ? QString() : secretProblem(m_draft.secret.reveal());
    QString what;
    if (field == u"name"_s) {
        what = tr("This name cannot be used.");
    } else if (field == u"projectId"_s) {
        what = tr("The project ID is not complete: it has 32 letters and digits in five groups.");
    } else if (field == u"clientKey"_s) {
        what = tr("The key holds something that a key never has.");
    } else if (field == u"baseUrl"_s) {
        what = tr("The service address has to begin with https:// and end with /api/v1.0/.");
    } else if (rule == u"blank"_s) {
        what = tr("There is a blank in the secret. Copy it again without the blank.");
    } else if (rule == u"length"_s) {
        what = tr("The secret is not complete: its length is not a multiple of four.");
    } else if (!rule.isEmpty()) {
        what = tr("The secret holds something that a secret never has. Copy it again.");
    }
    if (what.isEmpty()) {
        return false;
    }
    m_notice->showText(Tone::Bad, what);
    return true;
}

void CredentialsPage::tryAdvance()
{
    readFields();
    if (showWrongField()) {
        return;
    }
    if (m_draft.tested || m_mayPassOver) {
        if (m_draft.connection.environments.isEmpty()) {
            const QStringList names = candidateEnvironments().mid(0, 3);
            for (const QString& name : names) {
                m_draft.connection.environments << Environment{.name = name, .tier = guessTier(name)};
            }
        }
        Q_EMIT advanced();
        return;
    }
    m_goOnAfterTest = true;
    test();
}

void CredentialsPage::test()
{
    readFields();
    if (m_test != nullptr || showWrongField()) {
        return;
    }
    m_notice->hide();
    if (!m_draft.secret.isEmpty() || !m_draft.editing) {
        testWith(m_draft.secret);
        return;
    }
    auto* stored = m_services.credentials().read(m_draft.connection.id, this);
    connect(stored, &Task::finished, this, [this, stored] {
        if (stored->result()) {
            testWith(*stored->result());
        } else {
            failTest(stored->result().error());
        }
    });
    stored->start();
}

void CredentialsPage::testWith(const Secret& secret)
{
    showState(tr("Signing in and asking for each environment…"));
    m_test = m_services.test(m_draft.connection, secret, this);
    connect(m_test, &Task::finished, this, [this] {
        const Result<ConnectionTest> result = m_test->result();
        m_test = nullptr;
        if (result) {
            showTest(*result);
        } else {
            failTest(result.error());
        }
    });
    m_test->start();
    Q_EMIT completeChanged();
}

void CredentialsPage::showTest(const ConnectionTest& test)
{
    m_draft.tested = true;
    m_mayPassOver = false;
    m_draft.connection.environments = environmentsToKeep(test.environments, m_draft.connection.environments);
    m_rights->setEnvironments(m_draft.connection.environments);
    const QString offset = QLocale().toString(test.clockAheadSeconds, 'f', 1);
    //: %1 is a number of seconds, may be negative
    showState(
        tr("Signed in. Clock %1 s against the server.").arg(test.clockAheadSeconds >= 0 ? u'+' + offset : offset));
    Q_EMIT completeChanged();
    if (m_goOnAfterTest) {
        Q_EMIT advanced();
    }
}

void CredentialsPage::failTest(const Error& error)
{
    m_draft.tested = false;
    m_rights->clear();
    showState({});
    if (error.code == Error::Code::Cancelled) {
        return;
    }
    m_notice->showError(error);
    m_mayPassOver = error.code != Error::Code::Unauthorized && error.code != Error::Code::SecretInvalid
                    && error.code != Error::Code::BadInput;
    Q_EMIT completeChanged();
}

void CredentialsPage::showState(const QString& text)
{
    m_ui->testState->setText(text);
}

} // namespace longshore
