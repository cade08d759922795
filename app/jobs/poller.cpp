#include "app/jobs/poller.h"

#include <algorithm>

namespace longshore {

using namespace std::chrono_literals;

namespace {
/// A machine that slept is asked about again soon after it wakes: the timer never runs for longer than this.
constexpr std::chrono::milliseconds LongestNap = 30s;
} // namespace

Poller::Poller(QObject* parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Poller::fire);
}

void Poller::schedule(const QString& id, std::chrono::milliseconds delay)
{
    m_due.insert(id, std::chrono::steady_clock::now() + delay);
    arm();
}

void Poller::remove(const QString& id)
{
    m_due.remove(id);
}

void Poller::arm()
{
    if (m_due.isEmpty()) {
        m_timer.stop();
        return;
    }
    const Time first = *std::min_element(m_due.cbegin(), m_due.cend());
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(first - std::chrono::steady_clock::now());
    m_timer.start(std::clamp(left, 0ms, LongestNap));
}

void Poller::fire()
{
    const Time now = std::chrono::steady_clock::now();
    QStringList ready;
    for (auto it = m_due.cbegin(); it != m_due.cend(); ++it) {
        if (it.value() <= now) {
            ready.append(it.key());
        }
    }
    for (const QString& id : std::as_const(ready)) {
        m_due.remove(id);
    }
    arm();
    for (const QString& id : std::as_const(ready)) {
        Q_EMIT due(id);
    }
}

} // namespace longshore
