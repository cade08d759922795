#include "app/transfers/partfile.h"

#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>
#include <cerrno>
#include <cstdio>
#include <cstring>

#ifdef Q_OS_WIN
#include <io.h>
#include <windows.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace longshore {

namespace {

constexpr QFileDevice::Permissions OwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

Result<void> makeFolder(const QString& folder)
{
    if (QFileInfo::exists(folder)) {
        return {};
    }
    // Parents as the system makes them; only the folder that holds personal data is closed to others.
    const QString parent = QFileInfo(folder).absolutePath();
    if (!QDir().mkpath(parent)
        || (!QDir().mkdir(folder, OwnerOnly | QFileDevice::ExeOwner) && !QFileInfo(folder).isDir())) {
        return fail(Error::Code::FileAccess, folder, QString::fromLocal8Bit(std::strerror(errno)));
    }
    return {};
}

int syncHandle(int handle)
{
#if defined(Q_OS_WIN)
    return ::_commit(handle);
#elif defined(Q_OS_MACOS)
    // fsync() leaves the bytes in the drive's cache there; some network file systems know only fsync().
    return ::fcntl(handle, F_FULLFSYNC) == 0 ? 0 : ::fsync(handle);
#else
    return ::fdatasync(handle);
#endif
}

#ifndef Q_OS_WIN
/// A name is on the disk only when its folder is. Some file systems refuse this; then there is no more to do.
void syncFolder(const QString& folder)
{
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle >= 0) {
        (void)::fsync(handle);
        (void)::close(handle);
    }
}

/// For file systems that know neither an exclusive rename nor hard links: takes the name first, then replaces only
/// what it made itself.
int renameOverOwn(const QByteArray& from, const QByteArray& to)
{
    const int reserved = ::open(to.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (reserved < 0) {
        return errno;
    }
    (void)::close(reserved);
    if (::rename(from.constData(), to.constData()) == 0) {
        return 0;
    }
    const int why = errno;
    (void)::unlink(to.constData());
    return why;
}

int linkAndUnlink(const QByteArray& from, const QByteArray& to)
{
    if (::link(from.constData(), to.constData()) != 0) {
        const int why = errno;
        const bool noLinks = why == EPERM || why == EOPNOTSUPP || why == ENOSYS || why == EMLINK;
        return noLinks ? renameOverOwn(from, to) : why;
    }
    return ::unlink(from.constData()) == 0 ? 0 : errno;
}
#endif

/// 0, or errno; EEXIST when `to` is there already, which is never replaced.
int renameExclusively(const QString& fromPath, const QString& toPath)
{
#if defined(Q_OS_WIN)
    const auto wide = [](const QString& path) {
        return reinterpret_cast<const wchar_t*>(QDir::toNativeSeparators(path).utf16());
    };
    if (::MoveFileExW(wide(fromPath), wide(toPath), MOVEFILE_WRITE_THROUGH) != 0) {
        return 0;
    }
    const DWORD why = ::GetLastError();
    return why == ERROR_ALREADY_EXISTS || why == ERROR_FILE_EXISTS ? EEXIST : EACCES;
#else
    const QByteArray from = QFile::encodeName(fromPath);
    const QByteArray to = QFile::encodeName(toPath);
#if defined(Q_OS_LINUX) && defined(RENAME_NOREPLACE)
    if (::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_NOREPLACE) == 0) {
        return 0;
    }
    if (errno != EINVAL && errno != ENOSYS) {
        return errno;
    }
#elif defined(Q_OS_MACOS)
    if (::renamex_np(from.constData(), to.constData(), RENAME_EXCL) == 0) {
        return 0;
    }
    if (errno != ENOTSUP && errno != EINVAL) {
        return errno;
    }
#endif
    return linkAndUnlink(from, to);
#endif
}

/// "a.bacpac" → "a (2).bacpac".
QString numbered(const QString& path, int number)
{
    const QFileInfo info(path);
    const QString suffix = info.suffix().isEmpty() ? QString() : QString(QLatin1Char('.') + info.suffix());
    return info.dir().filePath(QStringLiteral("%1 (%2)%3").arg(info.completeBaseName()).arg(number).arg(suffix));
}

Result<void> closeToOthersAndSync(const QString& path)
{
    QFile file(path);
    if (!file.exists()) {
        return fail(Error::Code::NotFound, path);
    }
    if (!file.setPermissions(OwnerOnly) || !file.open(QIODevice::ReadWrite | QIODevice::Unbuffered)) {
        return fail(Error::Code::FileAccess, path, file.errorString());
    }
    if (syncHandle(file.handle()) != 0) {
        return fail(fileError(errno, path));
    }
    return {};
}

} // namespace

Error fileError(int code, const QString& path)
{
    bool full = code == ENOSPC;
#ifdef EDQUOT
    full = full || code == EDQUOT;
#endif
    if (full) {
        return Error{.code = Error::Code::DiskFull, .subject = QFileInfo(path).absolutePath()};
    }
    return Error{
        .code = Error::Code::FileAccess, .subject = path, .detail = QString::fromLocal8Bit(std::strerror(code))};
}

Result<void> checkSpace(const QString& path, qint64 needed)
{
    const QString folder = QFileInfo(path).absolutePath();
    const QStorageInfo storage(folder);
    const qint64 available = storage.isValid() ? storage.bytesAvailable() : -1;
    if (needed <= 0 || available < 0 || needed <= available) {
        return {};
    }
    return fail(Error::Code::DiskFull, folder, QString::number(needed - available));
}

Result<void> PartFile::openFile(QIODevice::OpenMode extra)
{
    // Permissions are given at creation: nobody else can open the file in between.
    if (!m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered | extra, OwnerOnly)) {
        return fail(Error::Code::FileAccess, path(), m_file.errorString());
    }
    m_handle = m_file.handle();
    return {};
}

Result<qint64> PartFile::open(qint64 keep)
{
    if (const Result<void> made = makeFolder(QFileInfo(path()).absolutePath()); !made) {
        return fail(made.error());
    }
    if (QFileInfo(path()).isSymLink()) {
        return fail(Error::Code::FileAccess, path(), QStringLiteral("a symbolic link"));
    }
    if (const Result<void> opened = openFile({}); !opened) {
        return fail(opened.error());
    }
    const qint64 kept = std::min(keep, m_file.size());
    if (!m_file.setPermissions(OwnerOnly) || !m_file.resize(kept) || !m_file.seek(kept)) {
        return fail(Error::Code::FileAccess, path(), m_file.errorString());
    }
    return kept;
}

Result<void> PartFile::startNew()
{
    m_file.close();
    if (m_file.exists() && !m_file.remove()) {
        return fail(Error::Code::FileAccess, path(), m_file.errorString());
    }
    return openFile(QIODevice::NewOnly);
}

Result<void> PartFile::truncate()
{
    if (!m_file.resize(0) || !m_file.seek(0)) {
        return fail(Error::Code::FileAccess, path(), m_file.errorString());
    }
    return {};
}

Result<void> PartFile::append(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        errno = 0;
        const qint64 written = m_file.write(bytes.data(), bytes.size());
        if (written <= 0) {
            const int why = errno;
            return fail(
                why != 0 ? fileError(why, path())
                         : Error{.code = Error::Code::FileAccess, .subject = path(), .detail = m_file.errorString()});
        }
        bytes = bytes.sliced(written);
    }
    return {};
}

Result<void> PartFile::sync() const
{
    if (syncHandle(m_handle) != 0) {
        return fail(fileError(errno, path()));
    }
    return {};
}

QIODevice& PartFile::fromStart()
{
    m_file.seek(0);
    return m_file;
}

Result<void> PartFile::seekEnd()
{
    if (!m_file.seek(m_file.size())) {
        return fail(Error::Code::FileAccess, path(), m_file.errorString());
    }
    return {};
}

Result<QString> finishPartFile(const QString& partPath, const QString& wantedPath)
{
    if (const Result<void> made = makeFolder(QFileInfo(wantedPath).absolutePath()); !made) {
        return fail(made.error());
    }
    if (const Result<void> ready = closeToOthersAndSync(partPath); !ready) {
        return fail(ready.error());
    }
    QString path = wantedPath;
    for (int number = 2;; ++number) {
        const int why = renameExclusively(partPath, path);
        if (why == 0) {
            break;
        }
        if (why != EEXIST) {
            return fail(fileError(why, path));
        }
        path = numbered(wantedPath, number);
    }
#ifndef Q_OS_WIN
    syncFolder(QFileInfo(path).absolutePath());
#endif
    return path;
}

} // namespace longshore
