#include "app/core/md5kernel.h"

#ifdef LONGSHORE_MD5_LANES

#include <array>
#include <cstring>
#include <utility>

#if defined(__x86_64__) || defined(__i386__)
#define LONGSHORE_X86 1
#define LONGSHORE_TARGET(features) __attribute__((target(features)))
#endif
#define LONGSHORE_INLINE inline __attribute__((always_inline))

namespace longshore {

namespace {

// Everything below is inlined into the functions at the end, each of which is compiled for other instructions. Vectors
// are handed on by reference only, since how they are handed over by value depends on those.

template <int Lanes>
struct Vector
{
    typedef std::uint32_t Type __attribute__((vector_size(Lanes * 4)));
};

/// RFC 1321: the integer part of 2^32 * abs(sin(i + 1)).
constexpr std::array<std::uint32_t, 64> Sines{
    0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613, 0xfd469501,
    0x698098d8, 0x8b44f7af, 0xffff5bb1, 0x895cd7be, 0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821,
    0xf61e2562, 0xc040b340, 0x265e5a51, 0xe9b6c7aa, 0xd62f105d, 0x02441453, 0xd8a1e681, 0xe7d3fbc8,
    0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed, 0xa9e3e905, 0xfcefa3f8, 0x676f02d9, 0x8d2a4c8a,
    0xfffa3942, 0x8771f681, 0x6d9d6122, 0xfde5380c, 0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70,
    0x289b7ec6, 0xeaa127fa, 0xd4ef3085, 0x04881d05, 0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665,
    0xf4292244, 0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92, 0xffeff47d, 0x85845dd1,
    0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1, 0xf7537e82, 0xbd3af235, 0x2ad7d2bb, 0xeb86d391};
constexpr std::array<int, 16> Turns{7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21};

constexpr int wordOf(int step)
{
    switch (step / 16) {
    case 0:
        return step;
    case 1:
        return (5 * step + 1) % 16;
    case 2:
        return (3 * step + 5) % 16;
    default:
        return (7 * step) % 16;
    }
}

template <int Step, class V>
LONGSHORE_INLINE void step(V& a, const V& b, const V& c, const V& d, const V* words)
{
    constexpr int turn = Turns[(Step / 16) * 4 + Step % 4];
    V mixed;
    if constexpr (Step < 16) {
        mixed = (b & c) | (~b & d);
    } else if constexpr (Step < 32) {
        mixed = (d & b) | (~d & c);
    } else if constexpr (Step < 48) {
        mixed = b ^ c ^ d;
    } else {
        mixed = c ^ (b | ~d);
    }
    mixed += a + words[wordOf(Step)] + Sines[Step];
    a = b + ((mixed << turn) | (mixed >> (32 - turn)));
}

template <int Step, class V>
LONGSHORE_INLINE void fourSteps(V* state, const V* words)
{
    step<Step>(state[0], state[1], state[2], state[3], words);
    step<Step + 1>(state[3], state[0], state[1], state[2], words);
    step<Step + 2>(state[2], state[3], state[0], state[1], words);
    step<Step + 3>(state[1], state[2], state[3], state[0], words);
}

template <class V, int... Quarters>
LONGSHORE_INLINE void allSteps(V* state, const V* words, std::integer_sequence<int, Quarters...>)
{
    (fourSteps<Quarters * 4>(state, words), ...);
}

/// Word i of every lane into words[i]: a square of words is turned over its diagonal, in steps that exchange the
/// off-diagonal quarters of ever smaller squares. Vectors narrower than 16 words make several squares.
template <int Lanes, int Half, int... Index>
LONGSHORE_INLINE void exchange(typename Vector<Lanes>::Type& upper, typename Vector<Lanes>::Type& lower,
                               std::integer_sequence<int, Index...>)
{
    using V = typename Vector<Lanes>::Type;
    const V left = __builtin_shufflevector(upper, lower, ((Index & Half) == 0 ? Index : Lanes + Index - Half)...);
    const V right = __builtin_shufflevector(upper, lower, ((Index & Half) == 0 ? Index + Half : Lanes + Index)...);
    upper = left;
    lower = right;
}

template <int Lanes, int Half>
LONGSHORE_INLINE void turnSquare(typename Vector<Lanes>::Type* rows)
{
    if constexpr (Half > 0) {
        for (int row = 0; row < Lanes; ++row) {
            if ((row & Half) == 0) {
                exchange<Lanes, Half>(rows[row], rows[row + Half], std::make_integer_sequence<int, Lanes>{});
            }
        }
        turnSquare<Lanes, Half / 2>(rows);
    }
}

template <int Lanes>
LONGSHORE_INLINE void loadWords(typename Vector<Lanes>::Type* words, const unsigned char* const* data,
                                std::size_t offset)
{
    for (int square = 0; square < 16 / Lanes; ++square) {
        for (int lane = 0; lane < Lanes; ++lane) {
            std::memcpy(&words[square * Lanes + lane],
                        data[lane] + offset + static_cast<std::size_t>(square) * Lanes * 4,
                        static_cast<std::size_t>(Lanes) * 4);
        }
        turnSquare<Lanes, Lanes / 2>(words + square * Lanes);
    }
}

template <int Lanes>
LONGSHORE_INLINE void runLanes(std::uint32_t* state, const unsigned char* const* data, std::size_t blocks)
{
    using V = typename Vector<Lanes>::Type;
    V now[4];
    std::memcpy(now, state, sizeof now);
    for (std::size_t block = 0; block < blocks; ++block) {
        V words[16];
        loadWords<Lanes>(words, data, block * 64);
        V before[4] = {now[0], now[1], now[2], now[3]};
        allSteps(now, words, std::make_integer_sequence<int, 16>{});
        for (int i = 0; i < 4; ++i) {
            now[i] += before[i];
        }
    }
    std::memcpy(state, now, sizeof now);
}

void run4(std::uint32_t* state, const unsigned char* const* data, std::size_t blocks)
{
    runLanes<4>(state, data, blocks);
}

#ifdef LONGSHORE_X86
LONGSHORE_TARGET("avx2") void run8(std::uint32_t* state, const unsigned char* const* data, std::size_t blocks)
{
    runLanes<8>(state, data, blocks);
}

LONGSHORE_TARGET("avx512f") void run16(std::uint32_t* state, const unsigned char* const* data, std::size_t blocks)
{
    runLanes<16>(state, data, blocks);
}
#endif

} // namespace

Md5Kernel md5Kernel(int lanes)
{
#ifdef LONGSHORE_X86
    if (lanes == 16 && __builtin_cpu_supports("avx512f")) {
        return {16, run16};
    }
    if (lanes == 8 && __builtin_cpu_supports("avx2")) {
        return {8, run8};
    }
#endif
    return lanes == 4 ? Md5Kernel{4, run4} : Md5Kernel{};
}

Md5Kernel md5Kernel()
{
    for (const int lanes : {16, 8}) {
        if (const Md5Kernel kernel = md5Kernel(lanes); kernel.lanes > 0) {
            return kernel;
        }
    }
    return md5Kernel(4);
}

} // namespace longshore

#else

namespace longshore {

Md5Kernel md5Kernel(int /*lanes*/)
{
    return {};
}

Md5Kernel md5Kernel()
{
    return {};
}

} // namespace longshore

#endif
