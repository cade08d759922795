#pragma once

#include "app/domain/jobrecord.h"

namespace longshore {

class Connections;

/// A row for a new intention, with an id of its own; its place in the queue comes when it is stored.
[[nodiscard]] JobRecord newJob(const ExportRequest& request, const Connections& connections, const QDateTime& now);
/// Empty, or what of the request cannot be right: "connection", "environment", "retention", "folder", "fileName".
[[nodiscard]] QString invalidField(const ExportRequest& request, const Connections& connections);

} // namespace longshore
