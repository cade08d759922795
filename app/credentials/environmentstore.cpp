#include "app/credentials/environmentstore.h"

#include "app/core/settledtask.h"

namespace longshore {

QByteArray EnvironmentStore::variableName(const QString& connectionName)
{
    QByteArray name("LONGSHORE_SECRET_");
    const QString upper = connectionName.trimmed().toUpper();
    for (const QChar c : upper) {
        const bool allowed = (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
        name.append(allowed ? c.toLatin1() : '_');
    }
    return name;
}

ResultTask<Secret>* EnvironmentStore::read(const QString& key, QObject* parent)
{
    const QString name = m_nameOf(key);
    const QByteArray value = name.isEmpty() ? QByteArray() : qgetenv(variableName(name).constData());
    const Result<Secret> answer =
        value.isEmpty() ? Result<Secret>(fail(Error::Code::SecretMissing, name)) : Result<Secret>(Secret(value));
    return new SettledTask<Secret>(answer, parent);
}

ResultTask<void>* EnvironmentStore::write(const QString& key, const Secret&, QObject* parent)
{
    return new SettledTask<void>(fail(Error::Code::NoKeychain, m_nameOf(key)), parent);
}

ResultTask<void>* EnvironmentStore::remove(const QString&, QObject* parent)
{
    return new SettledTask<void>(Result<void>(), parent);
}

} // namespace longshore
