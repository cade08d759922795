#pragma once

#include "app/core/secret.h"
#include "app/providers/apicall.h"
#include "app/providers/vector/vectoranswer.h"

#include <QUrl>
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
using CallTask = ApiCallTask<T, Client, Call, Envelope>;

} // namespace longshore::vector
