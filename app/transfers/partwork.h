#pragma once

#include "app/net/httptransport.h"

#include <functional>
#include <optional>

namespace longshore {

/// What the answer to the request of one part means for the transfer.
struct PartAnswer
{
    enum class Meaning {
        Moved, ///< the part is where it belongs
        Again, ///< the rest of the part is worth another request, by `error`
        AskLink, ///< the store refused the link, not us
        StartOver, ///< what was moved so far is of no use; PartWork::startOver() follows when nothing runs any more
        Failed, ///< no request can help
    };
    Meaning meaning = Meaning::Moved;
    std::optional<Error> error{};
    bool busy = false; ///< the store asked for less: 503, 429
};

/// One kind of transfer, seen from the mover: which parts there are and what moves them. Called on the pump's
/// threads, one call at a time.
class PartWork
{
public:
    PartWork() = default;
    PartWork(const PartWork&) = delete;
    PartWork& operator=(const PartWork&) = delete;
    virtual ~PartWork() = default;

    /// The next part to move, which is then nobody else's until it is moved or put back. Nothing when all are handed
    /// out, or none is ready yet: PartMover::look() says that this may have changed.
    [[nodiscard]] virtual std::optional<int> take() = 0;
    virtual void putBack(int part) = 0;
    /// The request that moves what is missing of the part. An error ends the transfer.
    [[nodiscard]] virtual Result<HttpRequest> request(int part, const SignedUrl& link) = 0;
    [[nodiscard]] virtual PartAnswer judge(int part, const Result<HttpResponse>& answer) = 0;
    /// The part is nobody's again, and nobody listens to what its request still brings.
    virtual void abandon(int part) = 0;
    [[nodiscard]] virtual bool isComplete() const = 0;
    /// Forgets what was moved. `then` follows, on any thread.
    virtual void startOver(std::function<void(const Result<void>&)> then) = 0;
    /// Bytes of the part that have moved so far, the running request included.
    [[nodiscard]] virtual qint64 movedOf(int part) const = 0;
    [[nodiscard]] virtual qint64 lengthOf(int part) const = 0;
    /// Bytes that went over the line since the start, in vain or not.
    [[nodiscard]] virtual qint64 bytesMoved() const = 0;
};

} // namespace longshore
