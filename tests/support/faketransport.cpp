#include "tests/support/faketransport.h"

namespace longshore {

namespace {

class FakeHttpTask final : public HttpTask
{
public:
    FakeHttpTask(FakeTransport& transport, HttpRequest request, QObject* parent)
        : HttpTask(parent), m_transport(transport), m_request(std::move(request))
    { }

protected:
    void run() override
    {
        m_transport.requests.append(m_request);
        if (m_transport.replies.empty()) {
            completeWith(
                fail(Error::Code::Internal, QStringLiteral("FakeTransport"), QStringLiteral("no scripted reply")));
            return;
        }
        FakeTransport::Reply reply = m_transport.replies.front();
        m_transport.replies.pop_front();
        if (reply.hangs) {
            return;
        }
        if (reply.answer && m_request.sink) {
            pour(*reply.answer);
        }
        completeWith(std::move(reply.answer));
    }

private:
    void pour(HttpResponse& response)
    {
        const Result<bool> begun = m_request.sink->begin(response.status, response.headers);
        if (begun && *begun) {
            (void)m_request.sink->write(response.body);
            response.body.clear();
        }
    }

    FakeTransport& m_transport;
    HttpRequest m_request;
};

} // namespace

void FakeTransport::reply(int status, const QByteArray& body, const QList<std::pair<QByteArray, QByteArray>>& headers)
{
    HttpResponse response;
    response.status = status;
    response.body = body;
    response.bodyBytes = body.size();
    for (const auto& [name, value] : headers) {
        response.headers.set(name, value);
    }
    replies.push_back({response, false});
}

void FakeTransport::replyError(Error::Code code)
{
    replies.push_back({fail(code), false});
}

void FakeTransport::hang()
{
    replies.push_back({fail(Error::Code::Internal), true});
}

HttpTask* FakeTransport::send(const HttpRequest& request, QObject* parent)
{
    return new FakeHttpTask(*this, request, parent);
}

} // namespace longshore
