#pragma once

#include "app/providers/vector/vectormodel.h"

#include <QByteArray>
#include <QJsonObject>
#include <optional>

namespace longshore::vector {

/// One call of the API, before it has a token.
struct Call
{
    QByteArray method = "GET";
    QByteArray path{}; ///< below the base URL, percent-encoded, with its query, without a leading slash
    QByteArray body{};
    QByteArray contentType{}; ///< set exactly when there is a body
    QString place{}; ///< what an error is about: "site" or "site/environment", ids
    QString lookedFor{}; ///< the id in the path
    bool waitsForWork = false; ///< answered when the service has carried it out, which may take minutes of silence

    [[nodiscard]] bool changesSomething() const { return method != "GET"; }
};

/// What an import session is made for.
struct ImportOffer
{
    QString fileName{};
    qint64 bytes = 0;
    QByteArray md5Hex{}; ///< of the whole file; empty: not known
    ImportOptions options{};
};

// The calls in each dialect (facts: vector.md 1.5); nothing where a dialect has none.

[[nodiscard]] Call whoamiCall();
[[nodiscard]] Call sitesCall(int page);
[[nodiscard]] Call siteCall(const QString& siteId);
[[nodiscard]] Call environmentsCall(VectorDialect dialect, const QString& siteId, int page);

[[nodiscard]] std::optional<Call> startExportCall(VectorDialect dialect, const Target& target);
[[nodiscard]] std::optional<Call> exportStatusCall(VectorDialect dialect, const Target& target, const QString& id);

[[nodiscard]] std::optional<Call> createImportCall(VectorDialect dialect, const Target& target,
                                                   const ImportOffer& offer);
/// `parts` of a multipart upload, in any order; empty for a single PUT.
[[nodiscard]] std::optional<Call> runImportCall(VectorDialect dialect, const Target& target, const QString& id,
                                                QList<UploadedPart> parts);
[[nodiscard]] std::optional<Call> importStatusCall(VectorDialect dialect, const Target& target, const QString& id);
/// A small file in the request itself. `sql` is the whole dump.
[[nodiscard]] std::optional<Call> directImportCall(VectorDialect dialect, const Target& target, const QByteArray& sql,
                                                   const ImportOffer& offer);

// G2: from the development container into an environment, and by way of a backup.
[[nodiscard]] std::optional<Call> promoteCall(VectorDialect dialect, const Target& target,
                                              const ImportOptions& options);
[[nodiscard]] std::optional<Call> promoteStatusCall(VectorDialect dialect, const Target& target, const QString& id);
[[nodiscard]] std::optional<Call> createBackupCall(VectorDialect dialect, const Target& target,
                                                   const QString& description);
[[nodiscard]] Call backupStatusCall(const QString& id);
[[nodiscard]] Call createBackupDownloadCall(const QString& backupId);
[[nodiscard]] Call backupDownloadStatusCall(const QString& backupId, const QString& id);
[[nodiscard]] Call createRestoreCall(const QString& backupId, const ImportOptions& options);
[[nodiscard]] Call restoreStatusCall(const QString& id);

} // namespace longshore::vector
