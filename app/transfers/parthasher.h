#pragma once

#include "app/core/loosethread.h"
#include "app/core/result.h"
#include "app/transfers/partplan.h"

#include <QByteArray>
#include <functional>
#include <memory>
#include <vector>

namespace longshore {

class SourceFile;

/// MD5 of the parts of a file, a little ahead of who sends them: several parts at once, on a thread of its own. The
/// bytes are read again by the sender, from the page cache.
/// The functions may be called from any thread and return at once.
class PartHasher final
{
public:
    /// Called on the hashing thread.
    struct Listener
    {
        std::function<void()> more; ///< md5Of() has something that it had not before
        std::function<void(const Error&)> failed; ///< the file cannot be read; nothing more comes
    };

    PartHasher(std::shared_ptr<SourceFile> file, std::vector<FilePart> parts);
    ~PartHasher();

    /// From now on; a failure of before is told at once.
    void tell(Listener listener);

    /// These too, in the order of the file; what is hashed already stays so.
    void want(const std::vector<int>& parts);
    /// 16 bytes; empty when it is not known yet.
    [[nodiscard]] QByteArray md5Of(int part) const;
    /// The part is being sent: the hasher may go on by as much.
    void passed(int part);
    /// Nothing is told any more.
    void close();

private:
    struct State;
    std::shared_ptr<State> m_state;
    LooseThread m_thread;
};

} // namespace longshore
