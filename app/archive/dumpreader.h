#pragma once

#include "app/archive/bytesource.h"
#include "app/core/backgroundtask.h"

#include <QStringList>
#include <memory>

class QIODevice;

namespace longshore {

/// How a dump is packed, from the outside to the inside.
struct DumpPacking
{
    QStringList layers; ///< of "gzip", "bzip2", "xz", "zstd", "zip", "tar"; empty: a plain file
    QString member; ///< the dump's name inside an archive; empty: it is none
};

/// The plain bytes of a dump, whatever it is packed in: `.sql`, `.sql.gz`, `.bz2`, `.xz`, `.zst`, a ZIP with one dump
/// in it, a backup's `.tar.gz`. Recognised by content. Memory is flat and nothing is written, so no bomb can fill
/// anything.
///
/// A file that ends early or is damaged is an error at the end at the latest: what came before it must not be used.
class DumpReader final : public ByteSource
{
public:
    /// `device`: open for reading, random access; must outlive the reader. Blocking, as next() is.
    /// Errors: FormatInvalid (subject: the layer or member, detail: what is wrong), FileAccess, Cancelled.
    [[nodiscard]] static Result<std::unique_ptr<DumpReader>> open(QIODevice& device, const CancelFlag& cancel);

    [[nodiscard]] Result<QByteArrayView> next() override { return m_source->next(); }
    [[nodiscard]] const DumpPacking& packing() const { return m_packing; }

private:
    DumpReader() = default;

    std::unique_ptr<ByteSource> m_source;
    DumpPacking m_packing;
};

} // namespace longshore
