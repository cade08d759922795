#pragma once

#include "app/net/httptransport.h"

#include <vector>

namespace longshore {

class GatheredSink;

/// Where the pieces of one answer meet before they are written. libcurl hands out what one read brought in pieces of
/// 16 KiB, and each write to a file costs a call and a wait for the other threads that write to it; the pieces come one
/// after the other, so one buffer serves all requests of a thread.
class GatherBuffer final
{
public:
    static constexpr qsizetype Room = 256 * 1024;

    /// What is held goes to its sink. Whoever waits for something else calls it first.
    void flush();

private:
    friend class GatheredSink;

    void add(GatheredSink& sink, QByteArrayView bytes);
    void forget(const GatheredSink& sink);

    std::vector<char> m_bytes; ///< made with the first piece
    qsizetype m_held = 0;
    GatheredSink* m_owner = nullptr; ///< of the bytes that are held
};

/// A sink that gets its bytes in fewer, larger pieces. What could not be written is told by the next call.
class GatheredSink final : public BodySink
{
public:
    GatheredSink(std::shared_ptr<BodySink> sink, std::shared_ptr<GatherBuffer> buffer);
    ~GatheredSink() override;

    [[nodiscard]] Result<bool> begin(int status, const HttpHeaders& headers) override;
    [[nodiscard]] Result<void> write(QByteArrayView bytes) override;
    [[nodiscard]] Result<void> flush() override;

private:
    friend class GatherBuffer;

    void pass(QByteArrayView bytes);

    const std::shared_ptr<BodySink> m_sink;
    const std::shared_ptr<GatherBuffer> m_buffer;
    Result<void> m_outcome;
};

} // namespace longshore
