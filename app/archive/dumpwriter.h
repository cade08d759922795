#pragma once

#include "app/archive/inspection.h"
#include "app/domain/dumpformat.h"

#include <QByteArrayView>
#include <memory>

namespace longshore {

struct WrittenDump
{
    qint64 size = 0; ///< of the file
    qint64 plainSize = 0;
    QByteArray sha256; ///< of the file, 32 bytes
};

/// Writes a dump, compressed on the way, in flat memory. A new file, for its owner only; what was there is replaced.
/// Blocking. Without finish() the file is incomplete; removing it is the caller's.
class DumpWriter final
{
public:
    /// Errors: FileAccess, DiskFull (subject: path).
    [[nodiscard]] static Result<std::unique_ptr<DumpWriter>> create(const QString& path, DumpFormat format);
    ~DumpWriter();

    [[nodiscard]] Result<void> add(QByteArrayView bytes);
    /// Everything is in the file, and handed to the system.
    [[nodiscard]] Result<WrittenDump> finish();

private:
    class Private;
    explicit DumpWriter(std::unique_ptr<Private> parts);
    std::unique_ptr<Private> d;
};

/// Reads a dump in whatever it is packed and writes it in another way: unpacked for a platform that wants plain SQL,
/// compressed for a library. `watch` is told the bytes read of `from`. A failed or cancelled one leaves no file.
/// Errors: those of DumpReader and DumpWriter; BadInput (subject: `to`) for the file itself.
[[nodiscard]] Result<WrittenDump> repackDump(const QString& from, const QString& to, DumpFormat format,
                                             const InspectionWatch& watch);

} // namespace longshore
