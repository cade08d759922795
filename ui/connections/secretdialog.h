#pragma once

#include <QDialog>
#include <memory>

namespace Ui {
class SecretDialog;
}

namespace longshore {

struct Connection;
struct Error;
class Services;

/// Asks for the secret of a connection that the keychain could not give.
class SecretDialog final : public QDialog
{
    Q_OBJECT

public:
    SecretDialog(Services& services, const Connection& connection, const Error& why, QWidget* parent);
    ~SecretDialog() override;

private:
    void take();

    Services& m_services;
    QString m_connectionId;
    std::unique_ptr<Ui::SecretDialog> m_ui;
};

} // namespace longshore
