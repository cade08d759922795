#pragma once

#include "app/net/httptransport.h"

#include <functional>

namespace longshore {

/// Sends the many requests of a transfer: what an answer means is decided on the thread that moves the bytes, without a
/// way through an event loop. Every function may be called from any thread.
class HttpPump
{
public:
    using Id = quint64;
    using Done = std::function<void(const Result<HttpResponse>&)>;

    HttpPump() = default;
    HttpPump(const HttpPump&) = delete;
    HttpPump& operator=(const HttpPump&) = delete;
    virtual ~HttpPump() = default;

    /// `done` is called once, on the pump's thread and never from inside submit(). When the pump ends it is called with
    /// Cancelled, or dropped.
    virtual Id submit(HttpRequest request, Done done) = 0;
    /// `done` is not called any more. The source and the sink may see one more call before the pump lets go of them;
    /// calls made after this one come later.
    virtual void cancel(Id id) = 0;
    /// Makes the call on the pump's thread, in the order they were made.
    virtual void call(std::function<void()> call) = 0;
    /// The same, not before `wait` has passed; dropped when the pump ends.
    virtual void callAfter(std::chrono::milliseconds wait, std::function<void()> call) = 0;
};

} // namespace longshore
