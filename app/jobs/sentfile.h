#pragma once

#include "app/core/backgroundtask.h"
#include "app/domain/jobrecord.h"
#include "app/providers/importcalls.h"

namespace longshore {

/// What an import sends: the person's own file, or what was made of it.
struct SentFile
{
    QString path;
    qint64 size = -1;
    QDateTime modifiedAt; ///< invalid: not to be held against the file
    QString sha256; ///< lower-case hex; empty: not known
};

[[nodiscard]] SentFile sentFile(const JobRecord& import);
/// What the service is told of it.
[[nodiscard]] UploadOffer offerOf(const JobRecord& import);

// Blocking; for BackgroundTask.

/// Errors: as checkStillThere().
[[nodiscard]] Result<void> checkStillThere(const SentFile& file);
/// All of a small one, if it is still what it was. Errors: the same, and SourceChanged (detail: contents).
[[nodiscard]] Result<QByteArray> readSentFile(const SentFile& file);

} // namespace longshore
