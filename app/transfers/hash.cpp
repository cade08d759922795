#include "app/transfers/hash.h"

#include <QFile>

namespace longshore {

namespace {
constexpr qint64 PieceSize = 256 * 1024;
}

Result<void> addToHash(Sha256& hash, QIODevice& device, qint64 bytes, const CancelFlag& cancel,
                       const ReadCounter& counter)
{
    QByteArray piece(PieceSize, Qt::Uninitialized);
    while (bytes > 0) {
        if (cancel && cancel->load()) {
            return fail(Error::Code::Cancelled);
        }
        const qint64 got = device.read(piece.data(), std::min(bytes, PieceSize));
        if (got <= 0) {
            return fail(Error::Code::FileAccess, {}, device.errorString());
        }
        hash.add(QByteArrayView(piece).first(got));
        bytes -= got;
        if (counter) {
            counter->fetch_add(got);
        }
    }
    return {};
}

Result<FileHash> hashFile(const QString& path, const CancelFlag& cancel, const ReadCounter& counter)
{
    QFile file(path);
    if (!file.exists()) {
        return fail(Error::Code::NotFound, path);
    }
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return fail(Error::Code::FileAccess, path, file.errorString());
    }
    Sha256 hash;
    const qint64 size = file.size();
    if (const Result<void> read = addToHash(hash, file, size, cancel, counter); !read) {
        Error error = read.error();
        error.subject = path;
        return fail(error);
    }
    return FileHash{.size = size, .sha256 = hash.result()};
}

} // namespace longshore
