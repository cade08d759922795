#include "app/transfers/linkkeeper.h"

#include "app/core/clock.h"
#include "app/transfers/linksource.h"
#include "app/transfers/rangeanswer.h"

#include <QTimer>
#include <algorithm>
#include <chrono>

namespace longshore {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds CheckEvery = 5s;
/// A provider that could not be asked ahead of time is asked again; there is time left.
constexpr std::chrono::seconds AskAgainAfter = 30s;

QDateTime startOf(const SignedUrl& link, const QDateTime& seen)
{
    const QDateTime azure = QDateTime::fromString(QString::fromLatin1(link.queryValue("st")), Qt::ISODate);
    return azure.isValid() ? azure : link.signedAt().value_or(seen);
}

} // namespace

bool runsOut(const QDateTime& now, const QDateTime& obtained, const QDateTime& expires)
{
    constexpr std::chrono::milliseconds LongLife = 30min;
    constexpr std::chrono::milliseconds Reserve = 5min;
    const std::chrono::milliseconds life(obtained.msecsTo(expires));
    const std::chrono::milliseconds left(now.msecsTo(expires));
    return left * 10 < life || left.count() <= 0 || (life >= LongLife && left < Reserve);
}

LinkKeeper::LinkKeeper(std::shared_ptr<LinkSource> source, const Clock& clock, QObject* parent)
    : QObject(parent), m_source(std::move(source)), m_clock(clock), m_timer(new QTimer(this))
{
    m_timer->setInterval(CheckEvery);
    connect(m_timer, &QTimer::timeout, this, &LinkKeeper::check);
    if (const SignedUrl known = m_source->current(); !known.isEmpty()) {
        m_link = known;
        m_obtained = startOf(known, m_clock.nowUtc());
    }
}

bool LinkKeeper::shouldRenewAhead() const
{
    const auto expires = m_link.expiresAt();
    const QDateTime now = m_clock.nowUtc();
    const bool mayAsk = m_link != m_lastWord && (!m_askAgain.isValid() || now >= m_askAgain);
    return expires && mayAsk && runsOut(now, m_obtained, *expires);
}

void LinkKeeper::ask()
{
    if (m_link.isEmpty()) {
        renew(false);
    } else if (shouldRenewAhead()) {
        renew(true);
    } else {
        QMetaObject::invokeMethod(this, &LinkKeeper::settled, Qt::QueuedConnection);
    }
}

void LinkKeeper::refused(const SignedUrl& link)
{
    if (link != m_link) {
        ask();
        return;
    }
    renew(false);
}

void LinkKeeper::watch()
{
    m_timer->start();
}

void LinkKeeper::check()
{
    if (!m_link.isEmpty() && shouldRenewAhead()) {
        renew(true);
    }
}

void LinkKeeper::renew(bool ahead)
{
    if (m_renewing) {
        m_ahead = m_ahead && ahead; // who waits for it decides how a failure counts
        return;
    }
    m_renewing = true;
    m_ahead = ahead;
    auto* task = m_source->renew(parent()); // a subtask of the transfer: cancelled with it
    connect(task, &Task::finished, this, [this, task] {
        m_renewing = false;
        if (task->result()) {
            take(*task->result());
            Q_EMIT settled();
            return;
        }
        const Error& error = task->result().error();
        if (m_ahead && error.code != Error::Code::SessionLost) {
            failedAhead(error);
            Q_EMIT settled();
            return;
        }
        Q_EMIT failed(error);
    });
    task->start();
}

/// The link may serve until it ends; then the refusal asks again.
void LinkKeeper::failedAhead(const Error& error)
{
    if (worthRetrying(error)) {
        m_askAgain = m_clock.nowUtc().addSecs(std::max(AskAgainAfter, error.retryAfter).count());
    } else {
        m_lastWord = m_link;
    }
}

void LinkKeeper::take(const SignedUrl& link)
{
    m_askAgain = {};
    if (link == m_link) {
        m_lastWord = link;
        return;
    }
    if (!m_link.isEmpty()) {
        ++m_renewals;
    }
    m_link = link;
    m_obtained = startOf(link, m_clock.nowUtc());
    Q_EMIT changed();
}

} // namespace longshore

#include "moc_linkkeeper.cpp"
