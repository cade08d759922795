#pragma once

#include "app/core/task.h"
#include "app/providers/provider.h"

#include <memory>

namespace longshore {

class Clock;
class Connections;
class CredentialStore;
class HttpTransport;

/// What a provider is made of. All of it outlives the provider.
struct ProviderParts
{
    const Connections& connections;
    CredentialStore& credentials;
    HttpTransport& transport;
    const Clock& clock;
};

/// Reads the secret of a connection and makes its provider. Errors: NotFound (subject: "connection") and those of the
/// credential store, with the connection's name as subject.
[[nodiscard]] ResultTask<std::shared_ptr<Provider>>* openProvider(const ProviderParts& parts,
                                                                  const QString& connectionId, QObject* parent);

/// Signs in with a secret that need not be stored anywhere, and learns the rights per environment: the candidates and
/// those of the connection.
[[nodiscard]] ResultTask<ConnectionTest>* testConnection(const ProviderParts& parts, const Connection& connection,
                                                         const Secret& secret, QObject* parent);

/// Empty, or which rule a secret as typed breaks ("empty", "blank", "length", "base64").
[[nodiscard]] QString secretProblem(Platform platform, const QByteArray& typed);

} // namespace longshore
