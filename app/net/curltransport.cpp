#include "app/net/curltransport.h"

#include "app/net/curlmailbox.h"
#include "app/net/curlworker.h"

#include <algorithm>

namespace longshore {

namespace {

/// The caller's end of one transfer.
class CurlTask final : public HttpTask
{
public:
    CurlTask(std::shared_ptr<CurlWorker> worker, HttpRequest request, QObject* parent)
        : HttpTask(parent), m_worker(std::move(worker)), m_request(std::move(request))
    { }
    ~CurlTask() override { release(); }

protected:
    void run() override
    {
        if (const Result<void> fine = checkHeaders(); !fine) {
            completeWith(tl::unexpected<Error>(fine.error()));
            return;
        }
        m_id = m_worker->submit(std::move(m_request), m_mailbox);
        if (m_id == 0) {
            completeWith(fail(Error::Code::Cancelled)); // the transport is gone
        }
    }

    void stop() override { release(); }

    void customEvent(QEvent* event) override
    {
        if (event->type() != CurlMailbox::noticeType()) {
            return;
        }
        if (const auto progress = m_mailbox->takeProgress()) {
            reportProgress(*progress);
        }
        if (auto result = m_mailbox->takeResult()) {
            m_id = 0;
            completeWith(std::move(*result));
        }
    }

private:
    void release()
    {
        m_mailbox->close();
        if (m_id != 0) {
            m_worker->cancel(std::exchange(m_id, 0));
        }
    }

    [[nodiscard]] Result<void> checkHeaders() const
    {
        const auto breaksLine = [](const QByteArray& text) { return text.contains('\r') || text.contains('\n'); };
        for (const auto& [name, value] : m_request.headers.all()) {
            if (name.isEmpty() || name.contains(':') || breaksLine(name) || breaksLine(value)) {
                return fail(Error::Code::BadInput, QStringLiteral("header"), QString::fromLatin1(name.left(40)));
            }
        }
        if (m_request.url.isEmpty()) {
            return fail(Error::Code::BadInput, QStringLiteral("url"));
        }
        return {};
    }

    std::shared_ptr<CurlWorker> m_worker;
    HttpRequest m_request;
    std::shared_ptr<CurlMailbox> m_mailbox = std::make_shared<CurlMailbox>(this);
    quint64 m_id = 0;
};

} // namespace

CurlTransport::CurlTransport(const TransportSettings& settings) : m_worker(std::make_shared<CurlWorker>(settings)) { }

CurlTransport::~CurlTransport()
{
    m_worker->shutDown();
}

void CurlTransport::setSettings(const TransportSettings& settings)
{
    m_worker->configure(settings);
}

HttpTask* CurlTransport::send(const HttpRequest& request, QObject* parent)
{
    return new CurlTask(m_worker, request, parent);
}

} // namespace longshore
