#pragma once

#include <QList>
#include <QString>
#include <optional>

namespace longshore {

/// The two databases of an Optimizely DXP environment (the export API knows no others).
enum class Database { Cms, Commerce };

[[nodiscard]] QList<Database> allDatabases();
/// "epicms", "epicommerce": the word of the API and of the command line.
[[nodiscard]] QString databaseApiName(Database database);
/// Accepts the API's words in any case, and "cms" / "commerce".
[[nodiscard]] std::optional<Database> databaseFromName(const QString& name);

} // namespace longshore
