#pragma once

#include "app/credentials/credentialstore.h"

#include <chrono>

namespace longshore {

/// The system's keychain (Secret Service, KWallet, macOS, Windows) through QtKeychain, on a thread of its own, because
/// some of them block. Nothing waits longer than the patience: a keychain that does not answer, for example because a
/// person leaves its prompt open, counts as KeychainLocked.
class KeychainStore final : public CredentialStore
{
public:
    /// `service`: the name our entries are filed under.
    explicit KeychainStore(QString service = QStringLiteral("Longshore"),
                           std::chrono::milliseconds patience = std::chrono::minutes(2));

    [[nodiscard]] ResultTask<Secret>* read(const QString& key, QObject* parent) override;
    [[nodiscard]] ResultTask<void>* write(const QString& key, const Secret& secret, QObject* parent) override;
    [[nodiscard]] ResultTask<void>* remove(const QString& key, QObject* parent) override;

private:
    QString m_service;
    std::chrono::milliseconds m_patience;
};

} // namespace longshore
