#pragma once

#include "app/domain/jobrecord.h"

#include <QSet>

namespace longshore {

class Connections;

/// A row for a new intention, with an id of its own; its place in the queue comes when it is stored.
[[nodiscard]] JobRecord newJob(const ExportRequest& request, const Connections& connections, const QDateTime& now);
/// Empty, or what of the request cannot be right: "connection", "environment", "retention", "folder", "fileName".
[[nodiscard]] QString invalidField(const ExportRequest& request, const Connections& connections);

[[nodiscard]] JobRecord newJob(const ImportRequest& request, const Connections& connections, const QDateTime& now);
/// Why nobody may have an import, whatever is confirmed; nothing: it may be. Errors: GuardRefused (subject: the
/// target's phrase, or the source's of a copy; detail: importBarName(), copyBarName() or "productionDataNotAccepted"),
/// BadInput (subject: "connection", "source", "way").
[[nodiscard]] std::optional<Error> refusalOf(const ImportRequest& request, const Connections& connections);
/// The same of an import: "connection", "environment", "file", "database" (the package holds the other one),
/// "packageName", "options", "way" (too large for it), "backupFolder". `used`: package names that cannot be used again.
[[nodiscard]] QString invalidField(const ImportRequest& request, const Connections& connections,
                                   const QSet<QString>& used);

} // namespace longshore
