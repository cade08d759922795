#pragma once

#include "app/net/curltransport.h"
#include "tests/support/await.h"
#include "tests/support/faultserver.h"

#include <QObject>
#include <memory>

namespace longshore {

/// A test of the transport: before each case a new server and a new transport, after it neither.
class CurlTest : public QObject
{
    Q_OBJECT

protected Q_SLOTS:
    virtual void init()
    {
        m_server = std::make_unique<FaultServer>();
        m_transport = std::make_unique<CurlTransport>();
    }
    virtual void cleanup()
    {
        m_transport.reset();
        m_server.reset();
    }

protected:
    [[nodiscard]] HttpRequest to(const QByteArray& path, const QByteArray& method = "GET") const
    {
        HttpRequest request;
        request.method = method;
        request.url = m_server->link(path);
        return request;
    }
    [[nodiscard]] Result<HttpResponse> send(const HttpRequest& request)
    {
        return awaitResult(m_transport->send(request, this));
    }

    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<CurlTransport> m_transport;
};

} // namespace longshore
