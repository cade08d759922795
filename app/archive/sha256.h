#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <memory>

namespace longshore {

/// SHA-256 by OpenSSL, which uses the processor's instructions; Qt's own is ten times slower.
class Sha256 final
{
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    void add(QByteArrayView bytes);
    [[nodiscard]] QByteArray digest(); ///< 32 raw bytes; ends the computation

private:
    struct Context;
    std::unique_ptr<Context> d;
};

} // namespace longshore
