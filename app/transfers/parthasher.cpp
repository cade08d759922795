#include "app/transfers/parthasher.h"

#include "app/core/md5lanes.h"
#include "app/transfers/sourcefile.h"

#include <algorithm>
#include <array>
#include <condition_variable>
#include <mutex>
#include <set>

namespace longshore {

namespace {

/// Of each part in turn: all of a round together stay in the processor's cache.
constexpr qint64 SliceSize = 32 * 1024;
/// Hashed and not sent yet: no more than surely stays in the page cache.
constexpr qint64 MostAhead = 384 * PartSizes::Mebibyte;
/// In the first round, for which the sender waits: of parts of a hundred megabytes it is one.
constexpr qint64 MostAtFirst = 128 * PartSizes::Mebibyte;

} // namespace

/// Shared by the owner and the thread.
struct PartHasher::State
{
    struct Part
    {
        std::array<char, 16> md5{};
        bool wanted = false;
        bool known = false;
        bool passed = false;
    };

    State(std::shared_ptr<SourceFile> theFile, std::vector<FilePart> theParts)
        : file(std::move(theFile)), parts(std::move(theParts)), digests(parts.size())
    { }

    void loop();
    void tellFailure(const Error& error);
    [[nodiscard]] std::vector<int> nextBatch();
    [[nodiscard]] Result<std::vector<QByteArray>> hash(const std::vector<int>& batch);
    [[nodiscard]] bool keep(const std::vector<int>& batch, const std::vector<QByteArray>& md5);

    [[nodiscard]] qint64 lengthOf(int part) const { return parts[static_cast<std::size_t>(part)].length; }
    [[nodiscard]] Part& at(int part) { return digests[static_cast<std::size_t>(part)]; }

    const std::shared_ptr<SourceFile> file;
    const std::vector<FilePart> parts;

    std::mutex mutex; ///< guards everything below
    std::condition_variable wake;
    Listener listener;
    std::optional<Error> failure;
    std::vector<Part> digests;
    std::set<int> queue;
    int highest = -1; ///< that was hashed
    qint64 ahead = 0;
    bool quit = false;
};

void PartHasher::State::loop()
{
    while (true) {
        const std::vector<int> batch = nextBatch();
        if (batch.empty()) {
            return;
        }
        const auto md5 = hash(batch);
        if (!md5) {
            tellFailure(md5.error());
            return;
        }
        if (!keep(batch, *md5)) {
            return;
        }
    }
}

/// Waits for work; empty when it is over.
std::vector<int> PartHasher::State::nextBatch()
{
    std::unique_lock lock(mutex);
    // What is wanted again from the beginning must not wait until later parts are sent.
    wake.wait(lock, [this] { return quit || (!queue.empty() && (ahead < MostAhead || *queue.begin() < highest)); });
    std::vector<int> batch;
    qint64 bytes = 0;
    const qint64 most = highest < 0 ? MostAtFirst : MostAhead;
    while (!quit && !queue.empty() && static_cast<int>(batch.size()) < Md5Lanes::width()) {
        bytes += lengthOf(*queue.begin());
        if (!batch.empty() && bytes > most) {
            break; // nothing of a round can be sent before all of it is hashed
        }
        batch.push_back(queue.extract(queue.begin()).value());
    }
    return batch;
}

Result<std::vector<QByteArray>> PartHasher::State::hash(const std::vector<int>& batch)
{
    Md5Lanes lanes(static_cast<int>(batch.size()));
    QByteArray buffer(static_cast<qsizetype>(batch.size()) * SliceSize, Qt::Uninitialized);
    std::vector<QByteArrayView> pieces(batch.size());
    for (qint64 done = 0;; done += SliceSize) {
        bool more = false;
        for (std::size_t i = 0; i < batch.size(); ++i) {
            const FilePart& part = parts[static_cast<std::size_t>(batch[i])];
            char* const into = buffer.data() + static_cast<qint64>(i) * SliceSize;
            const qint64 length = std::clamp<qint64>(part.length - done, 0, SliceSize);
            if (const Result<void> read = file->read(part.offset + done, into, length); !read) {
                return fail(read.error());
            }
            pieces[i] = QByteArrayView(into, length);
            more = more || length > 0;
        }
        if (!more) {
            return lanes.results();
        }
        lanes.add(pieces);
        const std::lock_guard lock(mutex);
        if (quit) {
            return fail(Error::Code::Cancelled);
        }
    }
}

void PartHasher::State::tellFailure(const Error& error)
{
    std::unique_lock lock(mutex);
    failure = error;
    const auto tell = quit ? nullptr : listener.failed;
    lock.unlock();
    if (tell) {
        tell(error);
    }
}

bool PartHasher::State::keep(const std::vector<int>& batch, const std::vector<QByteArray>& md5)
{
    std::unique_lock lock(mutex);
    for (std::size_t i = 0; i < batch.size(); ++i) {
        Part& part = at(batch[i]);
        std::copy_n(md5[i].constData(), part.md5.size(), part.md5.begin());
        part.known = true;
        highest = std::max(highest, batch[i]);
        ahead += lengthOf(batch[i]);
    }
    const auto tell = quit ? nullptr : listener.more;
    const bool goesOn = !quit;
    lock.unlock(); // who is told may be the last to let go of us
    if (tell) {
        tell();
    }
    return goesOn;
}

PartHasher::PartHasher(std::shared_ptr<SourceFile> file, std::vector<FilePart> parts)
    : m_state(std::make_shared<State>(std::move(file), std::move(parts))),
      m_thread([state = m_state] { state->loop(); })
{ }

PartHasher::~PartHasher()
{
    close();
}

void PartHasher::tell(Listener listener)
{
    const std::lock_guard lock(m_state->mutex);
    m_state->listener = std::move(listener);
    if (m_state->failure && !m_state->quit) {
        m_state->listener.failed(*m_state->failure);
    }
}

void PartHasher::want(const std::vector<int>& parts)
{
    {
        const std::lock_guard lock(m_state->mutex);
        for (const int part : parts) {
            if (!std::exchange(m_state->at(part).wanted, true)) {
                m_state->queue.insert(part);
            }
        }
    }
    m_state->wake.notify_one();
}

QByteArray PartHasher::md5Of(int part) const
{
    const std::lock_guard lock(m_state->mutex);
    const State::Part& digest = m_state->at(part);
    return digest.known ? QByteArray(digest.md5.data(), static_cast<qsizetype>(digest.md5.size())) : QByteArray();
}

void PartHasher::passed(int part)
{
    {
        const std::lock_guard lock(m_state->mutex);
        if (!std::exchange(m_state->at(part).passed, true)) {
            m_state->ahead -= m_state->lengthOf(part);
        }
    }
    m_state->wake.notify_one();
}

void PartHasher::close()
{
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->quit = true;
        m_state->listener = {};
    }
    m_state->wake.notify_one();
}

} // namespace longshore
