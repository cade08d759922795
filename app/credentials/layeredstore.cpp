#include "app/credentials/layeredstore.h"

#include "app/core/settledtask.h"
#include "app/credentials/sessionstore.h"

namespace longshore {

namespace {

class LayeredRead final : public ResultTask<Secret>
{
public:
    LayeredRead(QList<CredentialStore*> order, Error::Code atTheEnd, QString key, QObject* parent)
        : ResultTask<Secret>(parent), m_left(std::move(order)), m_atTheEnd(atTheEnd), m_key(std::move(key))
    { }

protected:
    void run() override
    {
        if (m_left.isEmpty()) {
            completeWith(fail(m_atTheEnd, m_key));
            return;
        }
        ResultTask<Secret>* const task = m_left.takeFirst()->read(m_key, this);
        connect(task, &Task::finished, this, [this, task] { take(task->result()); });
        task->start();
    }

private:
    void take(const Result<Secret>& answer)
    {
        const bool missing = !answer && answer.error().code == Error::Code::SecretMissing;
        if (!missing) {
            completeWith(answer);
            return;
        }
        run();
    }

    QList<CredentialStore*> m_left;
    Error::Code m_atTheEnd;
    QString m_key;
};

class LayeredWrite final : public ResultTask<void>
{
public:
    LayeredWrite(CredentialStore* keychain, SessionStore* session, QString key, Secret secret, QObject* parent)
        : ResultTask<void>(parent),
          m_keychain(keychain),
          m_session(session),
          m_key(std::move(key)),
          m_secret(std::move(secret))
    { }

protected:
    void run() override
    {
        ResultTask<void>* const task = m_keychain->write(m_key, m_secret, this);
        connect(task, &Task::finished, this, [this, task] {
            if (task->result()) {
                m_session->forget(m_key); // it would hide the new one
            }
            completeWith(task->result());
        });
        task->start();
    }

private:
    CredentialStore* m_keychain;
    SessionStore* m_session;
    QString m_key;
    Secret m_secret;
};

} // namespace

LayeredStore::LayeredStore(SessionStore* session, CredentialStore* environment, CredentialStore* keychain)
    : m_session(session), m_keychain(keychain), m_order{session}
{
    for (CredentialStore* store : {environment, keychain}) {
        if (store != nullptr) {
            m_order.append(store);
        }
    }
}

ResultTask<Secret>* LayeredStore::read(const QString& key, QObject* parent)
{
    const Error::Code nowhere = m_keychain == nullptr ? Error::Code::NoKeychain : Error::Code::SecretMissing;
    return new LayeredRead(m_order, nowhere, key, parent);
}

ResultTask<void>* LayeredStore::write(const QString& key, const Secret& secret, QObject* parent)
{
    if (m_keychain == nullptr) {
        return new SettledTask<void>(fail(Error::Code::NoKeychain, key), parent);
    }
    return new LayeredWrite(m_keychain, m_session, key, secret, parent);
}

ResultTask<void>* LayeredStore::remove(const QString& key, QObject* parent)
{
    m_session->forget(key);
    if (m_keychain == nullptr) {
        return new SettledTask<void>(Result<void>(), parent);
    }
    return m_keychain->remove(key, parent);
}

} // namespace longshore
