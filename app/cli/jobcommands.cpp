#include "app/cli/jobcommands.h"

#include "app/cli/format.h"
#include "app/cli/jobtext.h"
#include "app/cli/jobwatch.h"
#include "app/cli/terminal.h"
#include "app/jobs/jobs.h"
#include "app/services.h"
#include "app/settings/connections.h"

#include <QDir>
#include <QTimer>

namespace longshore::cli {

using namespace Qt::StringLiterals;

namespace {
constexpr auto SpeedWithin = std::chrono::milliseconds(1'000);
} // namespace

void ListJobs::run()
{
    const QList<JobRecord> records = services().jobs().records();
    QList<QStringList> rows;
    for (const JobRecord& record : records) {
        output().json(jobJson(record));
        const QString what = databaseApiName(record.database());
        rows.append({shortId(record.id), record.connectionName, record.environment(),
                     record.import ? QString(what + u" import"_s) : what, formatTime(record.createdAt),
                     stateText(record),
                     QDir::toNativeSeparators(record.import ? record.import->file.path : record.path)});
    }
    if (rows.isEmpty()) {
        output().text(u"No jobs yet. Start one with: longshorectl export"_s);
    } else {
        output().table({u"JOB"_s, u"CONNECTION"_s, u"ENVIRONMENT"_s, u"DATABASE"_s, u"ASKED"_s, u"STATE"_s, u"FILE"_s},
                       rows);
    }
    end(Exit::Done);
}

Result<JobRecord> JobCommand::wantedJob() const
{
    const QList<JobRecord> records = services().jobs().records();
    const QString typed = arguments().id.trimmed();
    std::optional<JobRecord> found;
    for (const JobRecord& record : records) {
        if (record.id == typed) {
            return record;
        }
        if (typed.isEmpty() || !record.id.startsWith(typed, Qt::CaseInsensitive)) {
            continue;
        }
        if (found) {
            return fail(Error::Code::BadInput, u"id"_s, u"several jobs begin so"_s);
        }
        found = record;
    }
    return found ? Result<JobRecord>(*found) : fail(Error::Code::NotFound, u"job"_s, typed);
}

void ShowJob::run()
{
    const Result<JobRecord> record = wantedJob();
    if (!record) {
        endWith(record.error());
        return;
    }
    // The speed of a transfer is not in the state file; the process that runs it tells it several times a second.
    if (!isTransfer(record->step) || record->waiting != WaitReason::None || !services().reachesEngine()) {
        show(*record);
        return;
    }
    const auto showNow = [this, id = record->id] {
        const std::optional<JobRecord> now = services().jobs().record(id);
        now ? show(*now) : endWith(Error{.code = Error::Code::NotFound, .subject = u"job"_s, .detail = id});
    };
    connect(&services().jobs(), &Jobs::progressed, this, [id = record->id, showNow](const QString& told) {
        if (told == id) {
            showNow();
        }
    });
    QTimer::singleShot(SpeedWithin, this, showNow);
}

void ShowJob::show(const JobRecord& record)
{
    if (std::exchange(m_shown, true)) {
        return;
    }
    output().json(jobDetailsJson(record));
    const QStringList lines = jobDetails(record);
    for (const QString& line : lines) {
        output().text(line);
    }
    end(Exit::Done);
}

Result<QStringList> WatchJobs::wantedIds() const
{
    if (!arguments().id.isEmpty() && !arguments().all) {
        return wantedJob().map([](const JobRecord& record) { return QStringList{record.id}; });
    }
    QStringList ids;
    const QList<JobRecord> records = services().jobs().records();
    for (const JobRecord& record : records) {
        if (!isFinal(record.step) && record.step != JobStep::StoppedWatching) {
            ids.prepend(record.id);
        }
    }
    return ids;
}

void WatchJobs::run()
{
    const Result<QStringList> ids = wantedIds();
    if (!ids) {
        endWith(ids.error());
        return;
    }
    if (ids->isEmpty()) {
        output().text(u"Nothing is unfinished."_s);
        end(Exit::Done);
        return;
    }
    WatchRules rules;
    rules.patience = arguments().patience;
    rules.canAsk = isTerminal(Stream::Input);
    auto* watch = new JobWatch(services(), output(), rules, this);
    connect(watch, &JobWatch::ended, this, [this, watch] { end(watch->exit()); });
    for (const QString& id : *ids) {
        watch->follow(id);
    }
}

JobVerb ActOnJob::wantedVerb() const
{
    switch (arguments().verb) {
    case Verb::JobsAdopt:
        return JobVerb::Adopt;
    case Verb::JobsComplete:
        return JobVerb::Complete;
    case Verb::JobsReset:
        return JobVerb::Reset;
    default:
        return JobVerb::Forget;
    }
}

void ActOnJob::run()
{
    const Result<JobRecord> record = wantedJob();
    if (!record) {
        endWith(record.error());
        return;
    }
    const JobVerb verb = wantedVerb();
    if (!verbsFor(*record).contains(verb)) {
        endWith(Error{.code = Error::Code::GuardRefused,
                      .subject = u"job "_s + shortId(record->id),
                      .detail = u"it is "_s + stateText(*record)});
        return;
    }
    const auto connection = services().connections().find(record->connectionId());
    if (verb != JobVerb::Forget && services().ownsEngine() && connection) {
        withSecret(*connection, [this, record = *record, verb](const Secret&) { act(record, verb); });
    } else {
        act(*record, verb);
    }
}

void ActOnJob::act(const JobRecord& before, JobVerb verb)
{
    Jobs& jobs = services().jobs();
    connect(&jobs, &Jobs::jobChanged, this, [this, before](const JobRecord& now) {
        if (now.id == before.id) {
            look(before, now);
        }
    });
    connect(&jobs, &Jobs::jobRemoved, this, [this, before](const QString& id) {
        if (id == before.id) {
            succeed(before);
        }
    });
    QTimer::singleShot(arguments().patience, this, [this, id = before.id] {
        endWith(Error{.code = Error::Code::Timeout, .subject = u"the process that carries out the jobs"_s},
                ErrorContext{.job = shortId(id)});
    });
    jobs.act(before.id, verb, arguments().serverId.trimmed());
}

void ActOnJob::look(const JobRecord& before, const JobRecord& now)
{
    const bool tells = now.step == JobStep::Completing || now.step == JobStep::Resetting;
    if (tells && now.serverStatus == before.serverStatus) {
        return; // the service is being told
    }
    const JobVerb verb = wantedVerb();
    const bool wishes = verb == JobVerb::Complete || verb == JobVerb::Reset;
    if (wishes && now.step == before.step && now.error) {
        ErrorContext context{.connection = now.connectionName};
        context.import = true;
        context.job = shortId(now.id);
        endWith(*now.error, context);
        return;
    }
    if (now.step != before.step) {
        succeed(now);
    } else if (now.error && now.error->code != Error::Code::OutcomeUnknown && now.log != before.log) {
        endWith(*now.error, ErrorContext{.connection = now.connectionName});
    } else if (now.error && now.error->code == Error::Code::BadInput) {
        endWith(*now.error);
    }
}

void ActOnJob::succeed(const JobRecord& record)
{
    output().json(jobJson(record));
    output().text(u"%1: %2"_s.arg(jobTitle(record), stateText(record)));
    if (!isFinal(record.step)) {
        output().text(u"Go on with: longshorectl jobs watch "_s + shortId(record.id));
    }
    end(Exit::Done);
}

} // namespace longshore::cli

#include "moc_jobcommands.cpp"
