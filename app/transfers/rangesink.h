#pragma once

#include "app/net/httptransport.h"
#include "app/transfers/rangeanswer.h"

#include <atomic>

namespace longshore {

class PartWriter;

/// Takes the body of one answer into the part file, after its head was judged. Parallel ranges will each have one.
class RangeSink final : public BodySink
{
public:
    RangeSink(std::shared_ptr<PartWriter> writer, RangeExpectation expected)
        : m_writer(std::move(writer)), m_expected(std::move(expected))
    { }

    [[nodiscard]] Result<bool> begin(int status, const HttpHeaders& headers) override;
    [[nodiscard]] Result<void> write(QByteArrayView bytes) override;

    /// Nothing is taken from here on; from any thread.
    void close() { m_closed = true; }

    /// After the answer: fails with ConnectionLost when bytes are missing. Judges the head of an answer without a
    /// body, for which begin() was never called. For the thread pool.
    [[nodiscard]] Result<void> conclude(const HttpResponse& response);

private:
    std::shared_ptr<PartWriter> m_writer;
    const RangeExpectation m_expected;
    std::atomic_bool m_closed = false;
    bool m_begun = false;
    qint64 m_allowed = -1; ///< bytes that may follow; -1: nobody said
    qint64 m_received = 0;
    qint64 m_size = -1;
};

} // namespace longshore
