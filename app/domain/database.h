#pragma once

#include "app/domain/dumpformat.h"
#include "app/domain/platform.h"

#include <QList>
#include <QString>
#include <optional>

namespace longshore {

/// The two databases of an Optimizely DXP environment (the export API knows no others), and the one of a Vector Pro
/// environment.
enum class Database { Cms, Commerce, MySql };

[[nodiscard]] QList<Database> allDatabases();
[[nodiscard]] QList<Database> databasesOf(Platform platform);
/// "epicms", "epicommerce", "mysql": the word of the API and of the command line.
[[nodiscard]] QString databaseApiName(Database database);
/// Accepts the API's words in any case, and "cms" / "commerce".
[[nodiscard]] std::optional<Database> databaseFromName(const QString& name);
/// ".bacpac" or a dump's suffix: how a file of that database ends.
[[nodiscard]] QString databaseFileSuffix(Database database, DumpFormat format = DumpFormat::Plain);
/// "cms", "commerce", "mysql": the word in the name of a file.
[[nodiscard]] QString databaseFileWord(Database database);

} // namespace longshore
