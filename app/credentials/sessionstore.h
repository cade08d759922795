#pragma once

#include "app/credentials/credentialstore.h"

#include <QHash>

namespace longshore {

/// Secrets given for this run of the program: kept in memory, asked for again at the next start.
class SessionStore final : public CredentialStore
{
public:
    [[nodiscard]] ResultTask<Secret>* read(const QString& key, QObject* parent) override;
    [[nodiscard]] ResultTask<void>* write(const QString& key, const Secret& secret, QObject* parent) override;
    [[nodiscard]] ResultTask<void>* remove(const QString& key, QObject* parent) override;

    // The same at once.
    void remember(const QString& key, const Secret& secret) { m_secrets.insert(key, secret); }
    void forget(const QString& key) { m_secrets.remove(key); }
    [[nodiscard]] bool has(const QString& key) const { return m_secrets.contains(key); }

private:
    QHash<QString, Secret> m_secrets;
};

} // namespace longshore
