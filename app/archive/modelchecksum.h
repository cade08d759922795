#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <memory>

namespace longshore {

/// The checksum of model.xml that Origin.xml carries: SHA-256 of its raw bytes, in 64 upper-case hexadecimal digits.
class ModelChecksum final
{
public:
    ModelChecksum();
    ~ModelChecksum();
    ModelChecksum(const ModelChecksum&) = delete;
    ModelChecksum& operator=(const ModelChecksum&) = delete;

    void add(QByteArrayView bytes);
    [[nodiscard]] QByteArray hex(); ///< ends the computation

private:
    struct Context;
    std::unique_ptr<Context> d;
};

} // namespace longshore
