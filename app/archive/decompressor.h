#pragma once

#include "app/archive/bytesource.h"
#include "app/core/backgroundtask.h"

#include <QByteArray>
#include <memory>
#include <optional>

class KFilterBase;

namespace longshore {

enum class Compression { Gzip, Bzip2, Xz, Zstd };

/// From the first bytes of a file; a name proves nothing.
[[nodiscard]] std::optional<Compression> compressionOf(QByteArrayView start);
[[nodiscard]] QString compressionName(Compression compression); ///< "gzip"

/// Unpacks a compressed stream in flat memory, also several that were put behind each other. A stream that ends early
/// or is damaged is an error: FormatInvalid (subject: compressionName()).
///
/// Uses KArchive's filters themselves. Its device takes a cut file for a whole one, and loses what it has read of the
/// next stream where two were put together.
class Decompressor final : public ByteSource
{
public:
    Decompressor(std::unique_ptr<ByteSource> source, Compression compression, CancelFlag cancel);
    ~Decompressor() override;
    Decompressor(const Decompressor&) = delete;
    Decompressor& operator=(const Decompressor&) = delete;

    [[nodiscard]] Result<QByteArrayView> next() override;

private:
    enum class Input { Available, Ended };
    [[nodiscard]] Result<Input> fetch();
    void startStream(QByteArrayView input);
    [[nodiscard]] tl::unexpected<Error> invalid(const QString& why) const;

    std::unique_ptr<ByteSource> m_source;
    Compression m_compression;
    CancelFlag m_cancel; ///< a few bytes of input can be hours of output
    std::unique_ptr<KFilterBase> m_filter;
    QByteArrayView m_input;
    QByteArray m_output;
    bool m_betweenStreams = true; ///< nothing of the next one was seen
    bool m_sawStream = false;
    bool m_ended = false;
};

} // namespace longshore
