#pragma once

#include "app/core/error.h"
#include "app/core/signedurl.h"

#include <QDateTime>
#include <QObject>
#include <memory>

class QTimer;

namespace longshore {

class Clock;
class LinkSource;

/// Whether a link should be replaced now, before it ends: under 10 % of its life or 5 minutes left; a link that lives
/// under half an hour only by the 10 %.
[[nodiscard]] bool runsOut(const QDateTime& now, const QDateTime& obtained, const QDateTime& expires);

/// The one link of a transfer, kept fresh. However many parts ask, the provider is asked once at a time.
class LinkKeeper final : public QObject
{
    Q_OBJECT

public:
    LinkKeeper(std::shared_ptr<LinkSource> source, const Clock& clock, QObject* parent);

    /// The link to use now; empty when there is none that could work.
    [[nodiscard]] SignedUrl current() const { return m_link; }
    [[nodiscard]] int renewals() const { return m_renewals; }
    /// settled() follows when there is a link that is not running out, or none can be had. The old one stays in use
    /// when renewing it ahead of time fails.
    void ask();
    /// The store refused `link`: settled() follows with another one or an error. Nothing is asked again when another
    /// part had it replaced already.
    void refused(const SignedUrl& link);
    /// From now on the link is renewed ahead of time by itself.
    void watch();

Q_SIGNALS:
    void settled();
    /// A link came, or a fresh one.
    void changed();
    void failed(const longshore::Error& error);

private:
    void renew(bool ahead);
    void take(const SignedUrl& link);
    void failedAhead(const Error& error);
    void check();
    [[nodiscard]] bool shouldRenewAhead() const;

    std::shared_ptr<LinkSource> m_source;
    const Clock& m_clock;
    SignedUrl m_link;
    QDateTime m_obtained;
    SignedUrl m_lastWord; ///< the provider has no other: asking ahead of time is of no use
    QDateTime m_askAgain; ///< not ahead of time before this; invalid: at any time
    QTimer* m_timer = nullptr;
    int m_renewals = 0;
    bool m_renewing = false;
    bool m_ahead = false;
};

} // namespace longshore
