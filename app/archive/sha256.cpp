#include "app/archive/sha256.h"

#include <openssl/evp.h>

namespace longshore {

struct Sha256::Context
{
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> evp{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
};

Sha256::Sha256() : d(std::make_unique<Context>())
{
    EVP_DigestInit_ex(d->evp.get(), EVP_sha256(), nullptr);
}

Sha256::~Sha256() = default;

void Sha256::add(QByteArrayView bytes)
{
    EVP_DigestUpdate(d->evp.get(), bytes.data(), static_cast<std::size_t>(bytes.size()));
}

QByteArray Sha256::digest()
{
    QByteArray raw(32, '\0');
    EVP_DigestFinal_ex(d->evp.get(), reinterpret_cast<unsigned char*>(raw.data()), nullptr);
    return raw;
}

} // namespace longshore
