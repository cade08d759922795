#pragma once

#include "app/providers/apicall.h"
#include "app/providers/optimizely/optimizelyanswer.h"
#include "app/providers/provider.h"

#include <memory>

namespace longshore {
class Clock;
class HttpTransport;
} // namespace longshore

namespace longshore::optimizely {

/// One call of the API. An empty body with GET, JSON bytes with POST.
struct Call
{
    QByteArray method = "GET";
    QByteArray path{}; ///< below the project, percent-encoded, without a leading slash
    QByteArray body{};
    QString environment{}; ///< empty: about the project
    QString lookedFor{}; ///< the id in the path

    [[nodiscard]] bool changesSomething() const { return method != "GET"; }
};

/// Signs and builds requests for one project, and reads the answers.
class Client final
{
public:
    Client(Connection connection, Secret secret, HttpTransport& transport, const Clock& clock);

    /// Signed with the time of this moment: build it when it is sent. Errors: SecretMissing, SecretInvalid, BadInput.
    [[nodiscard]] Result<HttpRequest> request(const Call& call) const;
    [[nodiscard]] Result<QJsonValue> read(const Call& call, const Result<HttpResponse>& answer) const;

    [[nodiscard]] const Connection& connection() const { return m_connection; }
    [[nodiscard]] HttpTransport& transport() const { return m_transport; }
    [[nodiscard]] const Clock& clock() const { return m_clock; }
    /// The spelling of the connection or of the documentation; as typed when neither knows it.
    [[nodiscard]] QString canonicalEnvironment(const QString& name) const;

private:
    Connection m_connection;
    Secret m_secret;
    HttpTransport& m_transport;
    const Clock& m_clock;
};

/// A name as one path segment.
[[nodiscard]] QByteArray segment(const QString& name);

/// One call as a task.
template <class T>
using CallTask = ApiCallTask<T, Client, Call, QJsonValue>;

} // namespace longshore::optimizely
