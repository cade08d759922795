#include "app/cli/jobwishes.h"

#include "app/cli/jobtext.h"
#include "app/jobs/jobs.h"
#include "app/services.h"

#include <QTimer>

namespace longshore::cli {

using namespace Qt::StringLiterals;

/// What the typed command means for that job now; empty when it means nothing there.
std::optional<JobVerb> WishForJobs::verbFor(const JobRecord& record) const
{
    const auto ifAllowed = [&record](JobVerb verb) {
        return allows(record, verb) ? std::optional(verb) : std::nullopt;
    };
    switch (arguments().verb) {
    case Verb::JobsPause:
        return ifAllowed(JobVerb::Pause);
    case Verb::JobsResume:
        return ifAllowed(JobVerb::Resume);
    case Verb::JobsPriority:
        return ifAllowed(JobVerb::SetPriority);
    case Verb::JobsLimit:
        return ifAllowed(JobVerb::SetLimit);
    default:
        break;
    }
    // Cancel: nothing was sent for a job in the queue, and the work of the service cannot be cancelled.
    return allows(record, JobVerb::CancelTransfer) ? ifAllowed(JobVerb::CancelTransfer)
                                                   : ifAllowed(JobVerb::RemoveFromQueue);
}

QString WishForJobs::argument() const
{
    switch (arguments().verb) {
    case Verb::JobsPriority:
        return priorityName(arguments().priority);
    case Verb::JobsLimit:
        return QString::number(arguments().bytesPerSecond);
    default:
        return {};
    }
}

bool WishForJobs::isFulfilled(const JobRecord& record) const
{
    switch (arguments().verb) {
    case Verb::JobsPause:
        return record.paused;
    case Verb::JobsResume:
        return !record.paused;
    case Verb::JobsPriority:
        return record.priority == arguments().priority;
    case Verb::JobsLimit:
        return record.bytesPerSecondLimit == arguments().bytesPerSecond;
    default:
        return isFinal(record.step);
    }
}

Result<QList<JobRecord>> WishForJobs::wantedJobs() const
{
    if (!arguments().all) {
        const Result<JobRecord> record = wantedJob();
        if (record && !verbFor(*record) && !isFulfilled(*record)) {
            return fail(Error{.code = Error::Code::GuardRefused,
                              .subject = u"job "_s + shortId(record->id),
                              .detail = u"it is "_s + stateText(*record)});
        }
        return record.map([](const JobRecord& one) { return QList{one}; });
    }
    QList<JobRecord> wanted;
    const QList<JobRecord> records = services().jobs().records();
    for (const JobRecord& record : records) {
        if (verbFor(record)) {
            wanted.append(record);
        }
    }
    return wanted;
}

void WishForJobs::run()
{
    if (arguments().id.isEmpty() == !arguments().all) {
        endWith(Error{.code = Error::Code::BadInput, .subject = u"id"_s, .detail = u"name one job, or --all"_s});
        return;
    }
    const Result<QList<JobRecord>> records = wantedJobs();
    if (!records) {
        endWith(records.error());
        return;
    }
    if (records->isEmpty()) {
        output().text(u"There is no job to do that with."_s);
        end(Exit::Done);
        return;
    }
    file(*records);
}

void WishForJobs::file(const QList<JobRecord>& records)
{
    Jobs& jobs = services().jobs();
    connect(&jobs, &Jobs::jobChanged, this, &WishForJobs::look);
    connect(&jobs, &Jobs::jobRemoved, this, [this](const QString& id) {
        if (m_open.contains(id)) {
            settle(m_open.value(id));
        }
    });
    connect(&jobs, &Jobs::engineNeeded, this, &WishForJobs::noted);
    QTimer::singleShot(arguments().patience, this, [this] {
        endWith(Error{.code = Error::Code::Timeout, .subject = u"the process that carries out the jobs"_s});
    });
    for (const JobRecord& record : records) {
        m_open.insert(record.id, record);
    }
    for (const JobRecord& record : records) {
        if (isFulfilled(record)) {
            settle(record);
        } else {
            ++m_unfiled;
            jobs.act(record.id, *verbFor(record), argument());
        }
    }
}

void WishForJobs::look(const JobRecord& record)
{
    if (!m_open.contains(record.id)) {
        return;
    }
    if (isFulfilled(record)) {
        settle(record);
    } else if (!verbFor(record)) {
        endWith(Error{.code = Error::Code::GuardRefused,
                      .subject = u"job "_s + shortId(record.id),
                      .detail = u"it is "_s + stateText(record)});
    }
}

void WishForJobs::settle(const JobRecord& record)
{
    m_open.remove(record.id);
    output().json(jobJson(record));
    output().text(u"%1: %2"_s.arg(jobTitle(record), stateText(record)));
    if (m_open.isEmpty()) {
        end(Exit::Done);
    }
}

/// The wish is in the state file.
void WishForJobs::noted()
{
    if (--m_unfiled > 0 || services().reachesEngine()) {
        return;
    }
    for (const JobRecord& record : std::as_const(m_open)) {
        output().json(jobJson(record));
    }
    output().text(u"Noted. Nothing carries out the jobs now; it counts from the next start on."_s);
    end(Exit::Done);
}

} // namespace longshore::cli

#include "moc_jobwishes.cpp"
