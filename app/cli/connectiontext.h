#pragma once

#include "app/domain/connection.h"

#include <QJsonObject>
#include <QStringList>

namespace longshore::cli {

[[nodiscard]] QString platformText(const Connection& connection);
/// One line of `--json`.
[[nodiscard]] QJsonObject connectionJson(const Connection& connection);
/// A row for each environment, below environmentHeader().
[[nodiscard]] QList<QStringList> environmentRows(const Connection& connection);
[[nodiscard]] QStringList environmentHeader();

} // namespace longshore::cli
