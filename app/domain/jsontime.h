#pragma once

#include <QDateTime>
#include <QJsonValue>

namespace longshore {

/// ISO 8601 in UTC with milliseconds; null for an invalid time.
[[nodiscard]] QJsonValue timeToJson(const QDateTime& time);
/// Invalid for anything that timeToJson() does not write.
[[nodiscard]] QDateTime timeFromJson(const QJsonValue& value);

} // namespace longshore
