#include "app/transfers/fileidentity.h"

#include "app/core/sha256.h"
#include "app/transfers/sourcefile.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <algorithm>
#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

namespace longshore {

namespace {

constexpr qint64 SpotSize = 64 * 1024;
constexpr qint64 Spots = 16;
const QByteArray& formatName()
{
    static const QByteArray name("1");
    return name;
}

/// Windows and what else has no inodes.
[[maybe_unused]] FileIdentity plainLook(const QFileInfo& info)
{
    return {.size = info.size(), .changedNs = info.lastModified().toMSecsSinceEpoch() * 1'000'000};
}

Result<QByteArray> hashSpots(const SourceFile& file)
{
    Sha256 hash;
    QByteArray piece(SpotSize, Qt::Uninitialized);
    const qint64 size = file.size();
    const qint64 last = std::max<qint64>(0, size - SpotSize);
    const qint64 spots = size <= SpotSize ? 1 : Spots;
    for (qint64 spot = 0; spot < spots; ++spot) {
        // In whole steps, so that nothing overflows with any size.
        const qint64 offset = spots == 1 ? 0 : last / (spots - 1) * spot + last % (spots - 1) * spot / (spots - 1);
        const qint64 length = std::min(SpotSize, size - offset);
        if (const Result<void> read = file.read(offset, piece.data(), length); !read) {
            return fail(read.error());
        }
        hash.add(QByteArrayView(piece).first(length));
    }
    return hash.result();
}

} // namespace

Result<FileIdentity> FileIdentity::look(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        return fail(Error::Code::NotFound, path);
    }
#ifdef Q_OS_UNIX
    struct stat facts
    { };
    if (::stat(QFile::encodeName(path).constData(), &facts) != 0) {
        return fail(Error::Code::FileAccess, path, qt_error_string());
    }
#ifdef Q_OS_DARWIN
    const timespec changed = facts.st_mtimespec;
#else
    const timespec changed = facts.st_mtim;
#endif
    return FileIdentity{.size = facts.st_size,
                        .changedNs = static_cast<qint64>(changed.tv_sec) * 1'000'000'000 + changed.tv_nsec,
                        .inode = static_cast<quint64>(facts.st_ino)};
#else
    return plainLook(info);
#endif
}

Result<FileIdentity> FileIdentity::read(const QString& path)
{
    Result<FileIdentity> identity = look(path);
    if (!identity) {
        return identity;
    }
    const auto file = SourceFile::open(path);
    if (!file) {
        return fail(file.error());
    }
    const Result<QByteArray> spots = hashSpots(**file);
    if (!spots) {
        return fail(spots.error());
    }
    identity->spots = *spots;
    return identity;
}

QString FileIdentity::differsFrom(const FileIdentity& other) const
{
    if (size != other.size) {
        return QStringLiteral("size");
    }
    if (!spots.isEmpty() && !other.spots.isEmpty() && spots != other.spots) {
        return QStringLiteral("contents");
    }
    if (inode != other.inode) {
        return QStringLiteral("inode");
    }
    return changedNs != other.changedNs ? QStringLiteral("time of change") : QString();
}

QByteArray FileIdentity::toBytes() const
{
    return QList<QByteArray>{formatName(), QByteArray::number(size), QByteArray::number(changedNs),
                             QByteArray::number(inode), spots.toHex()}
        .join(' ');
}

std::optional<FileIdentity> FileIdentity::fromBytes(const QByteArray& bytes)
{
    const QList<QByteArray> words = bytes.split(' ');
    if (words.size() != 5 || words.at(0) != formatName()) {
        return std::nullopt;
    }
    bool sizeGood = false;
    bool timeGood = false;
    bool inodeGood = false;
    const FileIdentity identity{.size = words.at(1).toLongLong(&sizeGood),
                                .changedNs = words.at(2).toLongLong(&timeGood),
                                .inode = words.at(3).toULongLong(&inodeGood),
                                .spots = QByteArray::fromHex(words.at(4))};
    return sizeGood && timeGood && inodeGood ? std::optional(identity) : std::nullopt;
}

Result<void> checkUnchanged(const QString& path, const FileIdentity& begun)
{
    const Result<FileIdentity> now = begun.spots.isEmpty() ? FileIdentity::look(path) : FileIdentity::read(path);
    if (!now) {
        return fail(now.error());
    }
    if (const QString what = begun.differsFrom(*now); !what.isEmpty()) {
        return fail(Error::Code::SourceChanged, path, what);
    }
    return {};
}

} // namespace longshore
