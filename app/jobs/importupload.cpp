#include "app/jobs/importupload.h"

#include "app/domain/packagename.h"
#include "app/jobs/importcheck.h"
#include "app/jobs/importpolicy.h"
#include "app/jobs/importtarget.h"
#include "app/jobs/jobpolicy.h"
#include "app/jobs/sentfile.h"
#include "app/jobs/uploadsession.h"
#include "app/transfers/uploadtask.h"

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

/// Sessions lost, or opened without an answer that can be read, in a row before it is given up.
constexpr int MostSessions = 5;

QList<UploadedPart> toldOf(const QList<StoredPart>& parts)
{
    QList<UploadedPart> told;
    for (const StoredPart& part : parts) {
        told.append({part.number, QString::fromLatin1(part.etag)});
    }
    return told;
}

} // namespace

void forgetSession(JobRecord& import)
{
    import.uploadSession.clear();
    import.uploadedParts.clear();
    import.uploaded = false;
    import.progress = {};
}

ImportUpload::ImportUpload(JobHandle& job, QObject* parent) : QObject(parent), m_job(job) { }

void ImportUpload::enter()
{
    if (m_task != nullptr || m_job.step() != JobStep::Uploading) {
        return;
    }
    const JobRecord record = m_job.record();
    if (record.paused) {
        m_job.waitFor(WaitReason::Paused);
        return;
    }
    if (!m_job.canReachService()) {
        m_job.waitFor(WaitReason::Network);
        return;
    }
    // The backup may have taken hours.
    auto* look =
        new BackgroundTask<void>([file = sentFile(record)](const CancelFlag&) { return checkStillThere(file); }, this);
    m_task = look;
    connect(look, &Task::finished, this, [this, look] {
        m_task = nullptr;
        if (m_job.step() != JobStep::Uploading) {
            Q_EMIT idle();
        } else if (look->result()) {
            send();
        } else {
            failed(look->result().error());
        }
    });
    look->start();
}

void ImportUpload::send()
{
    const JobRecord record = m_job.record();
    if (record.database() == Database::MySql) {
        openPlace();
        return;
    }
    UploadRequest request;
    request.link = std::make_shared<SessionLink>(
        UploadSession{m_job.parts().providers, record.connectionId(), offerOf(record), {}});
    request.kind = UploadKind::AzureBlocks;
    put(std::move(request));
}

/// Opens a session, or asks for fresh links to the one that the row knows.
void ImportUpload::openPlace()
{
    const JobRecord record = m_job.record();
    const bool isNew = record.uploadSession.isEmpty();
    const UploadSession known{
        m_job.parts().providers, record.connectionId(), offerOf(record), {.session = record.uploadSession}};
    ResultTask<UploadPlace>* task = nullptr;
    if (isNew) {
        task = m_job.parts().providers.call<UploadPlace>(
            record.connectionId(),
            [offer = known.offer](Provider& provider, QObject* owner) { return provider.openUpload(offer, owner); },
            this);
    } else {
        task = known.ask(this);
    }
    m_task = task;
    connect(task, &Task::finished, this, [this, task, isNew] {
        m_task = nullptr;
        if (m_job.step() == JobStep::Uploading) {
            placeTold(task->result(), isNew);
        }
        if (m_task == nullptr) {
            Q_EMIT idle();
        }
    });
    task->start();
}

void ImportUpload::placeTold(const Result<UploadPlace>& place, bool isNew)
{
    if (!place && isNew && place.error().code == Error::Code::OutcomeUnknown) {
        // A session that nobody uses ends by itself.
        Error unread = place.error();
        unread.code = Error::Code::BadAnswer;
        if (m_job.countFailure(unread.code) > MostSessions) {
            end(ImportEvent::UploadFailed, unread);
        } else {
            m_job.waitFor(WaitReason::ServerTime, unread);
        }
        return;
    }
    if (!place) {
        failed(place.error());
        return;
    }
    if (isNew) {
        m_job.change([this, &place](JobRecord& record) {
            record.uploadSession = place->session;
            addLogLine(record, m_job.now(),
                       place->multipart ? u"the service opened the upload %1, in %2 parts"_s.arg(
                           place->session, QString::number(place->partCount))
                                        : u"the service opened the upload "_s + place->session);
        });
    }
    if (m_job.record().paused) {
        m_job.waitFor(WaitReason::Paused);
        return;
    }
    putTo(*place);
}

void ImportUpload::putTo(const UploadPlace& place)
{
    const JobRecord record = m_job.record();
    const UploadSession session{m_job.parts().providers, record.connectionId(), offerOf(record), place};
    UploadRequest request;
    if (place.multipart) {
        request.kind = UploadKind::PresignedParts;
        request.partLinks = std::make_shared<SessionParts>(session);
    } else {
        request.kind = UploadKind::PresignedPut;
        request.link = std::make_shared<SessionLink>(session);
    }
    put(std::move(request));
}

void ImportUpload::put(UploadRequest request)
{
    const JobRecord record = m_job.record();
    request.transferId = record.id;
    request.path = sentFile(record).path;
    applyShare();
    request.options.limit = m_limit;
    request.options.weight = weightOf(record.priority);
    m_began = record.progress.done > 0 ? QDateTime() : m_job.now();
    auto* task = new UploadTask(std::move(request), m_job.parts().context.transfers, this);
    m_task = m_upload = task;
    watch(task);
    connect(task, &Task::finished, this, [this, task] {
        m_task = nullptr;
        ended(task->result());
        if (m_task == nullptr) {
            Q_EMIT idle();
        }
    });
    task->start();
    if (record.waiting != WaitReason::None) {
        m_job.waitFor(WaitReason::None);
    }
}

/// What was sent to a session that is gone is of no use: another one, from the file's beginning.
void ImportUpload::sessionLost(const Error& error)
{
    if (m_job.countFailure(error.code) > MostSessions) {
        end(ImportEvent::UploadFailed, error);
        return;
    }
    m_job.parts().book.change(m_job.id(),
                              [this, &error](JobRecord& record) {
                                  forgetSession(record);
                                  addLogLine(record, m_job.now(),
                                             u"the upload's session ended; it begins anew in another one: "_s
                                                 + describe(error));
                              },
                              {.dropJournal = true});
    send();
}

void ImportUpload::watch(UploadTask* task)
{
    connect(task, &Task::progressChanged, this, [this](const Progress& progress) {
        if (m_job.step() == JobStep::Uploading) {
            m_job.showProgress(progress);
        }
    });
    connect(task, &UploadTask::linkChanged, this, [this](const QDateTime& expiresAt, int renewals) {
        m_job.change([&expiresAt, renewals](JobRecord& record) {
            record.linkExpiresAt = expiresAt;
            record.linkRenewals = renewals;
        });
    });
    connect(task, &UploadTask::retried, this, [this, before = m_job.record().retries](int retries) {
        m_job.change([all = before + retries](JobRecord& record) { record.retries = all; });
    });
    connect(task, &UploadTask::noted, this, [this](const QString& text) { m_job.note(text); });
}

void ImportUpload::applyShare()
{
    const JobRecord record = m_job.record();
    m_limit->setLimit(record.bytesPerSecondLimit);
    if (m_upload != nullptr) {
        m_upload->setWeight(weightOf(record.priority));
    }
}

void ImportUpload::halt()
{
    if (m_task != nullptr) {
        m_task->cancel();
    }
}

void ImportUpload::ended(const Result<UploadedFile>& result)
{
    if (m_job.step() != JobStep::Uploading) {
        return; // cancelled; a retry goes on with what the store has
    }
    if (result) {
        sent(*result);
    } else {
        failed(result.error());
    }
}

void ImportUpload::sent(const UploadedFile& file)
{
    const JobRecord before = m_job.record();
    const QString sha256 = QString::fromLatin1(file.sha256.toHex());
    const SentFile wanted = sentFile(before);
    if (!wanted.sha256.isEmpty() && sha256 != wanted.sha256) {
        // What lies there now is not what was checked. Nobody imports it.
        end(ImportEvent::FileRefused,
            {.code = Error::Code::SourceChanged, .subject = wanted.path, .detail = u"contents"_s});
        return;
    }
    m_job.forgetFailures();
    JobBook::Along along;
    if (m_began.isValid()) {
        along.learned = LearnedDuration{placeKey(before.connectionId(), before.environment(), before.database()),
                                        LearnedDuration::Kind::Upload, m_job.now(),
                                        std::chrono::seconds(m_began.secsTo(m_job.now())), file.size};
    }
    m_job.parts().book.change(
        m_job.id(),
        [this, &file, &sha256](JobRecord& record) {
            record.uploaded = true;
            record.size = file.size;
            record.sha256 = sha256;
            record.etag = file.etag;
            record.uploadedParts = toldOf(file.parts);
            record.progress = {file.size, file.size, 0};
            addLogLine(record, m_job.now(), u"uploaded as "_s + record.packageName);
        },
        along);
    Q_EMIT uploaded();
}

void ImportUpload::failed(const Error& error)
{
    if (error.code == Error::Code::Cancelled) {
        enter(); // paused or offline: waits there; resumed before this one had stopped: goes on
        return;
    }
    const JobRecord record = m_job.record();
    if (error.code == Error::Code::SessionLost) {
        sessionLost(error);
        return;
    }
    if (isNameTaken(error) && record.database() != Database::MySql) {
        takeNextName(error);
        return;
    }
    const QString path = sentFile(record).path;
    const ImportVerdict verdict = verdictOnUpload(error, path, m_job.countFailure(error.code));
    if (!verdict.event) {
        m_job.waitFor(verdict.wait, error);
        return;
    }
    const bool gone = error.code == Error::Code::NotFound && error.subject == path;
    end(*verdict.event,
        gone ? Error{.code = Error::Code::FileAccess, .subject = path, .detail = u"no such file"_s} : error);
}

/// A deployment that had a package of that name holds it for good. Once the next version is taken by itself; a second
/// time something else is wrong.
void ImportUpload::takeNextName(const Error& error)
{
    const JobRecord before = m_job.record();
    if (before.packageName != before.import->packageName) {
        end(ImportEvent::UploadFailed,
            {.code = Error::Code::LeaseHeld, .subject = before.packageName, .detail = error.detail});
        return;
    }
    const JobsContext& context = m_job.parts().context;
    const QString next = nextPackageName(
        before.packageName, usedPackageNames(m_job.parts().book, context.connections, before.connectionId()));
    m_job.parts().book.change(
        m_job.id(),
        [this, &next, &before](JobRecord& record) {
            record.packageName = next;
            record.progress = {};
            addLogLine(
                record, m_job.now(),
                u"the name %1 is already linked to a deployment; going on as %2"_s.arg(before.packageName, next));
        },
        {.dropJournal = true,
         .used = UsedPackage{projectOf(context.connections, before.connectionId()), before.packageName}});
    send();
}

void ImportUpload::end(ImportEvent event, const Error& error)
{
    m_job.move(event, [this, &error](JobRecord& record) {
        record.error = error;
        addLogLine(record, m_job.now(), describe(error));
    });
}

} // namespace longshore

#include "moc_importupload.cpp"
