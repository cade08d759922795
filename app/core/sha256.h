#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <memory>

struct evp_md_ctx_st;

namespace longshore {

/// SHA-256 at line speed (OpenSSL EVP); Qt's own is ten times slower. One thread at a time.
class Sha256 final
{
public:
    Sha256();

    void add(QByteArrayView bytes);
    void reset();
    /// 32 bytes, of everything added since the last reset(); more may be added afterwards.
    [[nodiscard]] QByteArray result() const;

private:
    struct Free
    {
        void operator()(evp_md_ctx_st* context) const;
    };
    std::unique_ptr<evp_md_ctx_st, Free> m_context;
};

} // namespace longshore
