#include "app/core/speedmeter.h"

using namespace std::chrono_literals;

namespace longshore {

namespace {
constexpr auto Window = 3s;
constexpr auto Grain = 50ms;
} // namespace

void SpeedMeter::add(Time now, qint64 total)
{
    if (m_samples.size() > 1 && now - m_samples[m_samples.size() - 2].time < Grain) {
        m_samples.back() = {now, total};
        return;
    }
    m_samples.push_back({now, total});
    // The oldest sample kept is the last one before the window begins, so that the window is always covered.
    while (m_samples.size() > 2 && now - m_samples[1].time >= Window) {
        m_samples.pop_front();
    }
}

double SpeedMeter::bytesPerSecond(Time now) const
{
    if (m_samples.size() < 2 || now - m_samples.back().time >= Window) {
        return 0;
    }
    const std::chrono::duration<double> span = now - m_samples.front().time;
    return span.count() > 0 ? static_cast<double>(m_samples.back().total - m_samples.front().total) / span.count() : 0;
}

} // namespace longshore
