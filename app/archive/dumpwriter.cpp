#include "app/archive/dumpwriter.h"

#include "app/archive/dumpreader.h"
#include "app/core/sha256.h"

#include <KCompressionDevice>
#include <QFile>
#include <QFileInfo>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

/// The file behind the compressor: hashes and counts what goes into it, and remembers why it failed.
class HashedFile final : public QIODevice
{
public:
    explicit HashedFile(const QString& path) : m_file(path) { }

    bool create()
    {
        return m_file.open(QIODevice::WriteOnly | QIODevice::Truncate)
               && m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
               && open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    }
    /// The same bytes whenever they are written: a gzip header's time of writing (RFC 1952, bytes 4 to 7) says "none".
    void omitGzipTime() { m_omitsGzipTime = true; }
    bool flush() { return m_file.flush(); }
    [[nodiscard]] Error error() const
    {
        const bool full = m_file.error() == QFileDevice::ResourceError;
        return {.code = full ? Error::Code::DiskFull : Error::Code::FileAccess,
                .subject = m_file.fileName(),
                .detail = full ? QString() : m_file.errorString()};
    }
    [[nodiscard]] qint64 written() const { return m_written; }
    [[nodiscard]] QByteArray sha256() const { return m_hash.result(); }

protected:
    qint64 readData(char*, qint64) override { return -1; }
    qint64 writeData(const char* data, qint64 size) override
    {
        if (!m_omitsGzipTime || m_written >= GzipTimeEnd) {
            return put({data, size});
        }
        QByteArray head(data, size);
        for (qint64 at = GzipTimeBegin; at < GzipTimeEnd; ++at) {
            if (at >= m_written && at - m_written < size) {
                head[at - m_written] = 0;
            }
        }
        return put(head);
    }

private:
    static constexpr qint64 GzipTimeBegin = 4;
    static constexpr qint64 GzipTimeEnd = 8;

    qint64 put(QByteArrayView bytes)
    {
        const qint64 put = m_file.write(bytes.data(), bytes.size());
        if (put > 0) {
            m_hash.add(bytes.first(put));
            m_written += put;
        }
        return put;
    }

    QFile m_file;
    Sha256 m_hash;
    qint64 m_written = 0;
    bool m_omitsGzipTime = false;
};

} // namespace

class DumpWriter::Private final
{
public:
    explicit Private(const QString& path) : file(path) { }

    HashedFile file;
    std::unique_ptr<KCompressionDevice> compressor; ///< none: plain
    qint64 plainSize = 0;
};

DumpWriter::DumpWriter(std::unique_ptr<Private> parts) : d(std::move(parts)) { }
DumpWriter::~DumpWriter() = default;

Result<std::unique_ptr<DumpWriter>> DumpWriter::create(const QString& path, DumpFormat format)
{
    auto parts = std::make_unique<Private>(path);
    if (!parts->file.create()) {
        return fail(parts->file.error());
    }
    if (format == DumpFormat::Gzip) {
        parts->file.omitGzipTime();
    }
    if (format != DumpFormat::Plain) {
        const auto type = format == DumpFormat::Gzip ? KCompressionDevice::GZip : KCompressionDevice::Zstd;
        parts->compressor = std::make_unique<KCompressionDevice>(&parts->file, false, type);
        if (!parts->compressor->open(QIODevice::WriteOnly)) {
            return fail(Error::Code::Internal, path, u"this build cannot compress it"_s);
        }
    }
    return std::unique_ptr<DumpWriter>(new DumpWriter(std::move(parts)));
}

Result<void> DumpWriter::add(QByteArrayView bytes)
{
    if (bytes.isEmpty()) {
        return {}; // the compressor takes nothing for the end
    }
    QIODevice& into = d->compressor ? static_cast<QIODevice&>(*d->compressor) : d->file;
    if (into.write(bytes.data(), bytes.size()) != bytes.size()) {
        return fail(d->file.error());
    }
    d->plainSize += bytes.size();
    return {};
}

Result<WrittenDump> DumpWriter::finish()
{
    if (d->compressor) {
        d->compressor->close();
        if (d->compressor->error() != QFileDevice::NoError) {
            return fail(d->file.error());
        }
    }
    if (!d->file.flush()) {
        return fail(d->file.error());
    }
    return WrittenDump{.size = d->file.written(), .plainSize = d->plainSize, .sha256 = d->file.sha256()};
}

namespace {

Result<WrittenDump> copy(QFile& from, const QString& to, DumpFormat format, const InspectionWatch& watch)
{
    const auto reader = DumpReader::open(from, watch.cancel);
    if (!reader) {
        return fail(reader.error());
    }
    const auto writer = DumpWriter::create(to, format);
    if (!writer) {
        return fail(writer.error());
    }
    for (;;) {
        const Result<QByteArrayView> piece = (*reader)->next();
        if (!piece) {
            return fail(piece.error());
        }
        if (piece->isEmpty()) {
            return (*writer)->finish();
        }
        if (const Result<void> added = (*writer)->add(*piece); !added) {
            return fail(added.error());
        }
        watch.progressed(from.pos());
    }
}

} // namespace

Result<WrittenDump> repackDump(const QString& from, const QString& to, DumpFormat format, const InspectionWatch& watch)
{
    QFile file(from);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(Error::Code::FileAccess, from, file.errorString());
    }
    if (QFileInfo(from) == QFileInfo(to)) {
        return fail(Error::Code::BadInput, to, u"is the file itself"_s);
    }
    const Result<WrittenDump> written = copy(file, to, format, watch);
    if (!written) {
        QFile::remove(to);
    }
    return written;
}

} // namespace longshore
