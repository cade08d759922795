#pragma once

#include "app/archive/sqlmodel.h"

namespace longshore {

/// The model.xml of a bacpac: tables, columns, keys, indexes, defaults and database options, in the order real
/// exporters write them (unnamed elements first, then by name).
[[nodiscard]] QByteArray modelXml(const SqlModel& model);

/// `DataSchemaModel/@SchemaVersion`, which Origin.xml repeats.
[[nodiscard]] QString modelSchemaVersion();

/// How many elements of each kind the model has, named as Origin.xml counts them ("SimpleColumn").
[[nodiscard]] QList<std::pair<QString, qsizetype>> objectCounts(const SqlModel& model);

/// "[dbo].[a]]b]"
[[nodiscard]] QString bracketed(const QStringList& parts);

} // namespace longshore
