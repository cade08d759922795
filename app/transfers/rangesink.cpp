#include "app/transfers/rangesink.h"

#include "app/transfers/partwriter.h"

namespace longshore {

Result<bool> RangeSink::begin(int status, const HttpHeaders& headers)
{
    if (m_closed) {
        return fail(Error::Code::Cancelled);
    }
    const Result<RangePlan> plan = planForAnswer(status, headers, m_expected);
    if (!plan) {
        return fail(plan.error());
    }
    if (plan->action == RangePlan::Action::Leave) {
        return false;
    }
    if (plan->action == RangePlan::Action::StartOver) {
        if (const Result<void> emptied = m_writer->startOver(); !emptied) {
            return fail(emptied.error());
        }
    }
    m_begun = true;
    m_size = plan->size;
    m_allowed = plan->bodyBytes;
    if (const Result<void> room = m_writer->describe({QString::fromLatin1(plan->etag), plan->size}); !room) {
        return fail(room.error());
    }
    return true;
}

Result<void> RangeSink::write(QByteArrayView bytes)
{
    if (m_closed) {
        return fail(Error::Code::Cancelled);
    }
    m_received += bytes.size();
    if (m_allowed >= 0 && m_received > m_allowed) {
        return fail(Error::Code::SizeMismatch, {}, QStringLiteral("more bytes than announced"));
    }
    return m_writer->append(bytes);
}

Result<void> RangeSink::conclude(const HttpResponse& response)
{
    if (!m_begun) {
        if (const Result<bool> taken = begin(response.status, response.headers); !taken) {
            return fail(taken.error());
        }
    }
    const qint64 written = m_writer->written();
    if (m_size >= 0 && written < m_size) {
        return fail(Error{.code = Error::Code::ConnectionLost,
                          .detail = QStringLiteral("%1 of %2 bytes came").arg(written).arg(m_size),
                          .retryable = true});
    }
    if (m_size >= 0 && written > m_size) {
        return fail(Error::Code::SizeMismatch, {}, QStringLiteral("more bytes than announced"));
    }
    return m_writer->describe({m_writer->object().etag, written});
}

} // namespace longshore
