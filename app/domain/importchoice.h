#pragma once

#include "app/domain/connection.h"
#include "app/domain/dumpformat.h"
#include "app/domain/importoptions.h"
#include "app/domain/importway.h"

#include <optional>

namespace longshore {

// What the dialects of Vector Pro decide about an import of a file (facts: vector.md 1.5). Pure.

/// Whether the service can be told these options for that database: where it cannot, only the usual ones are right.
[[nodiscard]] bool takesOptions(const Connection& connection, const QString& environment, const ImportOptions& options,
                                ImportWay way = ImportWay::Upload);
/// Whether a dump goes there inside the request ("quick import"). `plainBytes`: of its SQL, unpacked; -1: not known.
[[nodiscard]] bool quickImportTakes(const Connection& connection, const QString& environment, qint64 plainBytes);
/// The way for a file where a person does not choose one: inside the request where it fits, else by way of the storage.
[[nodiscard]] ImportWay suggestedWay(const Connection& connection, const QString& environment, qint64 plainBytes);
/// What a dump must be made into before it is sent; nothing: it goes as it is. `packing`: DumpFacts::packing. Plain SQL
/// goes everywhere, gzip only through the storage and not in dialect D, and nothing else anywhere.
[[nodiscard]] std::optional<DumpFormat> formToSend(VectorDialect dialect, ImportWay way, const QString& packing);
/// What the service is told as the name of such a file: the name's own stem and the suffix of the form it has or gets.
[[nodiscard]] QString sentDumpName(const QString& path, const QString& packing, std::optional<DumpFormat> form);

} // namespace longshore
