#pragma once

#include "app/archive/zipdirectory.h"

#include <QByteArrayView>
#include <memory>

namespace longshore {

/// Streams the contents of one entry, inflating it in pieces of at most 64 KiB. Size and CRC-32 are checked at its end,
/// so the contents are proven only when next() has returned an empty view.
class ZipEntryReader final
{
public:
    /// `device` must outlive the reader and is its own until it is done. Error: FormatInvalid, FileAccess.
    [[nodiscard]] static Result<ZipEntryReader> open(QIODevice& device, const ZipDirectory& directory,
                                                     const ZipEntry& entry);
    ~ZipEntryReader();
    ZipEntryReader(ZipEntryReader&&) noexcept;
    ZipEntryReader& operator=(ZipEntryReader&&) noexcept;

    /// The next bytes, valid until the next call; empty at the (checked) end.
    [[nodiscard]] Result<QByteArrayView> next();

private:
    class Private;
    explicit ZipEntryReader(std::unique_ptr<Private> parts);
    std::unique_ptr<Private> d;
};

/// The whole of a small entry. Error: as above, and FormatInvalid when it is larger than `maximum`.
[[nodiscard]] Result<QByteArray> readSmallEntry(QIODevice& device, const ZipDirectory& directory, const ZipEntry& entry,
                                                qint64 maximum);

} // namespace longshore
