#pragma once

#include "app/core/result.h"
#include "app/core/secret.h"
#include "app/credentials/keychainoutcome.h"

#include <QObject>

namespace QKeychain {
class Job;
}

namespace longshore {

struct KeychainAnswer
{
    bool done = false;
    Secret secret;
    Error error;
};

/// One call of the keychain; lives on the keychain's thread and deletes itself behind its answer.
class KeychainRequest final : public QObject
{
    Q_OBJECT

public:
    KeychainRequest(KeychainCall call, QString service, QString key, Secret secret);
    /// To be called once, by the thread that made it: moves it to the keychain's thread and begins there.
    void launch();

Q_SIGNALS:
    void answered(const longshore::KeychainAnswer& answer);

private:
    void begin();
    void take(QKeychain::Job* job);
    void judge(KeychainReply reply, KeychainLock lock);

    KeychainCall m_call;
    QString m_service;
    QString m_key;
    Secret m_secret;
    QString m_words; ///< of the keychain, about a failure
};

} // namespace longshore
