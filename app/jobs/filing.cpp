#include "app/jobs/filing.h"

#include "app/archive/filecheck.h"
#include "app/jobs/jobpolicy.h"
#include "app/transfers/hash.h"
#include "app/transfers/partfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace longshore {

namespace {

tl::unexpected<Error> missing(const QString& path)
{
    return fail(Error::Code::FileAccess, path, QStringLiteral("no such file"));
}

Result<void> checkHash(const QString& path, const FetchedFile& file, const CancelFlag& cancel)
{
    const Result<FileHash> found = hashFile(path, cancel);
    if (!found) {
        return fail(found.error());
    }
    if (QString::fromLatin1(found->sha256.toHex()) != file.sha256) {
        return fail(Error::Code::HashMismatch, path);
    }
    return {};
}

} // namespace

Result<void> checkFetchedBytes(const FetchedFile& file, Reread reread, const CancelFlag& cancel)
{
    const QFileInfo info(file.partPath);
    if (!info.exists()) {
        return missing(file.partPath);
    }
    if (info.size() != file.size) {
        return fail(Error::Code::SizeMismatch, file.partPath,
                    QString::number(info.size()) + QLatin1Char('/') + QString::number(file.size));
    }
    return reread == Reread::Yes ? checkHash(file.partPath, file, cancel) : Result<void>();
}

Result<void> checkFetchedFile(const FetchedFile& file, Reread reread, const CancelFlag& cancel)
{
    if (const Result<void> same = checkFetchedBytes(file, reread, cancel); !same) {
        return same;
    }
    return checkFormat(file.partPath, cancel);
}

QString freeTarget(const QString& folder, const QString& fileName)
{
    const QDir dir(folder);
    int attempt = 1;
    while (QFileInfo::exists(dir.filePath(numberedName(fileName, attempt)))) {
        ++attempt;
    }
    return dir.filePath(numberedName(fileName, attempt));
}

Result<QString> takeFinalName(const FetchedFile& file, const QString& target, const CancelFlag& cancel)
{
    if (QFileInfo::exists(file.partPath)) {
        return finishPartFile(file.partPath, target);
    }
    if (!QFileInfo::exists(target)) {
        return missing(file.partPath);
    }
    return checkHash(target, file, cancel).map([&target] { return target; });
}

Result<void> discardPartFile(const QString& partPath)
{
    QFile part(partPath);
    if (partPath.isEmpty() || !part.exists() || part.remove()) {
        return {};
    }
    return fail(Error::Code::FileAccess, partPath, part.errorString());
}

} // namespace longshore
