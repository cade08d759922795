#include "app/cli/typedlink.h"

#include "app/core/sha256.h"

#include <QFileInfo>

namespace longshore::cli {

QString typedTransferId(const QString& transfer, const SignedUrl& url, const QString& path)
{
    const QByteArray bytes = url.exactBytes();
    const qsizetype query = bytes.indexOf('?');
    Sha256 hash;
    hash.add(query < 0 ? bytes : bytes.left(query));
    hash.add(QByteArrayView("\0", 1));
    hash.add(path.toUtf8());
    return transfer + QLatin1Char('-') + QString::fromLatin1(hash.result().toHex().left(32));
}

Result<void> lockTransfer(QLockFile& lock, const QString& path)
{
    lock.setStaleLockTime(0); // stale only when its process is gone
    if (lock.tryLock(0)) {
        return {};
    }
    return lock.error() == QLockFile::LockFailedError
               ? fail(Error::Code::EngineBusy, path)
               : fail(Error::Code::FileAccess, QFileInfo(lock.fileName()).absolutePath());
}

} // namespace longshore::cli
