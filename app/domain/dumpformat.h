#pragma once

#include <QString>
#include <optional>

namespace longshore {

/// What a dump can be written as.
enum class DumpFormat { Plain, Gzip, Zstd };

[[nodiscard]] QString dumpSuffix(DumpFormat format); ///< ".sql", ".sql.gz", ".sql.zst"
/// "sql", "gz", "zst": the word of the command line and of the state file.
[[nodiscard]] QString dumpFormatName(DumpFormat format);
[[nodiscard]] std::optional<DumpFormat> dumpFormatFromName(const QString& name); ///< any case; also with "sql." before

/// The end of a file name that belongs together: ".bacpac", ".sql.gz", ".tar.gz"; empty for none.
[[nodiscard]] QString fileSuffix(const QString& fileName);

} // namespace longshore
