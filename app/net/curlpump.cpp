#include "app/net/curlpump.h"

#include "app/net/curlreceiver.h"
#include "app/net/curltransport.h"
#include "app/net/curlworker.h"

namespace longshore {

namespace {

/// Hands the answer on where it came in: on the worker's thread.
class DirectReceiver final : public CurlReceiver
{
public:
    explicit DirectReceiver(HttpPump::Done done) : m_done(std::move(done)) { }
    void putProgress(const Progress& /*progress*/) override { }
    void putResult(Result<HttpResponse> result) override { m_done(result); }

private:
    HttpPump::Done m_done;
};

} // namespace

CurlPump::CurlPump() : CurlPump(TransportSettings{}) { }

CurlPump::CurlPump(const TransportSettings& settings) : m_worker(std::make_shared<CurlWorker>(settings)) { }

CurlPump::~CurlPump()
{
    m_worker->shutDown();
}

void CurlPump::setSettings(const TransportSettings& settings)
{
    m_worker->configure(settings);
}

HttpPump::Id CurlPump::submit(HttpRequest request, Done done)
{
    return m_worker->submit(std::move(request), std::make_shared<DirectReceiver>(std::move(done)));
}

void CurlPump::cancel(Id id)
{
    m_worker->cancel(id);
}

void CurlPump::call(std::function<void()> call)
{
    m_worker->call(std::move(call));
}

void CurlPump::callAfter(std::chrono::milliseconds wait, std::function<void()> call)
{
    m_worker->callAfter(wait, std::move(call));
}

} // namespace longshore
