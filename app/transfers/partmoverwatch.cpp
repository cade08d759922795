#include "app/transfers/partmover.h"

#include <vector>
#ifdef Q_OS_LINUX
#include <ctime>
#endif

namespace longshore {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds TickEvery = 50ms;
/// A part that is this many times slower than the others is started again on another connection.
constexpr double FarSlower = 3;
constexpr auto SlowAfter = 2s;
/// The clock of the machine ran on by this much while the steady one did not: the machine slept.
constexpr auto SleptFor = 10s;

} // namespace

std::chrono::nanoseconds MoverClocks::sinceBoot()
{
#ifdef Q_OS_LINUX
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
#else
    // Elsewhere this one runs on in a sleep, and what ran before it is overdue at once.
    return std::chrono::steady_clock::now().time_since_epoch();
#endif
}

void PartMover::scheduleTick()
{
    if (std::exchange(m_ticking, true)) {
        return;
    }
    onPump(
        [this] {
            m_ticking = false;
            if (!m_closed && !m_ended) {
                tick();
                scheduleTick();
            }
        },
        TickEvery);
}

void PartMover::tick()
{
    const Moment now = m_settings.clocks.steady();
    noticeSleep(now);
    if (m_settings.streams <= 0) {
        m_governor.setMost(m_budget->streams());
    }
    m_governor.sample(now, m_work->bytesMoved(), static_cast<int>(m_streams.size()));
    freeSlowPart(now);
    fill();
}

/// Near the end, when there is nothing else to do, one slow connection would hold up the whole.
void PartMover::freeSlowPart(Moment now)
{
    if (m_streams.empty() || static_cast<int>(m_streams.size()) * 2 > allowed() || m_usualPace <= 0) {
        return;
    }
    for (const auto& [part, stream] : m_streams) {
        const std::chrono::duration<double> age = now - stream.started;
        const double pace = static_cast<double>(m_work->movedOf(part) - stream.movedBefore) / age.count();
        const auto length = static_cast<double>(m_work->lengthOf(part)); // without bytes nothing can be slow
        // Most of the way the slow one may be there before a new start would.
        const bool helps = length > 0 && (length - pace * age.count()) * m_usualPace > length * pace;
        if (age > SlowAfter && helps && pace * FarSlower < m_usualPace && m_freed.insert(part).second) {
            restart(part, {.code = Error::Code::Stalled,
                           .detail = QStringLiteral("far slower than the others"),
                           .retryable = true});
            return;
        }
    }
}

/// The connections of before the sleep are dead, which TCP would find out only after minutes.
void PartMover::noticeSleep(Moment now)
{
    const std::chrono::nanoseconds sinceBoot = m_settings.clocks.always();
    const bool slept = m_steadyThen != Moment{} && (sinceBoot - m_sinceBootThen) - (now - m_steadyThen) > SleptFor;
    m_sinceBootThen = sinceBoot;
    m_steadyThen = now;
    if (!slept) {
        return;
    }
    std::vector<int> parts;
    for (const auto& [part, stream] : m_streams) {
        parts.push_back(part);
    }
    for (const int part : parts) {
        restart(
            part,
            {.code = Error::Code::ConnectionLost, .detail = QStringLiteral("the machine slept"), .retryable = true});
    }
}

/// The part's request is given up for another one, which comes when it has let go of its sink.
void PartMover::restart(int part, Error why)
{
    const auto found = m_streams.find(part);
    why.subject = found->second.link.host();
    m_pump.cancel(found->second.request);
    m_work->abandon(part);
    m_streams.erase(found);
    ++m_retries;
    m_listener.retried(why);
    onPump([this] { fill(); });
}

} // namespace longshore
