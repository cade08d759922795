#pragma once

#include "app/providers/provider.h"
#include "app/providers/vector/vectorclient.h"

namespace longshore::vector {

/// An export that the service does not have directly: a backup of the database, then a download of it (G2). Its id
/// names how far it is: "backup:B", then "backup:B/download:D".
struct BackupExport
{
    QString backup;
    QString download; ///< empty: not asked for yet

    [[nodiscard]] QString toId() const;
    [[nodiscard]] static std::optional<BackupExport> fromId(const QString& id);
};

[[nodiscard]] ResultTask<ExportStatus>* startExport(const std::shared_ptr<const Client>& client, VectorDialect dialect,
                                                    const Target& target, QObject* parent);
/// A link comes with every answer once there is one: the service signs it anew. An answer may give the export another
/// id to ask with from then on (goesOnAs).
[[nodiscard]] ResultTask<ExportStatus>* exportStatus(const std::shared_ptr<const Client>& client, VectorDialect dialect,
                                                     const Target& target, const QString& id, QObject* parent);

/// Pure; `now`: whether a link of a finished export has ended.
[[nodiscard]] ExportStatus toExportStatus(const Operation& operation, const QDateTime& now);

} // namespace longshore::vector
