#pragma once

#include <QJsonArray>
#include <QJsonValue>
#include <QStringList>

namespace longshore {

/// The items of an array; what is no text becomes an empty one, and what is no array an empty list.
[[nodiscard]] inline QStringList textsFromJson(const QJsonValue& value)
{
    QStringList list;
    const QJsonArray array = value.toArray();
    for (const QJsonValue& each : array) {
        list.append(each.toString());
    }
    return list;
}

} // namespace longshore
