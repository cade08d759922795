#pragma once

#include <QString>
#include <optional>

namespace longshore {

/// How an import reaches its target.
enum class ImportWay {
    Upload, ///< a file by way of the service's storage
    Quick, ///< a small file inside the request
    Promote, ///< the platform's own copy from the development container into an environment: no file
    Restore, ///< the platform's own restore of a backup: no file
};

[[nodiscard]] QString importWayName(ImportWay way); ///< "upload", "quick", "promote", "restore"
[[nodiscard]] std::optional<ImportWay> importWayFromName(const QString& name);
/// A file of ours goes there.
[[nodiscard]] constexpr bool sendsFile(ImportWay way)
{
    return way == ImportWay::Upload || way == ImportWay::Quick;
}

} // namespace longshore
