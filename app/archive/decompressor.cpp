#include "app/archive/decompressor.h"

#include <KCompressionDevice>
#include <KFilterBase>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype pieceSize = 256 * 1024;

KCompressionDevice::CompressionType typeOf(Compression compression)
{
    switch (compression) {
    case Compression::Gzip:
        return KCompressionDevice::GZip;
    case Compression::Bzip2:
        return KCompressionDevice::BZip2;
    case Compression::Xz:
        return KCompressionDevice::Xz;
    case Compression::Zstd:
        break;
    }
    return KCompressionDevice::Zstd;
}

/// Zeros between and behind streams are padding.
QByteArrayView withoutPadding(QByteArrayView bytes)
{
    qsizetype zeros = 0;
    while (zeros < bytes.size() && bytes[zeros] == '\0') {
        ++zeros;
    }
    return bytes.sliced(zeros);
}

} // namespace

std::optional<Compression> compressionOf(QByteArrayView start)
{
    if (start.startsWith("\x1F\x8B\x08")) {
        return Compression::Gzip;
    }
    if (start.startsWith("BZh") && start.size() > 9 && start[3] >= '1' && start[3] <= '9'
        && (start.sliced(4).startsWith("1AY&SY") || start.sliced(4).startsWith("\x17\x72\x45\x38\x50\x90"))) {
        return Compression::Bzip2;
    }
    if (start.startsWith(QByteArrayView("\xFD\x37zXZ\0", 6))) {
        return Compression::Xz;
    }
    const bool skippable =
        start.size() >= 4 && (start[0] & '\xF0') == '\x50' && start.sliced(1).startsWith("\x2A\x4D\x18");
    if (skippable || start.startsWith("\x28\xB5\x2F\xFD")) {
        return Compression::Zstd;
    }
    return std::nullopt;
}

QString compressionName(Compression compression)
{
    switch (compression) {
    case Compression::Gzip:
        return u"gzip"_s;
    case Compression::Bzip2:
        return u"bzip2"_s;
    case Compression::Xz:
        return u"xz"_s;
    case Compression::Zstd:
        break;
    }
    return u"zstd"_s;
}

Decompressor::Decompressor(std::unique_ptr<ByteSource> source, Compression compression, CancelFlag cancel)
    : m_source(std::move(source)),
      m_compression(compression),
      m_cancel(std::move(cancel)),
      m_filter(KCompressionDevice::filterForCompressionType(typeOf(compression)))
{
    m_output.resize(pieceSize);
    if (m_filter && !m_filter->init(QIODevice::ReadOnly)) {
        m_filter.reset();
    }
}

Decompressor::~Decompressor()
{
    if (m_filter) {
        m_filter->terminate(); // not all of them do it by themselves
    }
}

tl::unexpected<Error> Decompressor::invalid(const QString& why) const
{
    return fail(Error::Code::FormatInvalid, compressionName(m_compression), why);
}

/// A piece of input that is not only padding.
Result<Decompressor::Input> Decompressor::fetch()
{
    do {
        const Result<QByteArrayView> piece = m_source->next();
        if (!piece) {
            return fail(piece.error());
        }
        if (piece->isEmpty()) {
            return Input::Ended;
        }
        m_input = m_betweenStreams && m_sawStream ? withoutPadding(*piece) : *piece;
    } while (m_input.isEmpty());
    m_betweenStreams = false;
    m_sawStream = true;
    m_filter->setInBuffer(m_input.data(), static_cast<uint>(m_input.size()));
    return Input::Available;
}

/// Behind the end of a stream.
void Decompressor::startStream(QByteArrayView input)
{
    m_input = withoutPadding(input);
    m_betweenStreams = m_input.isEmpty();
    m_filter->init(QIODevice::ReadOnly);
    m_filter->setInBuffer(m_input.data(), static_cast<uint>(m_input.size()));
}

Result<QByteArrayView> Decompressor::next()
{
    if (!m_filter) {
        return fail(Error::Code::Internal, compressionName(m_compression), u"this build cannot unpack it"_s);
    }
    if (m_cancel->load()) {
        return fail(Error::Code::Cancelled);
    }
    qsizetype produced = 0;
    while (!m_ended && produced < pieceSize) {
        if (m_filter->inBufferEmpty()) {
            const Result<Input> input = fetch();
            if (!input) {
                return fail(input.error());
            }
            if (*input == Input::Ended && !m_betweenStreams) {
                return invalid(u"its compressed data ends early"_s);
            }
            m_ended = *input == Input::Ended;
            continue;
        }
        m_filter->setOutBuffer(m_output.data() + produced, static_cast<uint>(pieceSize - produced));
        const KFilterBase::Result result = m_filter->uncompress();
        if (result == KFilterBase::Error) {
            return invalid(u"its compressed data is damaged"_s);
        }
        produced = pieceSize - m_filter->outBufferAvailable();
        if (result == KFilterBase::End) {
            startStream(m_input.last(m_filter->inBufferAvailable()));
        }
    }
    return QByteArrayView(m_output.constData(), produced);
}

} // namespace longshore
