#include "app/net/httpdate.h"

#include <QLocale>
#include <QTimeZone>
#include <algorithm>

namespace longshore {

std::optional<QDateTime> parseHttpDate(const QByteArray& text)
{
    QDateTime time =
        QLocale::c().toDateTime(QString::fromLatin1(text.trimmed()), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    if (!time.isValid()) {
        return std::nullopt;
    }
    time.setTimeZone(QTimeZone::utc());
    return time.toUTC();
}

std::optional<std::chrono::seconds> parseRetryAfter(const QByteArray& text, const QDateTime& now)
{
    using std::chrono::seconds;
    constexpr seconds Most = std::chrono::hours(24);
    bool number = false;
    const qlonglong count = text.trimmed().toLongLong(&number);
    if (number) {
        return count < 0 ? std::nullopt : std::optional(std::min(seconds(count), Most));
    }
    const std::optional<QDateTime> until = parseHttpDate(text);
    if (!until) {
        return std::nullopt;
    }
    return std::clamp(seconds(now.secsTo(*until)), seconds(0), Most);
}

} // namespace longshore
