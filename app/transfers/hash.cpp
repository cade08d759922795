#include "app/transfers/hash.h"

#include <QFile>
#include <openssl/evp.h>

namespace longshore {

namespace {
constexpr qint64 PieceSize = 256 * 1024;
}

void Sha256::Free::operator()(evp_md_ctx_st* context) const
{
    EVP_MD_CTX_free(context);
}

Sha256::Sha256() : m_context(EVP_MD_CTX_new())
{
    reset();
}

void Sha256::add(QByteArrayView bytes)
{
    EVP_DigestUpdate(m_context.get(), bytes.data(), static_cast<size_t>(bytes.size()));
}

void Sha256::reset()
{
    EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr);
}

QByteArray Sha256::result() const
{
    // Finalising ends a context, so a copy is finalised.
    const std::unique_ptr<evp_md_ctx_st, Free> copy(EVP_MD_CTX_new());
    EVP_MD_CTX_copy_ex(copy.get(), m_context.get());
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int length = 0;
    EVP_DigestFinal_ex(copy.get(), digest, &length);
    return QByteArray(reinterpret_cast<const char*>(digest), static_cast<qsizetype>(length));
}

Result<void> addToHash(Sha256& hash, QIODevice& device, qint64 bytes, const CancelFlag& cancel,
                       const ReadCounter& counter)
{
    QByteArray piece(PieceSize, Qt::Uninitialized);
    while (bytes > 0) {
        if (cancel && cancel->load()) {
            return fail(Error::Code::Cancelled);
        }
        const qint64 got = device.read(piece.data(), std::min(bytes, PieceSize));
        if (got <= 0) {
            return fail(Error::Code::FileAccess, {}, device.errorString());
        }
        hash.add(QByteArrayView(piece).first(got));
        bytes -= got;
        if (counter) {
            counter->fetch_add(got);
        }
    }
    return {};
}

Result<FileHash> hashFile(const QString& path, const CancelFlag& cancel, const ReadCounter& counter)
{
    QFile file(path);
    if (!file.exists()) {
        return fail(Error::Code::NotFound, path);
    }
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return fail(Error::Code::FileAccess, path, file.errorString());
    }
    Sha256 hash;
    const qint64 size = file.size();
    if (const Result<void> read = addToHash(hash, file, size, cancel, counter); !read) {
        Error error = read.error();
        error.subject = path;
        return fail(error);
    }
    return FileHash{.size = size, .sha256 = hash.result()};
}

} // namespace longshore
