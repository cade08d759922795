#pragma once

#include "app/core/backgroundtask.h"
#include "app/core/sha256.h"

#include <QByteArray>
#include <memory>

class QIODevice;

namespace longshore {

/// Bytes read so far, for a progress bar on another thread.
using ReadCounter = std::shared_ptr<std::atomic<qint64>>;

/// Adds the next `bytes` of `device`. Blocking; for BackgroundTask. Errors: FileAccess (also when the device ends
/// before), Cancelled.
[[nodiscard]] Result<void> addToHash(Sha256& hash, QIODevice& device, qint64 bytes, const CancelFlag& cancel,
                                     const ReadCounter& counter = {});

struct FileHash
{
    qint64 size = 0;
    QByteArray sha256; ///< 32 bytes

    friend bool operator==(const FileHash&, const FileHash&) = default;
};

/// Reads a whole file. Blocking; for BackgroundTask. Errors: NotFound, FileAccess, Cancelled.
[[nodiscard]] Result<FileHash> hashFile(const QString& path, const CancelFlag& cancel, const ReadCounter& counter = {});

} // namespace longshore
