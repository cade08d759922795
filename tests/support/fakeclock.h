#pragma once

#include "app/core/clock.h"

#include <QTimeZone>

namespace longshore {

/// A clock that stands still until a test moves it.
class FakeClock final : public Clock
{
public:
    [[nodiscard]] QDateTime nowUtc() const override { return m_now; }
    void advance(std::chrono::milliseconds by) { m_now = m_now.addMSecs(by.count()); }
    void set(const QDateTime& now) { m_now = now; }

private:
    QDateTime m_now{QDate(2026, 1, 12), QTime(14, 0), QTimeZone::utc()};
};

} // namespace longshore
