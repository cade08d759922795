#pragma once

#include "app/core/backgroundtask.h"

#include <QByteArray>
#include <memory>

class QIODevice;
struct evp_md_ctx_st;

namespace longshore {

/// SHA-256 at line speed (OpenSSL EVP); Qt's own is ten times slower. One thread at a time.
class Sha256 final
{
public:
    Sha256();

    void add(QByteArrayView bytes);
    void reset();
    /// 32 bytes, of everything added since the last reset(); more may be added afterwards.
    [[nodiscard]] QByteArray result() const;

private:
    struct Free
    {
        void operator()(evp_md_ctx_st* context) const;
    };
    std::unique_ptr<evp_md_ctx_st, Free> m_context;
};

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
