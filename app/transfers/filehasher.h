#pragma once

#include "app/core/loosethread.h"
#include "app/core/result.h"

#include <QByteArray>
#include <functional>
#include <memory>

namespace longshore {

class SourceFile;

/// SHA-256 of a whole file, and its MD5 where that is wanted, in one pass on a thread of its own.
/// The functions may be called from any thread and return at once.
class FileHasher final
{
public:
    struct Wanted
    {
        bool sha256 = true;
        bool md5 = false;
    };
    struct Hashes
    {
        QByteArray sha256; ///< 32 bytes; empty when not wanted
        QByteArray md5; ///< 16 bytes; empty when not wanted
    };

    /// `done` is called once, on the hashing thread. Nothing is read before allow().
    FileHasher(std::shared_ptr<SourceFile> file, Wanted wanted, std::function<void(const Result<Hashes>&)> done);
    ~FileHasher();

    /// The bytes before `offset` may be read now: while others send the same file, not far ahead of them, so that it
    /// comes from the disk once.
    void allow(qint64 offset);
    [[nodiscard]] qint64 read() const; ///< bytes so far
    /// `done` is not called any more.
    void close();

private:
    struct State;
    std::shared_ptr<State> m_state;
    LooseThread m_thread;
};

} // namespace longshore
