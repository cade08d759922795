#pragma once

#include "app/core/secret.h"
#include "app/core/task.h"
#include "app/providers/vector/vectoranswer.h"

#include <QUrl>
#include <functional>
#include <memory>

namespace longshore::vector {

/// Builds requests with the token and reads the answers. The token goes to the API's own host and nowhere else: links
/// to storage are never sent through here.
class Client final
{
public:
    Client(QString name, const QUrl& baseUrl, Secret token, HttpTransport& transport);

    /// Errors: SecretMissing (subject: the connection's name), BadInput (subject: "baseUrl").
    [[nodiscard]] Result<HttpRequest> request(const Call& call) const;
    [[nodiscard]] Result<Envelope> read(const Call& call, const Result<HttpResponse>& answer) const;
    [[nodiscard]] HttpTransport& transport() const { return m_transport; }

private:
    QString m_name;
    QByteArray m_base; ///< ends with a slash
    Secret m_token;
    HttpTransport& m_transport;
};

/// One call as a task.
template <class T>
class CallTask final : public ResultTask<T>
{
public:
    using Read = std::function<Result<T>(const Envelope&)>;
    CallTask(std::shared_ptr<const Client> client, Call call, Read read, QObject* parent)
        : ResultTask<T>(parent), m_client(std::move(client)), m_call(std::move(call)), m_read(std::move(read))
    { }

protected:
    void run() override
    {
        const Result<HttpRequest> request = m_client->request(m_call);
        if (!request) {
            this->completeWith(fail(request.error()));
            return;
        }
        HttpTask* http = m_client->transport().send(*request, this);
        QObject::connect(http, &Task::finished, this, [this, http] { finish(http->result()); });
        http->start();
    }

private:
    void finish(const Result<HttpResponse>& answer)
    {
        const Result<Envelope> envelope = m_client->read(m_call, answer);
        if (!envelope) {
            this->completeWith(fail(envelope.error()));
            return;
        }
        Result<T> result = m_read(*envelope);
        if (!result && m_call.changesSomething()) {
            // The service did it and we cannot read what: without the id it may not be asked again.
            result.error().code = Error::Code::OutcomeUnknown;
        }
        this->completeWith(std::move(result));
    }

    std::shared_ptr<const Client> m_client;
    Call m_call;
    Read m_read;
};

} // namespace longshore::vector
