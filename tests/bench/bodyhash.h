#pragma once

#include <memory>
#include <string>
#include <string_view>

#include <openssl/evp.h>

namespace bench {

/// MD5 of a body, where it is wanted.
class BodyHash final
{
public:
    explicit BodyHash(bool wanted);

    void add(std::string_view bytes);
    /// As in Content-MD5; empty when it was not wanted.
    [[nodiscard]] std::string base64();

private:
    std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> m_context;
};

} // namespace bench
