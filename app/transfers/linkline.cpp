#include "app/transfers/linkline.h"

#include "app/core/clock.h"
#include "app/transfers/linkkeeper.h"
#include "app/transfers/partmover.h"

namespace longshore {

using namespace Qt::StringLiterals;

LinkLine::LinkLine(std::shared_ptr<LinkSource> source, const Clock& clock, std::shared_ptr<PartMover> mover,
                   QObject* parent)
    : QObject(parent), m_keeper(new LinkKeeper(std::move(source), clock, parent)), m_mover(std::move(mover))
{
    connect(m_keeper, &LinkKeeper::settled, this, &LinkLine::settled);
    connect(m_keeper, &LinkKeeper::failed, this, &LinkLine::failed);
    connect(m_keeper, &LinkKeeper::changed, this, &LinkLine::linkChanged);
}

LinkLine::~LinkLine() = default;

void LinkLine::start()
{
    m_keeper->watch();
    m_waiting = true;
    m_keeper->ask();
}

void LinkLine::refused(const SignedUrl& link, const Error& error)
{
    m_waiting = true;
    if (link.isEmpty()) {
        m_keeper->ask();
        return;
    }
    if (link != m_used || !m_refusal) {
        Q_EMIT noted(u"the store refused the link: %1 %2"_s.arg(error.httpStatus).arg(error.detail));
        m_refusal = error;
        m_used = link;
    }
    m_keeper->refused(link);
}

void LinkLine::settled()
{
    if (!m_waiting) {
        return;
    }
    m_waiting = false;
    if (m_refusal && m_keeper->current() == m_used) {
        m_mover->failLink(*m_refusal); // asked for a fresh one, and got the one that was refused
        return;
    }
    m_refusal.reset();
    m_mover->useLink(m_keeper->current());
}

void LinkLine::failed(const Error& error)
{
    if (!m_waiting && error.code != Error::Code::SessionLost) {
        return;
    }
    m_waiting = false;
    // A source that cannot renew says less than the store did.
    m_mover->failLink(m_refusal && error.code == Error::Code::LinkExpired ? *m_refusal : error);
}

void LinkLine::linkChanged()
{
    const SignedUrl link = m_keeper->current();
    Q_EMIT noted(u"link %1"_s.arg(link.redacted()));
    Q_EMIT changed(link.expiresAt().value_or(QDateTime()), m_keeper->renewals());
    if (!m_waiting) {
        m_mover->useLink(link);
    }
}

} // namespace longshore

#include "moc_linkline.cpp"
