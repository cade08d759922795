#pragma once

#include "app/providers/optimizely/optimizelyanswer.h"
#include "app/providers/provider.h"

#include <functional>
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
class CallTask final : public ResultTask<T>
{
public:
    using Read = std::function<Result<T>(const QJsonValue&)>;
    CallTask(std::shared_ptr<const Client> client, Call call, Read read, QObject* parent)
        : ResultTask<T>(parent), m_client(std::move(client)), m_call(std::move(call)), m_read(std::move(read))
    { }

protected:
    void run() override
    {
        const Result<HttpRequest> request = m_client->request(m_call);
        if (!request) {
            this->completeWith(tl::unexpected<Error>(request.error()));
            return;
        }
        HttpTask* http = m_client->transport().send(*request, this);
        QObject::connect(http, &Task::finished, this, [this, http] { finish(http->result()); });
        http->start();
    }

private:
    void finish(const Result<HttpResponse>& answer)
    {
        const Result<QJsonValue> value = m_client->read(m_call, answer);
        if (!value) {
            this->completeWith(tl::unexpected<Error>(value.error()));
            return;
        }
        Result<T> result = m_read(*value);
        if (!result && m_call.method != "GET") {
            // The service did it and we cannot read what: without the id it may not be asked again.
            result.error().code = Error::Code::OutcomeUnknown;
        }
        this->completeWith(std::move(result));
    }

    std::shared_ptr<const Client> m_client;
    Call m_call;
    Read m_read;
};

} // namespace longshore::optimizely
