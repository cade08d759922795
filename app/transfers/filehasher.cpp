#include "app/transfers/filehasher.h"

#include "app/core/md5lanes.h"
#include "app/core/sha256.h"
#include "app/transfers/sourcefile.h"

#include <atomic>
#include <condition_variable>
#include <mutex>

namespace longshore {

namespace {
constexpr qint64 PieceSize = 256 * 1024;
}

/// Shared by the owner and the thread.
struct FileHasher::State
{
    State(std::shared_ptr<SourceFile> theFile, Wanted theWanted, std::function<void(const Result<Hashes>&)> theDone)
        : file(std::move(theFile)), wanted(theWanted), done(std::move(theDone))
    { }

    void loop();
    [[nodiscard]] Result<Hashes> hash();
    /// Bytes that may be read from `offset` on; 0 when it is over.
    [[nodiscard]] qint64 await(qint64 offset);

    const std::shared_ptr<SourceFile> file;
    const Wanted wanted;
    std::atomic<qint64> read = 0;

    std::mutex mutex; ///< guards everything below
    std::condition_variable wake;
    std::function<void(const Result<Hashes>&)> done;
    qint64 allowed = 0;
    bool quit = false;
};

void FileHasher::State::loop()
{
    const Result<Hashes> hashes = hash();
    const std::lock_guard lock(mutex);
    if (!quit && done) {
        done(hashes);
    }
}

Result<FileHasher::Hashes> FileHasher::State::hash()
{
    Sha256 sha256;
    Md5Lanes md5(1);
    QByteArray piece(PieceSize, Qt::Uninitialized);
    const qint64 size = file->size();
    for (qint64 offset = 0; offset < size; offset = read) {
        const qint64 length = std::min(await(offset), PieceSize);
        if (length <= 0) {
            return fail(Error::Code::Cancelled);
        }
        if (const Result<void> got = file->read(offset, piece.data(), length); !got) {
            return fail(got.error());
        }
        const QByteArrayView bytes = QByteArrayView(piece).first(length);
        if (wanted.sha256) {
            sha256.add(bytes);
        }
        if (wanted.md5) {
            md5.add({bytes});
        }
        read = offset + length;
    }
    return Hashes{wanted.sha256 ? sha256.result() : QByteArray(), wanted.md5 ? md5.results().front() : QByteArray()};
}

qint64 FileHasher::State::await(qint64 offset)
{
    std::unique_lock lock(mutex);
    // Whole pieces, so that the hashes' blocks are never cut in the middle.
    const auto ready = [this, offset] { return quit || allowed >= std::min(offset + PieceSize, file->size()); };
    wake.wait(lock, ready);
    return quit ? 0 : std::min(allowed, file->size()) - offset;
}

FileHasher::FileHasher(std::shared_ptr<SourceFile> file, Wanted wanted, std::function<void(const Result<Hashes>&)> done)
    : m_state(std::make_shared<State>(std::move(file), wanted, std::move(done))),
      m_thread([state = m_state] { state->loop(); })
{ }

FileHasher::~FileHasher()
{
    close();
}

void FileHasher::allow(qint64 offset)
{
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->allowed = std::max(m_state->allowed, offset);
    }
    m_state->wake.notify_one();
}

qint64 FileHasher::read() const
{
    return m_state->read;
}

void FileHasher::close()
{
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->quit = true;
        m_state->done = {};
    }
    m_state->wake.notify_one();
}

} // namespace longshore
