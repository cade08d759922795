#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <array>
#include <memory>
#include <vector>

namespace longshore {

/// MD5 of several messages at the same time, one in each lane of the processor's vectors. One message cannot be hashed
/// by more than one core, and OpenSSL reaches 0.8 GiB/s on one; many together go several times as fast.
/// One thread at a time.
class Md5Lanes final
{
public:
    static constexpr int Most = 16;

    /// As many messages as this processor takes at once; 1 where there is nothing better than OpenSSL.
    [[nodiscard]] static int width();

    /// For `messages` messages, at most Most; best is width().
    explicit Md5Lanes(int messages);
    ~Md5Lanes();

    /// The next bytes of each message, in their order; a message may get none. The lengths may differ. Every piece but
    /// a message's last must be a multiple of 64 bytes.
    void add(const std::vector<QByteArrayView>& pieces);
    /// 16 bytes of each message. The object is used up.
    [[nodiscard]] std::vector<QByteArray> results();

private:
    class Engine;
    std::unique_ptr<Engine> m_engine;
};

} // namespace longshore
