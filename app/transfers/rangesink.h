#pragma once

#include "app/net/httptransport.h"
#include "app/transfers/rangeanswer.h"

#include <mutex>

namespace longshore {

class DownloadWork;

/// Takes the body of one answer into its part, after its head was judged. It is used on the thread that moves its bytes
/// and closed from the one that decides.
class RangeSink final : public BodySink
{
public:
    RangeSink(DownloadWork& work, int part, RangeExpectation expected)
        : m_work(&work), m_part(part), m_expected(std::move(expected))
    { }

    [[nodiscard]] Result<bool> begin(int status, const HttpHeaders& headers) override;
    [[nodiscard]] Result<void> write(QByteArrayView bytes) override;

    /// Nothing is taken, and the work is not touched, from the moment this returns.
    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_work = nullptr;
    }

    /// After the answer: fails with ConnectionLost when bytes are missing. Judges the head of an answer without a
    /// body, for which begin() was never called.
    [[nodiscard]] Result<void> conclude(const HttpResponse& response);
    [[nodiscard]] qint64 received() const { return m_received; }

private:
    std::mutex m_mutex;
    DownloadWork* m_work;
    const int m_part;
    const RangeExpectation m_expected;
    bool m_begun = false;
    qint64 m_allowed = -1; ///< bytes that may follow; -1: nobody said
    qint64 m_received = 0;
};

} // namespace longshore
