#pragma once

#include "app/providers/importcalls.h"
#include "app/providers/vector/vectorclient.h"

namespace longshore::vector {

// Imports: a session whose file goes to storage, a small file inside the request, and what the platform does without a
// file of ours. What a dialect has not is refused: NotFound (subject: the place).

[[nodiscard]] ResultTask<UploadPlace>* openUpload(const std::shared_ptr<const Client>& client, VectorDialect dialect,
                                                  const Target& target, const UploadOffer& offer, QObject* parent);
/// The status call of a session that waits for its file signs its links anew. Errors: SessionLost when it does not wait
/// any more, and always in dialect D, whose status has no links.
[[nodiscard]] ResultTask<UploadPlace>* uploadPlace(const std::shared_ptr<const Client>& client, VectorDialect dialect,
                                                   const Target& target, const QString& session, QObject* parent);
[[nodiscard]] ResultTask<ImportStatus>* startImport(const std::shared_ptr<const Client>& client, VectorDialect dialect,
                                                    const Target& target, const ImportOrder& order, QObject* parent);
[[nodiscard]] ResultTask<ImportStatus>* importStatus(const std::shared_ptr<const Client>& client, VectorDialect dialect,
                                                     const Target& target, const ImportRef& import, QObject* parent);

// Pure.

/// Where the bytes of a session go. Errors: SessionLost when it takes none, BadAnswer.
[[nodiscard]] Result<UploadPlace> toUploadPlace(const ImportSession& session);
[[nodiscard]] ImportStatus toImportStatus(const Operation& operation, ImportWay way);
/// What an answer to a direct import means: it is over when the answer is there, and may have no id.
[[nodiscard]] Result<ImportStatus> directImportFromJson(const Envelope& answer);
/// What a failed call to start an import comes to; an import inside the request that ran and failed is a status.
[[nodiscard]] Result<ImportStatus> judgeStart(const Error& error, VectorDialect dialect, ImportWay way);

} // namespace longshore::vector
