#pragma once

#include <cstddef>
#include <cstdint>

// The vectors of GCC and Clang; other compilers use OpenSSL for one message after the other.
#if (defined(__GNUC__) || defined(__clang__)) && defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define LONGSHORE_MD5_LANES 1
#endif

namespace longshore {

/// Hashes `blocks` blocks of 64 bytes of each lane. `state`: four rows of `lanes` words, `data`: one pointer for each.
struct Md5Kernel
{
    using Run = void (*)(std::uint32_t* state, const unsigned char* const* data, std::size_t blocks);

    int lanes = 0;
    Run run = nullptr;
};

/// The widest that this processor has; `lanes` is 0 when there is none.
[[nodiscard]] Md5Kernel md5Kernel();
/// One of 4, 8 or 16 lanes, for tests; `lanes` is 0 when the processor cannot run it.
[[nodiscard]] Md5Kernel md5Kernel(int lanes);

} // namespace longshore
