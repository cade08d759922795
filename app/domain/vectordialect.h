#pragma once

#include <QString>
#include <optional>

namespace longshore {

/// The wire dialects of the Vector Pro API that are public (facts: vector.md 1.5): D is the documentation's prose, G1
/// the first machine-readable description and both vendor libraries, G2 the present one.
enum class VectorDialect { D, G1, G2 };

[[nodiscard]] QString vectorDialectName(VectorDialect dialect); ///< "D", "G1", "G2"
[[nodiscard]] std::optional<VectorDialect> vectorDialectFromName(const QString& name); ///< any case

/// What a dialect lets a token do with a database.
struct VectorAbilities
{
    bool exports = false; ///< directly; else only through a backup and its download
    bool exportsByBackup = false;
    bool imports = false; ///< of a file; else only by promotion or restore
    bool promotesInto = false; ///< from the site's development container
    qint64 directImportBelow = 0; ///< bytes; 0: there is no direct import
    bool importOptions = false; ///< drop tables, foreign keys, search and replace

    friend bool operator==(const VectorAbilities&, const VectorAbilities&) = default;
};

[[nodiscard]] VectorAbilities vectorAbilities(VectorDialect dialect, bool development);

} // namespace longshore
