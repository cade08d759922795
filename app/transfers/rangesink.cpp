#include "app/transfers/rangesink.h"

#include "app/transfers/downloadwork.h"

namespace longshore {

Result<bool> RangeSink::begin(int status, const HttpHeaders& headers)
{
    const std::lock_guard lock(m_mutex);
    if (m_work == nullptr) {
        return fail(Error::Code::Cancelled);
    }
    const Result<RangePlan> plan = planForAnswer(status, headers, m_expected);
    if (!plan) {
        return fail(plan.error());
    }
    if (plan->action == RangePlan::Action::Leave) {
        return false;
    }
    if (const Result<void> learned = m_work->learn(*plan, m_expected.ranged); !learned) {
        return fail(learned.error());
    }
    m_begun = true;
    m_allowed = plan->bodyBytes;
    return true;
}

Result<void> RangeSink::write(QByteArrayView bytes)
{
    const std::lock_guard lock(m_mutex);
    if (m_work == nullptr) {
        return fail(Error::Code::Cancelled);
    }
    m_received += bytes.size();
    if (m_allowed >= 0 && m_received > m_allowed) {
        return fail(Error::Code::SizeMismatch, {}, QStringLiteral("more bytes than announced"));
    }
    return m_work->write(m_part, bytes);
}

Result<void> RangeSink::conclude(const HttpResponse& response)
{
    if (!m_begun) {
        if (const Result<bool> taken = begin(response.status, response.headers); !taken) {
            return fail(taken.error());
        }
    }
    if (m_allowed >= 0 && m_received < m_allowed) {
        return fail(Error{.code = Error::Code::ConnectionLost,
                          .detail = QStringLiteral("%1 of %2 bytes came").arg(m_received).arg(m_allowed),
                          .retryable = true});
    }
    return {};
}

} // namespace longshore
