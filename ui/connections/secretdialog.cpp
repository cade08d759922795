#include "ui/connections/secretdialog.h"

#include "app/credentials/credentialstore.h"
#include "app/domain/connection.h"
#include "app/jobs/openprovider.h"
#include "app/services.h"
#include "ui/common/labels.h"
#include "ui_secretdialog.h"

#include <QPushButton>

namespace longshore {

using namespace Qt::StringLiterals;

SecretDialog::SecretDialog(Services& services, const Connection& connection, const Error& why, QWidget* parent)
    : QDialog(parent), m_services(services), m_connectionId(connection.id), m_ui(std::make_unique<Ui::SecretDialog>())
{
    m_ui->setupUi(this);
    setObjectName(u"secretDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    makeHeading(m_ui->heading, HeadingRank::Section);
    makeQuiet(m_ui->why);
    //: %1 is the name of a connected project
    m_ui->heading->setText(tr("Secret of %1").arg(connection.name));
    const bool noKeychain = why.code == Error::Code::NoKeychain;
    if (noKeychain) {
        m_ui->why->setText(tr("Your system has no password store running, so the secret is asked for at each start. It "
                              "stays in memory and is never written to a file."));
    } else if (why.code == Error::Code::KeychainLocked) {
        m_ui->why->setText(
            tr("The system's keychain is locked. Type the secret once, or cancel and unlock the keychain."));
    } else {
        m_ui->why->setText(tr("The system's keychain holds no secret for this project."));
    }
    m_ui->keep->setVisible(why.code == Error::Code::SecretMissing);
    m_ui->keep->setChecked(false);
    QPushButton* accept = m_ui->buttons->button(QDialogButtonBox::Ok);
    accept->setObjectName(u"useSecret"_s);
    accept->setText(tr("&Use it"));
    accept->setEnabled(false);
    connect(m_ui->secret, &QLineEdit::textChanged, this, [accept, platform = connection.platform](const QString& text) {
        accept->setEnabled(secretProblem(platform, text.toUtf8()).isEmpty());
    });
    connect(m_ui->showSecret, &QToolButton::toggled, this,
            [this](bool shown) { m_ui->secret->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password); });
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &SecretDialog::take);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(480, 0);
}

SecretDialog::~SecretDialog() = default;

void SecretDialog::take()
{
    const Secret secret(m_ui->secret->text().toUtf8());
    m_services.rememberForThisRun(m_connectionId, secret);
    if (m_ui->keep->isChecked()) {
        // Outlives this dialog; a keychain that refuses only means that we ask again next time.
        m_services.credentials().write(m_connectionId, secret, &m_services)->start();
    }
    accept();
}

} // namespace longshore
