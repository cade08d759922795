#pragma once

#include "app/core/result.h"

#include <QString>
#include <memory>

namespace longshore {

/// A file that is read by several threads at once, each where it needs to. Nothing is held in memory.
class SourceFile final
{
public:
    /// Errors: NotFound, FileAccess.
    [[nodiscard]] static Result<std::shared_ptr<SourceFile>> open(const QString& path);
    SourceFile(const SourceFile&) = delete;
    SourceFile& operator=(const SourceFile&) = delete;
    ~SourceFile();

    [[nodiscard]] const QString& path() const { return m_path; }
    [[nodiscard]] qint64 size() const { return m_size; } ///< when it was opened
    /// `length` bytes from `offset` on, all of them. Any thread. Errors: FileAccess, also when the file ends before.
    [[nodiscard]] Result<void> read(qint64 offset, char* into, qint64 length) const;

private:
    SourceFile(QString path, qintptr handle, qint64 size) : m_path(std::move(path)), m_handle(handle), m_size(size) { }

    const QString m_path;
    const qintptr m_handle; ///< file descriptor, or HANDLE
    const qint64 m_size;
};

} // namespace longshore
