#pragma once

#include "app/core/backgroundtask.h"
#include "app/credentials/credentialstore.h"

#include <QHash>

namespace longshore {

/// Keeps secrets in memory; `trouble` makes every call fail that way.
class FakeCredentialStore final : public CredentialStore
{
public:
    std::optional<Error::Code> trouble;
    QHash<QString, Secret> secrets;

    [[nodiscard]] ResultTask<Secret>* read(const QString& key, QObject* parent) override
    {
        Result<Secret> answer = fail(Error::Code::SecretMissing, key);
        if (trouble) {
            answer = fail(*trouble);
        } else if (secrets.contains(key)) {
            answer = secrets.value(key);
        }
        return new BackgroundTask<Secret>([answer](const CancelFlag&) { return answer; }, parent);
    }
    [[nodiscard]] ResultTask<void>* write(const QString& key, const Secret& secret, QObject* parent) override
    {
        if (!trouble) {
            secrets.insert(key, secret);
        }
        return done(parent);
    }
    [[nodiscard]] ResultTask<void>* remove(const QString& key, QObject* parent) override
    {
        if (!trouble) {
            secrets.remove(key);
        }
        return done(parent);
    }

private:
    ResultTask<void>* done(QObject* parent) const
    {
        Result<void> answer;
        if (trouble) {
            answer = fail(*trouble);
        }
        return new BackgroundTask<void>([answer](const CancelFlag&) { return answer; }, parent);
    }
};

} // namespace longshore
