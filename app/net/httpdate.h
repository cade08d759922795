#pragma once

#include <QByteArray>
#include <QDateTime>
#include <chrono>
#include <optional>

namespace longshore {

/// "Mon, 12 Jan 2026 14:00:00 GMT" (RFC 9110 IMF-fixdate) in UTC; the two obsolete forms are not sent by anybody we
/// talk to.
[[nodiscard]] std::optional<QDateTime> parseHttpDate(const QByteArray& text);

/// Seconds or a date; a date counts from `now`, which should be the server's own `Date`. Never negative, at most a day.
[[nodiscard]] std::optional<std::chrono::seconds> parseRetryAfter(const QByteArray& text, const QDateTime& now);

} // namespace longshore
