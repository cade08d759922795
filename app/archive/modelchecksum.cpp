#include "app/archive/modelchecksum.h"

#include <openssl/evp.h>

namespace longshore {

struct ModelChecksum::Context
{
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> evp{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
};

ModelChecksum::ModelChecksum() : d(std::make_unique<Context>())
{
    EVP_DigestInit_ex(d->evp.get(), EVP_sha256(), nullptr);
}

ModelChecksum::~ModelChecksum() = default;

void ModelChecksum::add(QByteArrayView bytes)
{
    EVP_DigestUpdate(d->evp.get(), bytes.data(), static_cast<std::size_t>(bytes.size()));
}

QByteArray ModelChecksum::hex()
{
    QByteArray raw(32, '\0');
    EVP_DigestFinal_ex(d->evp.get(), reinterpret_cast<unsigned char*>(raw.data()), nullptr);
    return raw.toHex().toUpper();
}

} // namespace longshore
