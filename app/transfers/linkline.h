#pragma once

#include "app/core/error.h"
#include "app/core/signedurl.h"

#include <QDateTime>
#include <QObject>
#include <optional>

namespace longshore {

class Clock;
class LinkKeeper;
class LinkSource;
class PartMover;

/// Keeps a mover in links: gives it the first one, fresh ones ahead of time, and another when the store refuses one.
/// Lives on the task's thread.
class LinkLine final : public QObject
{
    Q_OBJECT

public:
    LinkLine(std::shared_ptr<LinkSource> source, const Clock& clock, std::shared_ptr<PartMover> mover, QObject* parent);
    ~LinkLine() override;

    void start();
    /// The store refused this link, or there was none (an empty one).
    void refused(const SignedUrl& link, const Error& error);

Q_SIGNALS:
    void changed(const QDateTime& expiresAt, int renewals);
    /// A line for the job's log, redacted.
    void noted(const QString& text);

private:
    void settled();
    void failed(const Error& error);
    void linkChanged();

    LinkKeeper* m_keeper; ///< child of the task
    std::shared_ptr<PartMover> m_mover;
    SignedUrl m_used;
    std::optional<Error> m_refusal; ///< of the link in use; a fresh one is being asked for
    bool m_waiting = false;
};

} // namespace longshore
