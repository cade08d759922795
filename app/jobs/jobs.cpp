#include "app/jobs/jobs.h"

#include "app/domain/packagename.h"
#include "app/jobs/importtarget.h"
#include "app/jobs/jobengine.h"
#include "app/jobs/jobpolicy.h"
#include "app/jobs/newjob.h"
#include "app/library/library.h"
#include "app/settings/connections.h"

#include <algorithm>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

/// Ends when the row is durable. Cancelled, it stops to wait; the row stays.
class FileJobTask final : public ResultTask<QString>
{
public:
    using Insert = std::function<void(JobBook::Inserted)>;
    FileJobTask(Result<Insert> insert, QObject* parent) : ResultTask<QString>(parent), m_insert(std::move(insert)) { }

protected:
    void run() override
    {
        if (!m_insert) {
            completeWith(fail(m_insert.error()));
            return;
        }
        (*m_insert)([self = QPointer<FileJobTask>(this)](const Result<JobRecord>& row) {
            if (self != nullptr) {
                self->completeWith(row.map([](const JobRecord& record) { return record.id; }));
            }
        });
    }

private:
    Result<Insert> m_insert;
};

} // namespace

class Jobs::Private final : public QObject
{
public:
    Private(Jobs* jobs, JobsContext given)
        : q(jobs), context(std::move(given)), book(context.storage, context.clock, this)
    { }

    void takeLoaded(const QList<JobAction>& actions);
    void startEngine();
    void file(const JobRecord& record, JobBook::Inserted inserted);
    [[nodiscard]] FileJobTask* filing(const JobRecord& record, QObject* parent);
    void actOnAll(JobVerb verb);

    Jobs* q;
    JobsContext context;
    JobBook book;
    std::unique_ptr<JobEngine> engine;
    bool isReady = false;
    bool engineWanted = false;
    bool online = true;
};

/// What another process filed reaches the engine here.
void Jobs::Private::takeLoaded(const QList<JobAction>& actions)
{
    const bool first = !std::exchange(isReady, true);
    if (engineWanted && engine == nullptr) {
        startEngine();
    }
    if (engine != nullptr) {
        const QList<JobRecord> records = book.inOrder();
        for (const JobRecord& record : records) {
            engine->take(record.id);
        }
        for (const JobAction& action : actions) {
            engine->carryOut(action);
        }
    }
    if (first) {
        Q_EMIT q->ready();
    }
}

void Jobs::Private::startEngine()
{
    engine = std::make_unique<JobEngine>(context, book, nullptr);
    connect(engine.get(), &JobEngine::credentialsNeeded, q, &Jobs::credentialsNeeded);
    engine->setOnline(online);
    engine->restart();
}

void Jobs::Private::file(const JobRecord& record, JobBook::Inserted inserted)
{
    const auto then = [this, inserted = std::move(inserted)](const Result<JobRecord>& row) {
        if (row && engine != nullptr) {
            engine->take(row->id);
        } else if (row) {
            Q_EMIT q->engineNeeded();
        }
        inserted(row);
    };
    book.insert(record, then);
}

FileJobTask* Jobs::Private::filing(const JobRecord& record, QObject* parent)
{
    return new FileJobTask(
        [self = QPointer<Private>(this), record](JobBook::Inserted inserted) {
            if (self != nullptr) {
                self->file(record, std::move(inserted));
            }
        },
        parent);
}

void Jobs::Private::actOnAll(JobVerb verb)
{
    const QList<JobRecord> records = book.inOrder();
    for (const JobRecord& record : records) {
        q->act(record.id, verb); // where it applies
    }
}

Jobs::Jobs(JobsContext context, QObject* parent)
    : QObject(parent), d(std::make_unique<Private>(this, std::move(context)))
{
    connect(&d->book, &JobBook::changed, this, &Jobs::jobChanged);
    connect(&d->book, &JobBook::removed, this, &Jobs::jobRemoved);
    connect(&d->book, &JobBook::storageFailed, this, &Jobs::storageFailed);
    connect(&d->book, &JobBook::progressed, this, &Jobs::progressed);
    connect(&d->book, &JobBook::stored, this, &Jobs::stored);
    connect(&d->book, &JobBook::actionFiled, this, &Jobs::engineNeeded);
    connect(&d->book, &JobBook::loaded, d.get(), &Private::takeLoaded);
}

Jobs::~Jobs() = default;

void Jobs::load()
{
    d->book.load(d->engine != nullptr);
}

bool Jobs::isReady() const
{
    return d->isReady;
}

void Jobs::runEngine()
{
    if (d->engineWanted) {
        return;
    }
    d->engineWanted = true;
    load(); // the last word of whoever ran the engine before us
}

QList<JobRecord> Jobs::records() const
{
    QList<JobRecord> records = d->book.inOrder();
    std::reverse(records.begin(), records.end());
    return records;
}

std::optional<JobRecord> Jobs::record(const QString& id) const
{
    const JobRecord* found = d->book.find(id);
    return found == nullptr ? std::nullopt : std::optional(*found);
}

Estimate Jobs::estimate(const QString& connectionId, const QString& environment, Database database) const
{
    return d->book.estimate(placeKey(connectionId, environment, database));
}

ResultTask<QString>* Jobs::start(const ExportRequest& request, QObject* parent)
{
    if (const QString field = invalidField(request, d->context.connections); !field.isEmpty()) {
        return new FileJobTask(fail(Error::Code::BadInput, field), parent);
    }
    return d->filing(newJob(request, d->context.connections, d->book.now()), parent);
}

ResultTask<QString>* Jobs::startImport(const ImportRequest& request, const QString& confirmation, QObject* parent)
{
    if (const std::optional<Error> refusal = refusalOf(request, d->context.connections)) {
        return new FileJobTask(fail(*refusal), parent);
    }
    const Connection connection = d->context.connections.find(request.connectionId).value_or(Connection{});
    ImportRequest wanted = request;
    const QSet<QString> used = usedPackageNames(request.connectionId);
    if (wanted.packageName.trimmed().isEmpty() && request.database != Database::MySql) {
        wanted.packageName = composePackageName(connection.name, request.database, d->book.now(), used);
    }
    if (const QString field = invalidField(wanted, d->context.connections, used); !field.isEmpty()) {
        return new FileJobTask(fail(Error::Code::BadInput, field), parent);
    }
    // The file of a copy is still to be made.
    const QDateTime fileMadeAt = request.source ? d->book.now() : request.file.facts.exportedAt;
    const ImportGuard guard = importGuard(connection, request.environment,
                                          importStakes(request.connectionId, request.environment, request.database,
                                                       request.backup, fileMadeAt, request.undoes));
    if (guard.needsPhrase() && !isConfirmed(confirmation, guard.phrase)) {
        return new FileJobTask(fail(Error::Code::GuardRefused, guard.phrase, importGuardName(guard.reason)), parent);
    }
    return d->filing(newJob(wanted, d->context.connections, d->book.now()), parent);
}

ImportStakes Jobs::importStakes(const QString& connectionId, const QString& environment, Database database,
                                ImportRequest::Backup backup, const QDateTime& fileMadeAt, const QString& undoes) const
{
    ImportStakes stakes;
    stakes.backup = backup;
    stakes.fileMadeAt = fileMadeAt;
    const std::optional<Connection> connection = d->context.connections.find(connectionId);
    const std::optional<Environment> target = connection ? connection->environment(environment) : std::nullopt;
    stakes.tier = target ? target->tier : guessTier(environment);
    stakes.targetChangedAt =
        targetChangedAt(d->book, d->context.connections, {connectionId, environment, database}, undoes);
    return stakes;
}

QSet<QString> Jobs::usedPackageNames(const QString& connectionId) const
{
    return longshore::usedPackageNames(d->book, d->context.connections, connectionId);
}

std::optional<qint64> Jobs::usualSize(const QString& connectionId, const QString& environment, Database database) const
{
    if (const std::optional<qint64> last = estimate(connectionId, environment, database).lastSize) {
        return last;
    }
    const auto file = d->context.library.newest(connectionId, environment, database);
    return file ? std::optional(file->size) : std::nullopt;
}

std::optional<PackageFacts> Jobs::heldBy(const QString& connectionId, const QString& environment, Database database,
                                         const QString& except) const
{
    return longshore::heldBy(d->book, d->context.connections, {connectionId, environment, database}, except);
}

void Jobs::act(const QString& id, JobVerb verb, const QString& argument)
{
    if (d->engine != nullptr) {
        d->engine->act(id, verb, argument);
        return;
    }
    const JobRecord* record = d->book.find(id);
    if (record != nullptr && verb != JobVerb::ShowFile && allows(*record, verb)) {
        d->book.fileAction({.job = id, .verb = verb, .argument = argument});
    }
}

void Jobs::pauseAll()
{
    d->actOnAll(JobVerb::Pause);
}

void Jobs::resumeAll()
{
    d->actOnAll(JobVerb::Resume);
}

void Jobs::setOnline(bool online)
{
    d->online = online;
    if (d->engine != nullptr) {
        d->engine->setOnline(online);
    }
}

void Jobs::showProgress(const QString& id, const Progress& progress)
{
    const JobRecord* record = d->book.find(id);
    if (d->engine == nullptr && record != nullptr && countsBytes(record->step)) {
        d->book.showProgress(id, progress);
    }
}

void Jobs::credentialsChanged(const QString& connectionId)
{
    if (d->engine != nullptr) {
        d->engine->credentialsChanged(connectionId);
    }
}

} // namespace longshore
