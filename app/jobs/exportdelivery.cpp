#include "app/jobs/exportdelivery.h"

#include "app/jobs/dumparrival.h"
#include "app/jobs/dumpfollower.h"
#include "app/jobs/exportfile.h"
#include "app/jobs/exportlink.h"
#include "app/jobs/jobpolicy.h"
#include "app/library/library.h"
#include "app/transfers/downloadtask.h"
#include "app/transfers/knownhashes.h"

namespace longshore {

using namespace Qt::StringLiterals;

ExportDelivery::ExportDelivery(JobHandle& job, QObject* parent) : QObject(parent), m_job(job) { }

/// One piece of work at a time; idle() when it leaves nothing running.
template <class T>
void ExportDelivery::run(ResultTask<T>* task, std::function<void(const Result<T>&)> done)
{
    m_task = task;
    connect(task, &Task::finished, this, [this, task, done = std::move(done)] {
        m_task = nullptr;
        done(task->result());
        if (m_task == nullptr) {
            Q_EMIT idle();
        }
    });
    task->start();
}

void ExportDelivery::enter(Reread reread)
{
    if (m_task != nullptr) {
        return;
    }
    switch (m_job.step()) {
    case JobStep::Downloading:
        fetch();
        break;
    case JobStep::Verifying:
        verify(reread);
        break;
    case JobStep::Filing:
        file();
        break;
    default:
        break;
    }
}

void ExportDelivery::offer(const SignedUrl& link)
{
    const JobRecord record = m_job.record();
    m_link = std::make_shared<ExportLink>(m_job.parts().providers, record.request, record.serverId);
    m_link->set(link);
}

void ExportDelivery::applyShare()
{
    const JobRecord record = m_job.record();
    m_limit->setLimit(record.bytesPerSecondLimit);
    if (m_download != nullptr) {
        m_download->setWeight(weightOf(record.priority));
    }
}

void ExportDelivery::halt()
{
    if (m_task != nullptr) {
        m_task->cancel();
    }
}

void ExportDelivery::fetch()
{
    const JobRecord record = m_job.record();
    if (record.paused) {
        m_job.waitFor(WaitReason::Paused);
        return;
    }
    if (!m_job.canReachService()) {
        m_job.waitFor(WaitReason::Network);
        return;
    }
    if (m_link == nullptr) {
        offer({});
    }
    m_fetchBegan = record.etag.isEmpty() ? m_job.now() : QDateTime();
    const JobsContext& context = m_job.parts().context;
    if (record.database() == Database::MySql) {
        m_follower = std::make_shared<DumpFollower>(record.partPath, record.request.dumpFormat, m_follower);
    }
    DownloadRequest request{
        .transferId = record.id, .partPath = record.partPath, .link = m_link, .follower = m_follower};
    applyShare();
    request.options.limit = m_limit;
    request.options.weight = weightOf(record.priority);
    auto* task = new DownloadTask(request, context.transfers, this);
    m_download = task;
    watch(task);
    run<DownloadedFile>(task, [this](const Result<DownloadedFile>& result) { fetched(result); });
    if (record.waiting != WaitReason::None) {
        m_job.waitFor(WaitReason::None);
    }
}

void ExportDelivery::watch(DownloadTask* task)
{
    connect(task, &Task::progressChanged, this, [this](const Progress& progress) { m_job.showProgress(progress); });
    connect(task, &DownloadTask::linkChanged, this, [this](const QDateTime& expiresAt, int renewals) {
        m_job.change([&expiresAt, renewals](JobRecord& record) {
            record.linkExpiresAt = expiresAt;
            record.linkRenewals = renewals;
        });
    });
    connect(task, &DownloadTask::etagLearned, this, [this](const QString& etag, qint64 size) {
        m_job.change([&etag, size](JobRecord& record) {
            record.etag = etag;
            record.progress.total = size >= 0 ? std::optional(size) : std::nullopt;
        });
    });
    connect(task, &DownloadTask::retried, this, [this, before = m_job.record().retries](int retries) {
        m_job.change([all = before + retries](JobRecord& record) { record.retries = all; });
    });
    connect(task, &DownloadTask::noted, this, [this](const QString& text) { m_job.note(text); });
}

void ExportDelivery::fetched(const Result<DownloadedFile>& result)
{
    if (m_follower && (!result || m_job.step() != JobStep::Downloading)) {
        m_follower->stop();
    }
    if (m_job.step() != JobStep::Downloading) {
        return; // given up meanwhile; whoever did that discards the bytes
    }
    if (!result) {
        fetchFailed(result.error());
        return;
    }
    if (m_follower) {
        m_follower->complete(result->size);
    }
    m_job.forgetFailures();
    const JobRecord before = m_job.record();
    JobBook::Along along;
    if (m_fetchBegan.isValid()) {
        const std::chrono::seconds took{m_fetchBegan.secsTo(m_job.now())};
        along.learned = LearnedDuration{placeKey(before.connectionId(), before.environment(), before.database()),
                                        LearnedDuration::Kind::Download, m_job.now(), took, result->size};
    }
    m_job.move(
        ExportEvent::Downloaded,
        [&result](JobRecord& record) {
            record.paused = false;
            record.size = result->size;
            record.sha256 = QString::fromLatin1(result->sha256.toHex());
            record.etag = result->etag;
            record.progress = {result->size, result->size, 0};
        },
        along);
}

void ExportDelivery::fetchFailed(const Error& error)
{
    if (error.code == Error::Code::Cancelled) {
        fetch(); // paused or offline: waits there; resumed before this one had stopped: goes on
        return;
    }
    const Verdict verdict = verdictOnTransfer(error, m_job.countFailure(error.code));
    if (verdict.event) {
        m_job.move(*verdict.event, [this, &error](JobRecord& record) {
            record.error = error;
            addLogLine(record, m_job.now(), describe(error));
        });
        return;
    }
    m_job.waitFor(verdict.wait, error);
}

FetchedFile ExportDelivery::fetchedFile() const
{
    const JobRecord record = m_job.record();
    return {record.partPath, record.size, record.sha256};
}

void ExportDelivery::verify(Reread reread)
{
    if (m_job.record().database() == Database::MySql) {
        receive(reread);
        return;
    }
    auto* task = new BackgroundTask<void>(
        [file = fetchedFile(), reread](const CancelFlag& cancel) { return checkFetchedFile(file, reread, cancel); },
        this);
    run<void>(task, [this](const Result<void>& result) { verified(result); });
}

/// A dump may have come in an archive, or is wanted compressed.
void ExportDelivery::receive(Reread reread)
{
    auto* task = new BackgroundTask<ArrivedDump>(
        [file = fetchedFile(), format = m_job.record().request.dumpFormat, reread, follower = m_follower](
            const CancelFlag& cancel) { return receiveDump(file, format, reread, follower.get(), cancel); },
        this);
    run<ArrivedDump>(task, [this](const Result<ArrivedDump>& dump) {
        if (dump && !dump->replaced.isEmpty() && m_job.step() == JobStep::Verifying) {
            takeDump(*dump);
        } else if (!dump && dump.error().code == Error::Code::DiskFull) {
            m_job.waitFor(WaitReason::Space, dump.error());
        } else {
            verified(dump.map([](const ArrivedDump&) {}));
        }
    });
}

/// The row names the new file before the one that came goes.
void ExportDelivery::takeDump(const ArrivedDump& dump)
{
    const auto then = [self = QPointer<ExportDelivery>(this), replaced = dump.replaced](const Result<void>& saved) {
        if (self == nullptr || self->m_task != nullptr || self->m_job.step() != JobStep::Verifying) {
            return;
        }
        if (!saved) {
            self->m_job.waitFor(WaitReason::None, saved.error());
            return;
        }
        auto* task =
            new BackgroundTask<void>([replaced](const CancelFlag&) { return discardPartFile(replaced); }, self);
        self->run<void>(task, [self = self.data()](const Result<void>&) { self->verified({}); });
    };
    m_job.parts().book.change(
        m_job.id(),
        [this, &dump](JobRecord& record) {
            record.partPath = dump.file.partPath;
            record.size = dump.file.size;
            record.sha256 = dump.file.sha256;
            addLogLine(record, m_job.now(), u"the dump was written as it was asked for"_s);
        },
        then);
}

void ExportDelivery::verified(const Result<void>& result)
{
    if (result) {
        m_job.move(ExportEvent::Verified,
                   [this](JobRecord& record) { addLogLine(record, m_job.now(), u"size, SHA-256 and format agree"_s); });
        return;
    }
    m_job.move(ExportEvent::VerifyFailed, [this, &result](JobRecord& record) {
        record.error = result.error();
        addLogLine(record, m_job.now(), u"verification failed: "_s + describe(result.error()));
    });
}

void ExportDelivery::file()
{
    const JobRecord record = m_job.record();
    const QList<LibraryEntry> entries = m_job.parts().context.library.entries();
    for (const LibraryEntry& entry : entries) {
        if (entry.jobId == record.id) {
            filed(entry); // done before the program ended
            return;
        }
    }
    if (record.targetPath.isEmpty()) {
        chooseTarget();
    } else {
        takeName();
    }
}

/// The name is durable before the file gets it: a restart in between knows where to look.
void ExportDelivery::chooseTarget()
{
    const JobRecord record = m_job.record();
    auto* task =
        new BackgroundTask<QString>([folder = record.request.folder, name = fileNameOf(record)](
                                        const CancelFlag&) -> Result<QString> { return freeTarget(folder, name); },
                                    this);
    run<QString>(task, [this](const Result<QString>& target) {
        if (target) {
            commitTarget(*target);
        } else {
            filingFailed(target.error());
        }
    });
}

void ExportDelivery::commitTarget(const QString& target)
{
    const auto then = [self = QPointer<ExportDelivery>(this)](const Result<void>& saved) {
        if (self == nullptr || self->m_task != nullptr) {
            return;
        }
        if (saved) {
            self->takeName();
            return;
        }
        self->m_job.change([](JobRecord& record) { record.targetPath.clear(); });
        self->m_job.waitFor(WaitReason::None, saved.error());
    };
    m_job.parts().book.change(
        m_job.id(), [&target](JobRecord& record) { record.targetPath = target; }, then);
}

void ExportDelivery::takeName()
{
    auto* task = new BackgroundTask<NamedFile>(
        [file = fetchedFile(), target = m_job.record().targetPath](const CancelFlag& cancel) {
            return takeFinalName(file, target, cancel).map(namedFile);
        },
        this);
    run<NamedFile>(task, [this](const Result<NamedFile>& named) {
        if (!named) {
            filingFailed(named.error());
            return;
        }
        if (named->identity && named->identity->size == m_job.record().size) {
            rememberHash(m_job.parts().context.storage, named->path, *named->identity,
                         QByteArray::fromHex(m_job.record().sha256.toLatin1()));
        }
        enterInLibrary(named->path);
    });
}

void ExportDelivery::enterInLibrary(const QString& path)
{
    auto* task = m_job.parts().context.library.add(entryFor(m_job.record(), path, m_job.now()), this);
    run<LibraryEntry>(task, [this](const Result<LibraryEntry>& entry) {
        if (!entry) {
            (void)m_job.countFailure(entry.error().code);
            m_job.waitFor(WaitReason::None, entry.error()); // the file is safe; its row is tried again
            return;
        }
        filed(*entry);
    });
}

void ExportDelivery::filed(const LibraryEntry& entry)
{
    m_job.forgetFailures();
    m_job.move(ExportEvent::Filed,
               [this, &entry](JobRecord& record) {
                   record.path = entry.path;
                   record.libraryId = entry.id;
                   record.partPath.clear();
                   record.targetPath.clear();
                   record.linkExpiresAt = {};
                   addLogLine(record, m_job.now(), u"filed in the library"_s);
               },
               {.dropJournal = true});
}

void ExportDelivery::filingFailed(const Error& error)
{
    if (error.code == Error::Code::DiskFull) {
        m_job.waitFor(WaitReason::Space, error);
        return;
    }
    m_job.move(ExportEvent::TransferFailed, [this, &error](JobRecord& record) {
        record.error = error;
        addLogLine(record, m_job.now(), u"the file could not get its name: "_s + describe(error));
    });
}

void ExportDelivery::discard(std::function<void()> then)
{
    auto* task = new BackgroundTask<void>(
        [path = m_job.record().partPath, follower = std::exchange(m_follower, nullptr)](const CancelFlag&) {
            if (follower) {
                follower->stop();
                (void)follower->take(std::make_shared<std::atomic_bool>(true));
            }
            return discardArrival(path);
        },
        this);
    run<void>(task, [this, then = std::move(then)](const Result<void>& result) {
        m_job.parts().book.change(m_job.id(),
                                  [this, &result](JobRecord& record) {
                                      addLogLine(record, m_job.now(),
                                                 result ? u"partial data removed"_s
                                                        : u"partial data left: "_s + describe(result.error()));
                                      record.partPath.clear();
                                      record.targetPath.clear();
                                      record.etag.clear();
                                      record.size = -1;
                                      record.sha256.clear();
                                      record.progress = {};
                                  },
                                  {.dropJournal = true});
        then();
    });
}

} // namespace longshore
