#pragma once

#include "app/credentials/environmentstore.h"
#include "app/credentials/keychainstore.h"
#include "app/credentials/layeredstore.h"
#include "app/credentials/sessionstore.h"

namespace longshore {

/// All the stores, one behind the other; says when a secret came in.
class ServicesCredentials final : public CredentialStore
{
public:
    using Changed = std::function<void(const QString& key)>;
    ServicesCredentials(EnvironmentStore::NameOf nameOf, bool useKeychain, QObject* context, Changed changed)
        : m_environment(std::move(nameOf)),
          m_layers(&session, &m_environment, useKeychain ? &m_keychain : nullptr),
          m_context(context),
          m_changed(std::move(changed))
    { }

    [[nodiscard]] ResultTask<Secret>* read(const QString& key, QObject* parent) override
    {
        return m_layers.read(key, parent);
    }
    [[nodiscard]] ResultTask<void>* write(const QString& key, const Secret& secret, QObject* parent) override
    {
        auto* task = m_layers.write(key, secret, parent);
        QObject::connect(task, &Task::finished, m_context, [task, key, changed = m_changed] {
            if (task->result()) {
                changed(key);
            }
        });
        return task;
    }
    [[nodiscard]] ResultTask<void>* remove(const QString& key, QObject* parent) override
    {
        return m_layers.remove(key, parent);
    }

    SessionStore session;

private:
    EnvironmentStore m_environment;
    KeychainStore m_keychain;
    LayeredStore m_layers;
    QObject* m_context;
    Changed m_changed;
};

} // namespace longshore
