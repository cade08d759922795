#pragma once

#include "app/credentials/credentialstore.h"

#include <functional>

namespace longshore {

/// Reads `LONGSHORE_SECRET_<NAME>`, for machines without a keychain. It cannot be written: NoKeychain.
class EnvironmentStore final : public CredentialStore
{
public:
    /// Connection::id → Connection::name; empty when there is no such connection.
    using NameOf = std::function<QString(const QString& key)>;
    explicit EnvironmentStore(NameOf nameOf) : m_nameOf(std::move(nameOf)) { }

    /// "My site-2" → "LONGSHORE_SECRET_MY_SITE_2": upper case; what a shell does not allow in a name becomes `_`.
    [[nodiscard]] static QByteArray variableName(const QString& connectionName);

    [[nodiscard]] ResultTask<Secret>* read(const QString& key, QObject* parent) override;
    [[nodiscard]] ResultTask<void>* write(const QString& key, const Secret& secret, QObject* parent) override;
    [[nodiscard]] ResultTask<void>* remove(const QString& key, QObject* parent) override;

private:
    NameOf m_nameOf;
};

} // namespace longshore
