#include "app/transfers/partfile.h"

#include "app/domain/dumpformat.h"

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
#ifdef Q_OS_LINUX
#include <linux/magic.h>
#include <sys/vfs.h>
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

#ifdef Q_OS_WIN
/// Without moving the handle's own position: several threads write at once.
OVERLAPPED placeOf(qint64 offset)
{
    OVERLAPPED place{};
    place.Offset = static_cast<DWORD>(offset & 0xffffffff);
    place.OffsetHigh = static_cast<DWORD>(offset >> 32);
    return place;
}

HANDLE systemHandle(int handle)
{
    return reinterpret_cast<HANDLE>(_get_osfhandle(handle));
}

int errnoOf(DWORD why)
{
    return why == ERROR_DISK_FULL || why == ERROR_HANDLE_DISK_FULL ? ENOSPC : EIO;
}

qint64 writeTo(int handle, qint64 offset, QByteArrayView bytes)
{
    OVERLAPPED place = placeOf(offset);
    DWORD written = 0;
    const auto wanted = static_cast<DWORD>(std::min<qsizetype>(bytes.size(), 1 << 30));
    if (::WriteFile(systemHandle(handle), bytes.data(), wanted, &written, &place) == 0) {
        errno = errnoOf(::GetLastError());
        return -1;
    }
    return written;
}

qint64 readFrom(int handle, qint64 offset, char* into, qint64 capacity)
{
    OVERLAPPED place = placeOf(offset);
    DWORD read = 0;
    const auto wanted = static_cast<DWORD>(std::min<qint64>(capacity, 1 << 30));
    if (::ReadFile(systemHandle(handle), into, wanted, &read, &place) == 0) {
        const DWORD why = ::GetLastError();
        errno = errnoOf(why);
        return why == ERROR_HANDLE_EOF ? 0 : -1;
    }
    return read;
}

int setAside(int /*handle*/, qint64 /*size*/)
{
    return 0; // the new length alone reserves the room there
}
#else
qint64 writeTo(int handle, qint64 offset, QByteArrayView bytes)
{
    qint64 written = 0;
    do {
        written = ::pwrite(handle, bytes.data(), static_cast<size_t>(bytes.size()), offset);
    } while (written < 0 && errno == EINTR);
    return written;
}

qint64 readFrom(int handle, qint64 offset, char* into, qint64 capacity)
{
    qint64 read = 0;
    do {
        read = ::pread(handle, into, static_cast<size_t>(capacity), offset);
    } while (read < 0 && errno == EINTR);
    return read;
}

/// 0, or errno. A file system that cannot is left alone: the C library's own way would write the file full of zeros.
int setAside(int handle, qint64 size)
{
#ifdef Q_OS_LINUX
    struct statfs kind = {};
    if (size <= 0 || (::fstatfs(handle, &kind) == 0 && kind.f_type == TMPFS_MAGIC)) {
        return 0; // memory: setting it aside means clearing all of it first
    }
    if (::fallocate(handle, 0, 0, size) != 0 && (errno == ENOSPC || errno == EDQUOT)) {
        return errno;
    }
#else
    Q_UNUSED(handle);
    Q_UNUSED(size);
#endif
    return 0;
}
#endif

/// "a.bacpac" → "a (2).bacpac".
QString numbered(const QString& path, int number)
{
    const QString suffix = fileSuffix(path);
    return QStringLiteral("%1 (%2)%3").arg(path.chopped(suffix.size())).arg(number).arg(suffix);
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

Result<qint64> PartFile::open()
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
    if (!m_file.setPermissions(OwnerOnly)) {
        return fail(Error::Code::FileAccess, path(), m_file.errorString());
    }
    return m_file.size();
}

Result<void> PartFile::startNew()
{
    m_file.close();
    if (m_file.exists() && !m_file.remove()) {
        return fail(Error::Code::FileAccess, path(), m_file.errorString());
    }
    return openFile(QIODevice::NewOnly);
}

Result<void> PartFile::reserve(qint64 size)
{
    if (const int why = setAside(m_handle, size); why != 0) {
        return fail(fileError(why, path()));
    }
    return m_file.size() < size ? truncate(size) : Result<void>{};
}

Result<void> PartFile::truncate(qint64 size)
{
    errno = 0;
    if (!m_file.resize(size)) {
        const int why = errno;
        return fail(why != 0
                        ? fileError(why, path())
                        : Error{.code = Error::Code::FileAccess, .subject = path(), .detail = m_file.errorString()});
    }
    return {};
}

Result<void> PartFile::writeAt(qint64 offset, QByteArrayView bytes) const
{
    while (!bytes.isEmpty()) {
        const qint64 written = writeTo(m_handle, offset, bytes);
        if (written < 0) {
            return fail(fileError(errno, path()));
        }
        offset += written;
        bytes = bytes.sliced(written);
    }
    return {};
}

Result<qint64> PartFile::readAt(qint64 offset, char* into, qint64 capacity) const
{
    qint64 all = 0;
    while (all < capacity) {
        const qint64 read = readFrom(m_handle, offset + all, into + all, capacity - all);
        if (read < 0) {
            return fail(fileError(errno, path()));
        }
        if (read == 0) {
            break;
        }
        all += read;
    }
    return all;
}

Result<void> PartFile::sync() const
{
    if (syncHandle(m_handle) != 0) {
        return fail(fileError(errno, path()));
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
