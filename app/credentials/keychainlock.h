#pragma once

#include "app/credentials/keychainoutcome.h"

#include <QObject>

namespace longshore {

/// Asks the Secret Service whether its default collection is locked. Starts no service and opens no prompt. Where the
/// system's keychain is not a Secret Service the answer is Unknown.
class KeychainLockQuery final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    void start();

Q_SIGNALS:
    void answered(longshore::KeychainLock lock);

private:
    void askCollection(const QString& path);
};

} // namespace longshore
