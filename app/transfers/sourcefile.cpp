#include "app/transfers/sourcefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <algorithm>
#ifdef Q_OS_WIN
#define NOMINMAX
#include <windows.h>
#else
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace longshore {

namespace {

tl::unexpected<Error> noAccess(const QString& path, const QString& why)
{
    return fail(Error::Code::FileAccess, path, why);
}

#ifdef Q_OS_WIN
qintptr openHandle(const QString& path)
{
    const std::wstring native = QDir::toNativeSeparators(path).toStdWString();
    HANDLE handle = ::CreateFileW(native.c_str(), GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                                  nullptr, OPEN_EXISTING, FILE_FLAG_RANDOM_ACCESS, nullptr);
    return handle == INVALID_HANDLE_VALUE ? -1 : reinterpret_cast<qintptr>(handle);
}

void closeHandle(qintptr handle)
{
    ::CloseHandle(reinterpret_cast<HANDLE>(handle));
}

qint64 readSome(qintptr handle, qint64 offset, char* into, qint64 length)
{
    OVERLAPPED at{};
    at.Offset = static_cast<DWORD>(offset & 0xffffffff);
    at.OffsetHigh = static_cast<DWORD>(offset >> 32);
    DWORD got = 0;
    const auto wanted = static_cast<DWORD>(std::min<qint64>(length, 1 << 30));
    if (::ReadFile(reinterpret_cast<HANDLE>(handle), into, wanted, &got, &at) == 0) {
        return ::GetLastError() == ERROR_HANDLE_EOF ? 0 : -1;
    }
    return got;
}
#else
qintptr openHandle(const QString& path)
{
    return ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
}

void closeHandle(qintptr handle)
{
    ::close(static_cast<int>(handle));
}

qint64 readSome(qintptr handle, qint64 offset, char* into, qint64 length)
{
    while (true) {
        const ssize_t got = ::pread(static_cast<int>(handle), into, static_cast<size_t>(length), offset);
        if (got >= 0 || errno != EINTR) {
            return got;
        }
    }
}
#endif

} // namespace

Result<std::shared_ptr<SourceFile>> SourceFile::open(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        return fail(Error::Code::NotFound, path);
    }
    if (!info.isFile()) {
        return noAccess(path, QStringLiteral("not a file"));
    }
    const qintptr handle = openHandle(path);
    if (handle < 0) {
        return noAccess(path, qt_error_string());
    }
    return std::shared_ptr<SourceFile>(new SourceFile(path, handle, info.size()));
}

SourceFile::~SourceFile()
{
    closeHandle(m_handle);
}

Result<void> SourceFile::read(qint64 offset, char* into, qint64 length) const
{
    while (length > 0) {
        const qint64 got = readSome(m_handle, offset, into, length);
        if (got <= 0) {
            return noAccess(m_path, got < 0 ? qt_error_string() : QStringLiteral("it became shorter meanwhile"));
        }
        offset += got;
        into += got;
        length -= got;
    }
    return {};
}

} // namespace longshore
