#include "app/cli/jobwatch.h"

#include "app/cli/jobtext.h"
#include "app/cli/output.h"
#include "app/cli/terminal.h"
#include "app/jobs/jobs.h"
#include "app/services.h"

#include <QDir>

namespace longshore::cli {

using namespace Qt::StringLiterals;

namespace {

/// For an export that is part of it: a backup, or the file of a copy.
bool waitsForExport(const JobRecord& record)
{
    return record.waiting == WaitReason::Backup || record.waiting == WaitReason::Source;
}

} // namespace

JobWatch::JobWatch(Services& services, Output& output, const WatchRules& rules, QObject* parent)
    : QObject(parent), m_services(services), m_output(output), m_rules(rules)
{
    connect(&services.jobs(), &Jobs::jobChanged, this, &JobWatch::changed);
    connect(&services.jobs(), &Jobs::progressed, this, [this](const QString& id) {
        if (const auto record = m_services.jobs().record(id)) {
            const auto shown = m_followed.contains(id) ? record : m_services.jobs().record(record->partOf());
            if (shown) {
                look(*shown);
            }
        }
    });
    connect(&services.jobs(), &Jobs::jobRemoved, this, [this](const QString& id) {
        if (m_followed.contains(id)) {
            settle(id, {Exit::NotFound, Error{.code = Error::Code::NotFound, .subject = u"job"_s, .detail = id}});
        }
    });
}

void JobWatch::follow(const QString& id)
{
    m_followed.insert(id, {});
    const auto record = m_services.jobs().record(id);
    if (!record) {
        return; // another process filed it a moment ago; the row follows
    }
    // From the event loop, so that who follows several hears of the end once.
    QMetaObject::invokeMethod(
        this,
        [this, id] {
            if (const auto now = m_services.jobs().record(id)) {
                look(*now);
            }
        },
        Qt::QueuedConnection);
}

std::optional<JobOutcome> JobWatch::outcome(const JobRecord& record) const
{
    const bool canAsk = m_rules.canAsk && m_services.ownsEngine() && m_refusedToType != record.connectionId();
    if (const auto own = outcomeOf(record, m_rules.until, canAsk)) {
        return own;
    }
    if (const JobRecord child = subjectOf(record); child.id != record.id && !isFinal(child.step)) {
        const auto stuck = outcomeOf(child, WatchUntil::Finished, canAsk);
        return stuck && stuck->exit != Exit::Done ? stuck : std::nullopt;
    }
    if (record.waiting == WaitReason::Slot && !record.waitingFor.isEmpty()) {
        const auto before = m_services.jobs().record(record.waitingFor);
        if (before && before->step == JobStep::Unknown) {
            return JobOutcome{Exit::OutcomeUnknown, Error{.code = Error::Code::OutcomeUnknown, .subject = before->id}};
        }
    }
    return std::nullopt;
}

/// What holds the slot may end the wait of others, without a change of their own rows.
void JobWatch::changed(const JobRecord& record)
{
    look(record);
    const QList<QString> ids = m_followed.keys();
    for (const QString& id : ids) {
        const auto waiting = m_services.jobs().record(id);
        const bool waits = waiting && (waiting->waiting == WaitReason::Slot || waitsForExport(*waiting));
        if (waits && waiting->waitingFor == record.id) {
            look(*waiting);
        }
    }
}

void JobWatch::look(const JobRecord& record)
{
    const auto found = m_followed.find(record.id);
    if (found == m_followed.end()) {
        return;
    }
    if (const auto end = outcome(record)) {
        settle(record.id, *end);
        return;
    }
    tell(*found, record);
    keepPatience(*found, subjectOf(record));
    if (record.waiting == WaitReason::Credentials) {
        askSecret(record);
    }
}

JobRecord JobWatch::subjectOf(const JobRecord& record) const
{
    const auto child = waitsForExport(record) ? m_services.jobs().record(record.waitingFor) : std::nullopt;
    return child.value_or(record);
}

void JobWatch::tell(Followed& followed, const JobRecord& record)
{
    const JobRecord subject = subjectOf(record);
    const QString state =
        subject.id == record.id ? stateText(record) : QString(stateText(record) + u": "_s + stateText(subject));
    if (followed.shown != state) {
        followed.shown = state;
        m_output.json(jobJson(record));
        const QString why = record.error ? QString(u" ("_s + errorCodeName(record.error->code) + u')') : QString();
        m_output.note(u"%1: %2%3"_s.arg(jobTitle(record), state, why));
    }
    for (; followed.warnings < record.serverWarnings.size(); ++followed.warnings) {
        m_output.note(
            u"%1: the service warns: %2"_s.arg(jobTitle(record), record.serverWarnings.at(followed.warnings)));
    }
    if (countsBytes(subject.step) && subject.progress.done > 0) {
        m_output.progress(progressText(subject));
    }
}

/// Bytes that come are a good sign, whatever went wrong between them.
void JobWatch::keepPatience(Followed& followed, const JobRecord& record)
{
    const bool moved = record.progress.done > followed.bytes;
    followed.bytes = std::max(followed.bytes, record.progress.done);
    if (moved || isWell(record)) {
        delete std::exchange(followed.patience, nullptr);
        followed.trouble.reset();
        return;
    }
    if (record.error) {
        followed.trouble = record.error;
    }
    const bool triesAgain = record.retries > followed.retries;
    followed.retries = record.retries;
    if (!isInTrouble(record) && !triesAgain) {
        return; // between two tries
    }
    if (followed.patience == nullptr) {
        followed.patience = new QTimer(this);
        followed.patience->setSingleShot(true);
        const QString followedId =
            record.partOf().isEmpty() || !m_followed.contains(record.partOf()) ? record.id : record.partOf();
        connect(followed.patience, &QTimer::timeout, this, [this, id = record.id, followedId] {
            settle(followedId, patienceEnded(m_services.jobs().record(id).value_or(JobRecord()),
                                             m_followed.value(followedId).trouble));
        });
        followed.patience->start(m_rules.patience);
    }
}

void JobWatch::askSecret(const JobRecord& record)
{
    if (m_asking != nullptr) {
        return;
    }
    const QString connectionId = record.connectionId();
    m_asking = new AskSecretTask(u"Client secret of %1: "_s.arg(record.connectionName), this);
    connect(m_asking, &Task::finished, this, [this, task = m_asking.data(), connectionId] {
        if (task->result()) {
            m_services.rememberForThisRun(connectionId, *task->result());
            return;
        }
        m_refusedToType = connectionId;
        const QList<QString> ids = m_followed.keys();
        for (const QString& id : ids) {
            if (const auto waiting = m_services.jobs().record(id)) {
                look(*waiting);
            }
        }
    });
    m_asking->start();
}

void JobWatch::settle(const QString& id, const JobOutcome& outcome)
{
    delete m_followed.take(id).patience;
    tellEnd(m_services.jobs().record(id).value_or(JobRecord{}), outcome);
    if (m_exit == Exit::Done) {
        m_exit = outcome.exit;
    }
    if (m_followed.isEmpty()) {
        Q_EMIT ended();
    }
}

void JobWatch::tellEnd(const JobRecord& record, const JobOutcome& outcome)
{
    m_output.json(jobJson(record));
    if (outcome.error) {
        m_output.note(u"%1: %2"_s.arg(jobTitle(record), stateText(record)));
        const bool ofExport = waitsForExport(record) && !record.waitingFor.isEmpty();
        const bool holder =
            (record.waiting == WaitReason::Slot && outcome.error->code == Error::Code::OutcomeUnknown) || ofExport;
        const QString job = holder ? record.waitingFor : record.id;
        ErrorContext context{.connection = record.connectionName, .jobEnded = isFinal(record.step)};
        context.import = record.import.has_value() && !ofExport;
        context.targetTouched = wasAccepted(record);
        context.dump = record.import && record.database() == Database::MySql;
        if (verbsFor(record).contains(JobVerb::Undo)) {
            context.undo = shortId(record.id);
        }
        if (!context.jobEnded) {
            context.job = shortId(job);
        }
        if (record.error && record.error->code != outcome.error->code) {
            context.cause = record.error;
        }
        m_output.error(*outcome.error, context, outcome.exit);
        return;
    }
    if (record.import && isFinal(record.step)) {
        m_output.text(record.step == JobStep::Done ? u"%1: done."_s.arg(jobTitle(record))
                                                   : u"%1: taken back."_s.arg(jobTitle(record)));
        if (verbsFor(record).contains(JobVerb::Undo)) {
            m_output.text(u"To bring back what was there before: longshorectl undo "_s + shortId(record.id));
        }
        return;
    }
    if (record.step == JobStep::Done) {
        m_output.text(QDir::toNativeSeparators(record.path));
        m_output.text(u"SHA-256 "_s + record.sha256);
        return;
    }
    if (record.step == JobStep::Ready) {
        m_output.text(u"%1 is ready at the service (%2)."_s.arg(jobTitle(record), record.serverFileName));
        return;
    }
    if (record.step == JobStep::AwaitingVerification) {
        m_output.text(
            u"%1: %2. longshorectl jobs complete %3 makes it final, longshorectl jobs reset %3 takes it back."_s.arg(
                jobTitle(record), stateText(record), shortId(record.id)));
        return;
    }
    m_output.text(u"%1: %2. Go on with: longshorectl jobs watch %3"_s.arg(jobTitle(record), stateText(record),
                                                                          shortId(record.id)));
}

} // namespace longshore::cli

#include "moc_jobwatch.cpp"
