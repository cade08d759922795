#pragma once

#include <QtGlobal>
#include <chrono>

namespace longshore {

/// How many streams a transfer runs: starts at 4, adds while the throughput grows with them, and steps back when the
/// store asks for less. Pure: time and bytes come from outside.
class StreamGovernor final
{
public:
    using Moment = std::chrono::steady_clock::time_point;

    static constexpr int First = 4;
    static constexpr int Usual = 16;
    static constexpr int Most = 32;

    explicit StreamGovernor(int most = Usual);

    [[nodiscard]] int streams() const { return m_streams; }
    [[nodiscard]] int most() const { return m_most; }
    void setMost(int most);
    /// Bytes moved so far, by `running` streams; a few times a second.
    void sample(Moment now, qint64 bytes, int running);
    /// 503 or 429: fewer for a while.
    void stepBack(Moment now);

private:
    void tryMore(int more);

    int m_most;
    int m_streams;
    int m_tried = 0; ///< of them, on trial
    Moment m_since{}; ///< when the present number came into use
    qint64 m_bytesThen = 0;
    bool m_measuring = false;
    double m_before = 0; ///< bytes a second with the number before
    Moment m_steppedBack{};
    Moment m_restUntil{}; ///< no more are tried before
};

} // namespace longshore
