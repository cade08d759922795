#include "app/core/md5lanes.h"

#include "app/core/md5kernel.h"

#include <QtEndian>
#include <algorithm>
#include <cstring>
#include <openssl/evp.h>

namespace longshore {

namespace {

constexpr std::size_t BlockSize = 64;
constexpr std::array<std::uint32_t, 4> Start{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};

using Context = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

} // namespace

/// The messages in groups as wide as the kernel. A single one, or without a kernel each, is OpenSSL's.
class Md5Lanes::Engine final
{
public:
    explicit Engine(int messages) : m_kernel(messages > 1 ? md5Kernel() : Md5Kernel{}), m_count(messages)
    {
        if (m_kernel.lanes == 0) {
            for (int i = 0; i < messages; ++i) {
                m_contexts.emplace_back(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
                EVP_DigestInit_ex(m_contexts.back().get(), EVP_md5(), nullptr);
            }
            return;
        }
        const int groups = (messages + m_kernel.lanes - 1) / m_kernel.lanes;
        m_groups.resize(static_cast<std::size_t>(groups));
        for (Group& group : m_groups) {
            for (std::size_t row = 0; row < Start.size(); ++row) {
                std::fill_n(group.state.begin() + static_cast<std::ptrdiff_t>(row * lanes()), lanes(), Start[row]);
            }
        }
    }

    void add(const std::vector<QByteArrayView>& pieces)
    {
        Q_ASSERT(pieces.size() == static_cast<std::size_t>(m_count));
        if (m_groups.empty()) {
            for (std::size_t i = 0; i < pieces.size(); ++i) {
                EVP_DigestUpdate(m_contexts[i].get(), pieces[i].data(), static_cast<std::size_t>(pieces[i].size()));
            }
            return;
        }
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            Lane& lane = m_groups[i / lanes()].lane[i % lanes()];
            const auto size = static_cast<std::size_t>(pieces[i].size());
            const auto* bytes = reinterpret_cast<const unsigned char*>(pieces[i].data());
            Q_ASSERT(size == 0 || lane.restSize == 0);
            lane.next = bytes;
            lane.blocks = size / BlockSize;
            lane.length += size;
            if (const std::size_t rest = size % BlockSize; rest > 0) {
                std::memcpy(lane.rest.data(), bytes + size - rest, rest);
                lane.restSize = rest;
            }
        }
        for (Group& group : m_groups) {
            hash(group);
        }
    }

    std::vector<QByteArray> results()
    {
        std::vector<QByteArray> all;
        if (m_groups.empty()) {
            for (const Context& context : m_contexts) {
                QByteArray digest(16, Qt::Uninitialized);
                EVP_DigestFinal_ex(context.get(), reinterpret_cast<unsigned char*>(digest.data()), nullptr);
                all.push_back(std::move(digest));
            }
            return all;
        }
        for (Group& group : m_groups) {
            pad(group);
            hash(group);
            for (std::size_t lane = 0; lane < lanes() && all.size() < static_cast<std::size_t>(m_count); ++lane) {
                all.push_back(group.digest(lane, lanes()));
            }
        }
        return all;
    }

private:
    struct Lane
    {
        const unsigned char* next = nullptr;
        std::size_t blocks = 0; ///< from `next` on
        std::uint64_t length = 0;
        std::array<unsigned char, 2 * BlockSize> rest{};
        std::size_t restSize = 0;
    };
    struct Group
    {
        std::array<std::uint32_t, std::size_t{4} * Most> state{};
        std::array<Lane, Most> lane{};

        [[nodiscard]] QByteArray digest(std::size_t number, std::size_t lanes) const
        {
            QByteArray bytes(16, Qt::Uninitialized);
            for (std::size_t row = 0; row < 4; ++row) {
                qToLittleEndian(state[row * lanes + number], bytes.data() + row * 4);
            }
            return bytes;
        }
    };

    [[nodiscard]] std::size_t lanes() const { return static_cast<std::size_t>(m_kernel.lanes); }

    /// The end of each message: a one bit, zeros, and its length.
    static void pad(Group& group)
    {
        for (Lane& lane : group.lane) {
            lane.rest[lane.restSize] = 0x80;
            const std::size_t whole = lane.restSize + 9 > BlockSize ? 2 * BlockSize : BlockSize;
            std::fill(lane.rest.begin() + static_cast<std::ptrdiff_t>(lane.restSize) + 1, lane.rest.end(), 0);
            qToLittleEndian(static_cast<quint64>(lane.length * 8), lane.rest.data() + whole - 8);
            lane.next = lane.rest.data();
            lane.blocks = whole / BlockSize;
        }
    }

    /// A lane that has nothing left hashes along with another's bytes, and what comes of it is thrown away.
    void hash(Group& group)
    {
        while (true) {
            std::size_t fewest = 0;
            const unsigned char* any = nullptr;
            for (std::size_t i = 0; i < lanes(); ++i) {
                if (const Lane& lane = group.lane[i]; lane.blocks > 0) {
                    fewest = any == nullptr ? lane.blocks : std::min(fewest, lane.blocks);
                    any = lane.next;
                }
            }
            if (any == nullptr) {
                return;
            }
            step(group, fewest, any);
        }
    }

    void step(Group& group, std::size_t blocks, const unsigned char* any)
    {
        // `any` has at least that many blocks left, as has every lane that is not through.
        std::array<const unsigned char*, Most> data{};
        for (std::size_t i = 0; i < lanes(); ++i) {
            data[i] = group.lane[i].blocks > 0 ? group.lane[i].next : any;
        }
        const auto before = group.state;
        m_kernel.run(group.state.data(), data.data(), blocks);
        for (std::size_t i = 0; i < lanes(); ++i) {
            Lane& lane = group.lane[i];
            if (lane.blocks > 0) {
                lane.blocks -= blocks;
                lane.next += blocks * BlockSize;
                continue;
            }
            for (std::size_t row = 0; row < 4; ++row) {
                group.state[row * lanes() + i] = before[row * lanes() + i];
            }
        }
    }

    const Md5Kernel m_kernel;
    const int m_count;
    std::vector<Context> m_contexts;
    std::vector<Group> m_groups;
};

int Md5Lanes::width()
{
    static const int lanes = std::max(1, md5Kernel().lanes);
    return lanes;
}

Md5Lanes::Md5Lanes(int messages) : m_engine(std::make_unique<Engine>(std::clamp(messages, 1, Most))) { }

Md5Lanes::~Md5Lanes() = default;

void Md5Lanes::add(const std::vector<QByteArrayView>& pieces)
{
    m_engine->add(pieces);
}

std::vector<QByteArray> Md5Lanes::results()
{
    return m_engine->results();
}

} // namespace longshore
