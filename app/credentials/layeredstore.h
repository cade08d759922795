#pragma once

#include "app/credentials/credentialstore.h"

#include <QList>

namespace longshore {

class SessionStore;

/// What the program asks for secrets: those given for this run first, then the environment, then the keychain.
///
/// A read goes on to the next store where one says SecretMissing; any other error of a store ends it; without a
/// keychain a secret that is nowhere is NoKeychain. A write goes to
/// the keychain and, when that took it, what this run remembered is forgotten; without a keychain it fails with
/// NoKeychain and nothing is remembered. A remove clears this run and the keychain.
class LayeredStore final : public CredentialStore
{
public:
    /// None is owned and all must outlive the store; `environment` and `keychain` may be null.
    LayeredStore(SessionStore* session, CredentialStore* environment, CredentialStore* keychain);

    [[nodiscard]] ResultTask<Secret>* read(const QString& key, QObject* parent) override;
    [[nodiscard]] ResultTask<void>* write(const QString& key, const Secret& secret, QObject* parent) override;
    [[nodiscard]] ResultTask<void>* remove(const QString& key, QObject* parent) override;

private:
    SessionStore* m_session;
    CredentialStore* m_keychain;
    QList<CredentialStore*> m_order;
};

} // namespace longshore
