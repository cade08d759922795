#include "app/archive/tarball.h"

#include <QFile>
#include <memory>
#include <zlib.h>

using namespace Qt::StringLiterals;

namespace longshore {

namespace {

constexpr qint64 pieceSize = 256 * 1024;
constexpr qsizetype blockSize = 512;
constexpr int level = 1; // dumps shrink well at any, and a download waits for it

struct CloseGzip
{
    void operator()(gzFile file) const { gzclose(file); }
};
using GzipFile = std::unique_ptr<std::remove_pointer_t<gzFile>, CloseGzip>;

GzipFile openGzip(const QString& path, const char* mode)
{
#ifdef Q_OS_WIN
    return GzipFile(gzopen_w(reinterpret_cast<const wchar_t*>(path.utf16()), mode));
#else
    return GzipFile(gzopen(QFile::encodeName(path).constData(), mode));
#endif
}

/// A number in octal, filled up with zeros.
QByteArray octal(qint64 number, int digits)
{
    return QByteArray::number(number, 8).rightJustified(digits, '0');
}

void place(QByteArray& block, qsizetype at, const QByteArray& text)
{
    block.replace(at, text.size(), text);
}

/// The fields of ustar, POSIX.1-1988. A size beyond 8 GiB is told in base 256, as GNU and the later standard read it.
QByteArray header(const QByteArray& name, qint64 size, const QDateTime& modified)
{
    QByteArray block(blockSize, '\0');
    place(block, 0, name);
    place(block, 100, "0000600");
    place(block, 108, "0000000");
    place(block, 116, "0000000");
    if (size < (1LL << 33)) {
        place(block, 124, octal(size, 11));
    } else {
        block[124] = static_cast<char>(0x80);
        for (qsizetype i = 0; i < 8; ++i) {
            block[135 - i] = static_cast<char>((size >> (8 * i)) & 0xff);
        }
    }
    place(block, 136, octal(modified.toSecsSinceEpoch(), 11));
    place(block, 148, "        ");
    block[156] = '0';
    place(block, 257,
          QByteArray("ustar\0"
                     "00",
                     8));
    int sum = 0;
    for (const char byte : std::as_const(block)) {
        sum += static_cast<uchar>(byte);
    }
    place(block, 148, octal(sum, 6) + QByteArray("\0 ", 2));
    return block;
}

bool put(const GzipFile& archive, const QByteArray& bytes)
{
    return gzwrite(archive.get(), bytes.constData(), static_cast<unsigned>(bytes.size())) == bytes.size();
}

Result<void> addFile(const GzipFile& archive, const TarEntry& entry, const QDateTime& modified,
                     const CancelFlag& cancel)
{
    const QByteArray name = entry.name.toUtf8();
    if (name.size() > 100) {
        return fail(Error::Code::BadInput, entry.name);
    }
    QFile file(entry.file);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(Error::Code::FileAccess, entry.file, file.errorString());
    }
    const qint64 size = file.size();
    bool ok = put(archive, header(name, size, modified));
    qint64 left = size;
    while (ok && left > 0 && !cancel->load()) {
        const QByteArray piece = file.read(std::min(pieceSize, left));
        left -= piece.size();
        ok = !piece.isEmpty() && put(archive, piece);
    }
    if (cancel->load()) {
        return fail(Error::Code::Cancelled);
    }
    const qint64 rest = size % blockSize;
    if (!ok || (rest > 0 && !put(archive, QByteArray(blockSize - rest, '\0')))) {
        return fail(Error::Code::FileAccess, entry.file);
    }
    return {};
}

} // namespace

Result<void> writeTarball(const QString& path, const QList<TarEntry>& entries, const QDateTime& modified,
                          const CancelFlag& cancel)
{
    GzipFile archive = openGzip(path, "wb");
    if (!archive) {
        return fail(Error::Code::FileAccess, path);
    }
    gzsetparams(archive.get(), level, Z_DEFAULT_STRATEGY);
    Result<void> done;
    for (const TarEntry& entry : entries) {
        if (done) {
            done = addFile(archive, entry, modified, cancel);
        }
    }
    const bool ended = done && put(archive, QByteArray(2 * blockSize, '\0')) && gzclose(archive.release()) == Z_OK;
    if (done && !ended) {
        done = fail(Error::Code::DiskFull, path);
    }
    if (!done) {
        archive.reset();
        QFile::remove(path);
    }
    return done;
}

Result<void> unpackGzip(const QString& from, const QString& to, const CancelFlag& cancel)
{
    GzipFile packed = openGzip(from, "rb");
    QFile plain(to);
    if (!packed || !plain.open(QIODevice::WriteOnly)) {
        return fail(Error::Code::FileAccess, packed ? to : from);
    }
    QByteArray piece(pieceSize, Qt::Uninitialized);
    Result<void> done;
    while (done) {
        const int got = gzread(packed.get(), piece.data(), static_cast<unsigned>(piece.size()));
        if (got == 0) {
            break;
        }
        if (got < 0) {
            int code = 0;
            done = fail(Error::Code::FormatInvalid, from, QString::fromLatin1(gzerror(packed.get(), &code)));
        } else if (plain.write(piece.constData(), got) != got) {
            done = fail(Error::Code::DiskFull, to);
        } else if (cancel->load()) {
            done = fail(Error::Code::Cancelled);
        }
    }
    // That the file ends in the middle of its stream is told only here.
    if (gzclose_r(packed.release()) != Z_OK && done) {
        done = fail(Error::Code::FormatInvalid, from, u"unexpected end of file"_s);
    }
    if (done && !plain.flush()) {
        done = fail(Error::Code::DiskFull, to);
    }
    if (!done) {
        plain.remove();
    }
    return done;
}

} // namespace longshore
