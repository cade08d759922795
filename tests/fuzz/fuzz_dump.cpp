#include "tests/fuzz/dumpfuzz.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray bytes = QByteArray::fromRawData(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    longshore::scanAsDump(bytes);
    longshore::unpackAsDump(bytes);
    return 0;
}
