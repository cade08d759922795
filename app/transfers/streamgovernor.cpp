#include "app/transfers/streamgovernor.h"

#include <algorithm>
#include <utility>

namespace longshore {

namespace {

using namespace std::chrono_literals;

constexpr auto Window = 60ms; ///< of bytes that come in; shorter ones say nothing
constexpr auto LongWindow = 3s;
/// Bytes are seen in pieces of up to this size. A window with less of each stream, or a gain that is less, tells when
/// pieces came and not how fast they come.
constexpr double Piece = 256 * 1024;
constexpr auto TryMoreEvery = 400ms; ///< when more streams were of no use
constexpr auto StepBackEvery = 250ms; ///< many answers of one moment are one wish
constexpr auto KeepBackFor = 2s;
constexpr double WorthIt = 1.03;

} // namespace

StreamGovernor::StreamGovernor(int most) : m_most(std::clamp(most, 1, Most)), m_streams(std::min(First, m_most)) { }

void StreamGovernor::setMost(int most)
{
    m_most = std::clamp(most, 1, Most);
    m_streams = std::min(m_streams, m_most);
}

void StreamGovernor::sample(Moment now, qint64 bytes, int running)
{
    if (!m_measuring || running < m_streams) {
        // Before the first byte, and while not all streams are at work, there is nothing to compare.
        m_measuring = bytes > m_bytesThen && running >= m_streams;
        m_since = now;
        m_bytesThen = bytes;
        return;
    }
    const std::chrono::duration<double> seconds = now - m_since;
    if (seconds < Window || (static_cast<double>(bytes - m_bytesThen) < Piece * running && seconds < LongWindow)) {
        return;
    }
    const double speed = static_cast<double>(bytes - m_bytesThen) / seconds.count();
    m_since = now;
    m_bytesThen = bytes;
    const bool real = (speed - m_before) * seconds.count() > Piece;
    if (real && speed > m_before * WorthIt) {
        m_before = speed;
        m_tried = 0;
        if (now >= m_restUntil) {
            tryMore(m_streams);
        }
        return;
    }
    m_before = std::max(speed, m_before * 0.9); // a line that became slower is measured anew
    if (m_tried > 0) {
        m_streams = std::max(1, m_streams - std::exchange(m_tried, 0));
        m_restUntil = now + TryMoreEvery;
    } else if (now >= m_restUntil) {
        tryMore(std::max(1, m_streams / 8));
    }
}

void StreamGovernor::tryMore(int more)
{
    m_tried = std::min(more, m_most - m_streams);
    m_streams += m_tried;
}

void StreamGovernor::stepBack(Moment now)
{
    if (m_steppedBack != Moment{} && now - m_steppedBack < StepBackEvery) {
        return;
    }
    m_steppedBack = now;
    m_streams = std::max(1, m_streams - std::max(1, m_streams / 8));
    m_tried = 0;
    m_restUntil = now + KeepBackFor;
    m_measuring = false;
    m_before = 0;
}

} // namespace longshore
