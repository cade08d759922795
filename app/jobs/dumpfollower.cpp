#include "app/jobs/dumpfollower.h"

#include <QFile>
#include <condition_variable>
#include <mutex>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

using namespace std::chrono_literals;

constexpr qint64 WorthReading = 256 * 1024;
constexpr auto LookForCancelEvery = 50ms;

} // namespace

/// Shared by the owner and the thread.
struct DumpFollower::State
{
    State(QString thePath, DumpFormat theWanted, std::shared_ptr<State> theBefore)
        : partPath(std::move(thePath)), wanted(theWanted), before(std::move(theBefore))
    { }

    void run();
    [[nodiscard]] std::optional<FetchedFile> follow(quint64 ofEpoch);
    void end(std::optional<FetchedFile> result);
    void quit();
    void waitForEnd();
    /// Waits until there is something to read at `offset`. The bytes from there on, 0 at the end, -1 when there will
    /// be none: stopped, or of an object that is gone.
    [[nodiscard]] qint64 await(qint64 offset, quint64 ofEpoch);
    /// Waits for the end of the download; -1 as above.
    [[nodiscard]] qint64 awaitSize(quint64 ofEpoch);

    const QString partPath;
    const DumpFormat wanted;
    const CancelFlag cancel = std::make_shared<std::atomic_bool>(false);
    std::shared_ptr<State> before; ///< the thread's own

    std::mutex mutex; ///< guards everything below
    std::condition_variable changed;
    qint64 there = 0;
    qint64 size = -1; ///< -1: not complete
    quint64 epoch = 0; ///< counts the objects
    bool over = false;
    std::optional<FetchedFile> made;
};

/// The part file; a read waits for bytes that are not there yet.
class DumpFollower::GrowingFile final : public QIODevice
{
public:
    GrowingFile(State& state, quint64 epoch) : m_state(state), m_epoch(epoch), m_file(state.partPath) { }

    bool begin()
    {
        return m_state.await(0, m_epoch) >= 0 && m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)
               && open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    [[nodiscard]] qint64 size() const override { return std::max<qint64>(m_state.awaitSize(m_epoch), 0); }

protected:
    qint64 readData(char* data, qint64 most) override
    {
        const qint64 there = m_state.await(pos(), m_epoch);
        if (there <= 0) {
            return there;
        }
        return m_file.seek(pos()) ? m_file.read(data, std::min(most, there)) : -1;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    State& m_state;
    quint64 m_epoch;
    QFile m_file;
};

void DumpFollower::State::run()
{
    if (before) {
        before->waitForEnd();
        before.reset();
    }
    for (;;) {
        quint64 now = 0;
        {
            const std::lock_guard lock(mutex);
            now = epoch;
        }
        std::optional<FetchedFile> result = follow(now);
        const std::lock_guard lock(mutex);
        if (epoch == now || *cancel) {
            made = std::move(result);
            over = true;
            changed.notify_all();
            return;
        }
    }
}

std::optional<FetchedFile> DumpFollower::State::follow(quint64 ofEpoch)
{
    GrowingFile file(*this, ofEpoch);
    if (!file.begin()) {
        return std::nullopt;
    }
    // Whatever goes wrong: the arrival reads the finished file, and says what is wrong with it.
    return writeAsWanted(file, partPath, wanted, cancel).value_or(std::nullopt);
}

void DumpFollower::State::quit()
{
    const std::lock_guard lock(mutex);
    *cancel = true;
    changed.notify_all();
}

void DumpFollower::State::waitForEnd()
{
    std::unique_lock lock(mutex);
    changed.wait(lock, [this] { return over; });
}

qint64 DumpFollower::State::await(qint64 offset, quint64 ofEpoch)
{
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return *cancel || epoch != ofEpoch || size >= 0 || there - offset >= WorthReading; });
    if (*cancel || epoch != ofEpoch) {
        return -1;
    }
    return std::max<qint64>((size >= 0 ? size : there) - offset, 0);
}

qint64 DumpFollower::State::awaitSize(quint64 ofEpoch)
{
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return *cancel || epoch != ofEpoch || size >= 0; });
    return *cancel || epoch != ofEpoch ? -1 : size;
}

DumpFollower::DumpFollower(QString partPath, DumpFormat wanted, const std::shared_ptr<DumpFollower>& before)
    : m_state(std::make_shared<State>(std::move(partPath), wanted, before ? before->m_state : nullptr)),
      m_thread([state = m_state] { state->run(); })
{
    if (before) {
        before->stop();
    }
}

DumpFollower::~DumpFollower()
{
    stop();
}

void DumpFollower::reached(qint64 offset)
{
    const std::lock_guard lock(m_state->mutex);
    m_state->there = offset;
    m_state->changed.notify_all();
}

void DumpFollower::startedOver()
{
    const std::lock_guard lock(m_state->mutex);
    ++m_state->epoch;
    m_state->there = 0;
    m_state->changed.notify_all();
}

void DumpFollower::complete(qint64 size)
{
    const std::lock_guard lock(m_state->mutex);
    m_state->size = size;
    m_state->changed.notify_all();
}

void DumpFollower::stop()
{
    m_state->quit();
}

std::optional<FetchedFile> DumpFollower::take(const CancelFlag& cancel)
{
    std::unique_lock lock(m_state->mutex);
    while (!m_state->changed.wait_for(lock, LookForCancelEvery, [this] { return m_state->over; })) {
        if (cancel->load()) {
            *m_state->cancel = true;
            m_state->changed.notify_all();
        }
    }
    return std::exchange(m_state->made, std::nullopt);
}

} // namespace longshore
