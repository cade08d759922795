#include "tests/bench/bodyhash.h"

#include <array>

namespace bench {

BodyHash::BodyHash(bool wanted) : m_context(wanted ? EVP_MD_CTX_new() : nullptr, &EVP_MD_CTX_free)
{
    if (m_context) {
        EVP_DigestInit_ex(m_context.get(), EVP_md5(), nullptr);
    }
}

void BodyHash::add(std::string_view bytes)
{
    if (m_context) {
        EVP_DigestUpdate(m_context.get(), bytes.data(), bytes.size());
    }
}

std::string BodyHash::base64()
{
    if (!m_context) {
        return {};
    }
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    EVP_DigestFinal_ex(m_context.get(), digest.data(), &size);
    std::array<unsigned char, EVP_MAX_MD_SIZE * 2> text{};
    const int length = EVP_EncodeBlock(text.data(), digest.data(), static_cast<int>(size));
    return {text.begin(), text.begin() + length};
}

} // namespace bench
