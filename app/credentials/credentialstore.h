#pragma once

#include "app/core/secret.h"
#include "app/core/task.h"

#include <QString>

namespace longshore {

/// Where secrets are kept. Every call is a task, because a keychain may ask the person or hang.
class CredentialStore
{
public:
    CredentialStore() = default;
    CredentialStore(const CredentialStore&) = delete;
    CredentialStore& operator=(const CredentialStore&) = delete;
    virtual ~CredentialStore() = default;

    /// Errors: SecretMissing, KeychainLocked, NoKeychain. `key`: Connection::id.
    [[nodiscard]] virtual ResultTask<Secret>* read(const QString& key, QObject* parent) = 0;
    [[nodiscard]] virtual ResultTask<void>* write(const QString& key, const Secret& secret, QObject* parent) = 0;
    [[nodiscard]] virtual ResultTask<void>* remove(const QString& key, QObject* parent) = 0;
};

} // namespace longshore
