#include "app/jobs/jobs.h"

#include "app/jobs/jobengine.h"
#include "app/jobs/jobpolicy.h"
#include "app/jobs/newjob.h"

#include <algorithm>

namespace longshore {

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
    void file(const ExportRequest& request, JobBook::Inserted inserted);
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

void Jobs::Private::file(const ExportRequest& request, JobBook::Inserted inserted)
{
    const auto then = [this, inserted = std::move(inserted)](const Result<JobRecord>& row) {
        if (row && engine != nullptr) {
            engine->take(row->id);
        } else if (row) {
            Q_EMIT q->engineNeeded();
        }
        inserted(row);
    };
    book.insert(newJob(request, context.connections, book.now()), then);
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
    return new FileJobTask(
        [self = QPointer<Private>(d.get()), request](JobBook::Inserted inserted) {
            if (self != nullptr) {
                self->file(request, std::move(inserted));
            }
        },
        parent);
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
    if (d->engine == nullptr && record != nullptr && record->step == JobStep::Downloading) {
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
