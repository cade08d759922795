#include "app/credentials/sessionstore.h"

#include "app/core/settledtask.h"

namespace longshore {

ResultTask<Secret>* SessionStore::read(const QString& key, QObject* parent)
{
    const auto found = m_secrets.constFind(key);
    const Result<Secret> answer =
        found == m_secrets.constEnd() ? Result<Secret>(fail(Error::Code::SecretMissing, key)) : Result<Secret>(*found);
    return new SettledTask<Secret>(answer, parent);
}

ResultTask<void>* SessionStore::write(const QString& key, const Secret& secret, QObject* parent)
{
    remember(key, secret);
    return new SettledTask<void>(Result<void>(), parent);
}

ResultTask<void>* SessionStore::remove(const QString& key, QObject* parent)
{
    forget(key);
    return new SettledTask<void>(Result<void>(), parent);
}

} // namespace longshore
