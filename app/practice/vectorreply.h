#pragma once

#include "app/practice/http.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QMap>
#include <QStringList>

namespace longshore::practice {

/// field → what is wrong with it
using VectorErrors = QMap<QString, QStringList>;

/// `{"data":…,"message":…,"http_status":…}`
[[nodiscard]] HttpReply vectorReply(int status, const QJsonValue& data, const QString& message);
/// Only `{"data":…}`, as the prose documentation shows answers.
[[nodiscard]] HttpReply bareVectorReply(int status, const QJsonValue& data);
/// `{"data":{},"message":…,"http_status":…[,"errors":{…}]}`
[[nodiscard]] HttpReply vectorError(int status, const QString& message, const VectorErrors& errors = {});
/// `{"message":…}`, which the framework answers before the program is asked.
[[nodiscard]] HttpReply frameworkError(int status, const QString& message);

} // namespace longshore::practice
