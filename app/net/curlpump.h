#pragma once

#include "app/net/httppump.h"

namespace longshore {

class CurlWorker;
struct TransportSettings;

/// A pump over libcurl with a thread and a connection cache of its own, so that a busy transfer never keeps a question
/// to a service waiting.
class CurlPump final : public HttpPump
{
public:
    explicit CurlPump(const TransportSettings& settings);
    CurlPump();
    ~CurlPump() override;

    /// For requests submitted from now on.
    void setSettings(const TransportSettings& settings);
    Id submit(HttpRequest request, Done done) override;
    void cancel(Id id) override;
    void call(std::function<void()> call) override;
    void callAfter(std::chrono::milliseconds wait, std::function<void()> call) override;

private:
    std::shared_ptr<CurlWorker> m_worker;
};

} // namespace longshore
