#pragma once

#include "app/net/httptransport.h"

#include <functional>

namespace longshore {

/// Sends the many requests of a transfer: what an answer means is decided where its bytes came in, without a way
/// through an event loop. There may be several threads; the source, the sink and `done` of one request are used on the
/// same one. Every function may be called from any thread.
class HttpPump
{
public:
    using Id = quint64;
    using Done = std::function<void(const Result<HttpResponse>&)>;

    HttpPump() = default;
    HttpPump(const HttpPump&) = delete;
    HttpPump& operator=(const HttpPump&) = delete;
    virtual ~HttpPump() = default;

    /// `done` is called once, on the request's thread and never from inside submit(). When the pump ends it is called
    /// with Cancelled, or dropped.
    virtual Id submit(HttpRequest request, Done done) = 0;
    /// `done`, the source and the sink may still be used until the request's thread hears of it: whoever closes them
    /// does so by itself.
    virtual void cancel(Id id) = 0;
    /// Makes the call on the pump's first thread, in the order they were made.
    virtual void call(std::function<void()> call) = 0;
    /// The same, not before `wait` has passed; dropped when the pump ends.
    virtual void callAfter(std::chrono::milliseconds wait, std::function<void()> call) = 0;
};

} // namespace longshore
