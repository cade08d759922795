#include "app/jobs/importdeployment.h"

#include "app/jobs/importpolicy.h"
#include "app/jobs/importtarget.h"
#include "app/jobs/importupload.h"
#include "app/jobs/poller.h"
#include "app/jobs/sentfile.h"

namespace longshore {

using namespace Qt::StringLiterals;
using Phase = ImportStatus::Phase;

namespace {

/// Looks a pace apart, about a minute at the usual pace, before a start counts as never arrived or as not to be found.
constexpr int EnoughLooks = 6;
/// Whole uploads that turned out to be of no use before it is given up: each is the file's bytes again.
constexpr int MostLostUploads = 2;

/// The steps that the service is asked from.
bool asksFrom(JobStep step)
{
    return step == JobStep::Uploading || step == JobStep::Starting;
}

QString nameOfWhat(const JobRecord& import)
{
    switch (import.import->way) {
    case ImportWay::Promote:
        return u"the development container"_s;
    case ImportWay::Restore:
        return u"the backup "_s + import.import->restores;
    case ImportWay::Upload:
    case ImportWay::Quick:
        break;
    }
    return import.packageName;
}

} // namespace

void ImportDeployment::ask()
{
    if (m_task != nullptr || !asksFrom(m_job.step())) {
        return;
    }
    if (!m_job.canReachService()) {
        m_job.waitFor(WaitReason::Network);
        return;
    }
    if (m_job.record().import->way == ImportWay::Quick) {
        readContents();
    } else {
        openProvider();
    }
}

void ImportDeployment::readContents()
{
    auto* task = new BackgroundTask<QByteArray>(
        [file = sentFile(m_job.record())](const CancelFlag&) { return readSentFile(file); }, this);
    m_task = task;
    connect(task, &Task::finished, this, [this, task] {
        m_task = nullptr;
        if (!asksFrom(m_job.step())) {
            Q_EMIT idle(); // cancelled meanwhile
        } else if (task->result()) {
            m_contents = *task->result();
            openProvider();
        } else {
            m_job.move(ImportEvent::FileRefused, [this, task](JobRecord& record) {
                record.error = task->result().error();
                addLogLine(record, m_job.now(), describe(*record.error));
            });
        }
    });
    task->start();
}

void ImportDeployment::openProvider()
{
    Task* opening = m_job.openProvider([this](const Result<std::shared_ptr<Provider>>& provider) {
        m_task = nullptr;
        if (!asksFrom(m_job.step())) {
            Q_EMIT idle(); // cancelled meanwhile
            return;
        }
        if (!provider) {
            askingFailed(provider.error());
            return;
        }
        m_provider = *provider;
        commitAsking();
    });
    if (opening != nullptr) {
        m_task = opening;
    }
}

/// The row says that we ask, and the name counts as used, before a byte is sent: whoever finds it so after a crash
/// knows that it may have been sent.
void ImportDeployment::commitAsking()
{
    const JobRecord before = m_job.record();
    JobBook::Along along;
    if (before.database() != Database::MySql) {
        along.used =
            UsedPackage{projectOf(m_job.parts().context.connections, before.connectionId()), before.packageName};
    }
    m_job.move(
        ImportEvent::Uploaded,
        [this](JobRecord& record) {
            addLogLine(record, m_job.now(), u"asking for the import of "_s + nameOfWhat(record));
        },
        along,
        [self = QPointer<ImportDeployment>(this)](const Result<void>& saved) {
            if (self == nullptr || self->m_job.step() != JobStep::Asking) {
                return;
            }
            if (saved) {
                self->sendAsking();
                return;
            }
            self->m_job.move(ImportEvent::NotNow);
            self->m_job.waitFor(WaitReason::None, saved.error());
        });
}

void ImportDeployment::sendAsking()
{
    const JobRecord record = m_job.record();
    const ImportOrder order{.way = record.import->way,
                            .environment = record.environment(),
                            .database = record.database(),
                            .options = record.import->options,
                            .fileName = record.packageName,
                            .session = record.uploadSession,
                            .parts = record.uploadedParts,
                            .contents = std::exchange(m_contents, {}),
                            .restores = record.import->restores};
    run(m_provider->startImport(order, this), &ImportDeployment::asked);
}

void ImportDeployment::asked(const Result<ImportStatus>& answer)
{
    const bool over = answer && (answer->phase == Phase::Succeeded || answer->phase == Phase::Failed);
    if (!answer || (answer->id.isEmpty() && !over)) {
        askingFailed(answer ? Error{.code = Error::Code::OutcomeUnknown, .subject = u"id"_s} : answer.error());
        return;
    }
    m_job.forgetFailures();
    m_job.move(ImportEvent::Accepted,
               [this, &answer](JobRecord& record) {
                   record.serverId = answer->id;
                   record.uploadedParts.clear();
                   if (answer->id.isEmpty()) {
                       record.mayHaveRun = true;
                       record.serverErrors = answer->errors; // there is nothing to ask with again
                   }
                   addLogLine(record, m_job.now(),
                              answer->id.isEmpty() ? u"the service carried it out"_s
                                                   : u"the service gave the id "_s + answer->id);
               },
               {.dropJournal = true});
    take(*answer);
    heard(*answer);
}

void ImportDeployment::askingFailed(const Error& error)
{
    (void)m_job.countFailure(error.code);
    const bool sent = m_job.step() == JobStep::Asking;
    if (error.code == Error::Code::SessionLost && sent && ++m_lostUploads <= MostLostUploads) {
        m_job.move(ImportEvent::NotNow,
                   [this, &error](JobRecord& record) {
                       forgetSession(record);
                       addLogLine(record, m_job.now(),
                                  u"the upload's session ended; it begins anew in another one: "_s + describe(error));
                   },
                   {.dropJournal = true});
        return;
    }
    const ImportVerdict verdict = verdictOnDeploying(error);
    if (verdict.event == ImportEvent::NotNow) {
        if (sent) {
            m_job.move(ImportEvent::NotNow);
        }
        m_job.waitFor(verdict.wait, error);
        return;
    }
    const ImportEvent event = sent ? *verdict.event : ImportEvent::UploadFailed;
    m_job.move(event, [this, &error, event](JobRecord& record) {
        record.error = error;
        if (event == ImportEvent::AnswerLost) {
            record.error->code = Error::Code::OutcomeUnknown;
            record.nextCheckAt = m_job.now(); // it looks by itself
        }
        addLogLine(record, m_job.now(), describe(error));
    });
}

// Looking for what was asked

void ImportDeployment::lookAgain()
{
    m_looks = 0;
    look();
}

void ImportDeployment::look()
{
    if (m_task != nullptr || m_job.step() != JobStep::Unknown) {
        return;
    }
    const JobRecord record = m_job.record();
    const bool isDump = record.database() == Database::MySql;
    if (isDump && record.uploadSession.isEmpty()) {
        onlyAPersonKnows(u"the service has nothing to look at; look at the target itself"_s);
        return;
    }
    if (!m_job.canReachService()) {
        m_job.waitFor(WaitReason::Network);
        return;
    }
    if (isDump) {
        run(question(record.uploadSession), &ImportDeployment::sessionLooked);
        return;
    }
    run(m_job.parts().providers.call<QList<ImportStatus>>(
            record.connectionId(), [](Provider& provider, QObject* owner) { return provider.findImports(owner); },
            this),
        &ImportDeployment::looked);
}

/// The session itself knows whether it was run.
void ImportDeployment::sessionLooked(const Result<ImportStatus>& answer)
{
    if (m_job.step() != JobStep::Unknown) {
        return; // forgotten meanwhile
    }
    if (!answer && answer.error().code == Error::Code::NotFound) {
        onlyAPersonKnows(u"the service does not know the upload any more; look at the target itself"_s);
        return;
    }
    if (!answer) {
        const ImportVerdict verdict = verdictOnDeployment(answer.error(), m_job.countFailure(answer.error().code));
        m_job.waitFor(verdict.wait, answer.error());
        return;
    }
    m_job.forgetFailures();
    if (answer->phase == Phase::NotStarted) {
        nothingSeen(true);
        return;
    }
    m_adopting = m_job.record().uploadSession;
    adopted(answer);
}

void ImportDeployment::looked(const Result<QList<ImportStatus>>& list)
{
    if (m_job.step() != JobStep::Unknown) {
        return; // forgotten meanwhile
    }
    if (!list && list.error().code == Error::Code::Cancelled) {
        return; // an id was given
    }
    if (!list) {
        const ImportVerdict verdict = verdictOnDeployment(list.error(), m_job.countFailure(list.error().code));
        m_job.waitFor(verdict.wait, list.error());
        return;
    }
    m_job.forgetFailures();
    const JobRecord record = m_job.record();
    LostStart lost{
        .packageName = record.packageName, .environment = record.environment(), .askedAt = m_job.stepBegan()};
    const QList<JobRecord> others = m_job.parts().book.inOrder();
    for (const JobRecord& other : others) {
        lost.otherIds.insert(other.serverId.toLower());
    }
    const FoundStart found = findStart(*list, lost);
    if (found.verdict == FoundStart::Verdict::Found) {
        m_job.note(u"the service lists a deployment of "_s + record.packageName);
        adopt(found.id);
        return;
    }
    nothingSeen(found.verdict == FoundStart::Verdict::Absent);
}

/// One look may be too early: what was asked can still be on its way.
void ImportDeployment::nothingSeen(bool isSure)
{
    if (++m_looks < EnoughLooks) {
        lookLater();
        return;
    }
    m_looks = 0;
    if (isSure) {
        m_job.move(ImportEvent::NothingFound, [this](JobRecord& now) {
            addLogLine(now, m_job.now(), u"the service knows of no import of it: it is asked for again"_s);
        });
        return;
    }
    onlyAPersonKnows(u"the service's list does not tell whether it was started; if its portal shows the deployment, "
                     "adopt its id, otherwise forget this job"_s);
}

void ImportDeployment::onlyAPersonKnows(const QString& why)
{
    m_job.change([this, &why](JobRecord& now) {
        now.nextCheckAt = {};
        now.waiting = WaitReason::None;
        now.error = Error{.code = Error::Code::OutcomeUnknown};
        addLogLine(now, m_job.now(), why);
    });
}

void ImportDeployment::lookLater()
{
    const std::chrono::milliseconds delay = m_job.pace().firstMinute;
    m_job.parts().poller.schedule(m_job.id(), delay);
    m_job.change([this, delay](JobRecord& record) {
        record.waiting = WaitReason::None;
        record.error = Error{.code = Error::Code::OutcomeUnknown};
        record.nextCheckAt = m_job.now().addMSecs(delay.count());
    });
}

void ImportDeployment::adopt(const QString& id)
{
    if (m_task != nullptr) {
        m_task->cancel();
    }
    const bool known = m_job.isOfAnotherJob(id);
    if (known || !looksLikeAnId(id)) {
        m_job.change([known](JobRecord& record) {
            record.error = Error{.code = Error::Code::BadInput,
                                 .subject = u"deploymentId"_s,
                                 .detail = known ? u"belongs to another job"_s : u"not an id"_s};
        });
        return;
    }
    m_adopting = id;
    run(question(id), &ImportDeployment::adopted);
}

void ImportDeployment::adopted(const Result<ImportStatus>& answer)
{
    if (m_job.step() != JobStep::Unknown) {
        return; // forgotten meanwhile
    }
    if (!answer) {
        adoptionFailed(answer.error());
        return;
    }
    const JobRecord before = m_job.record();
    if (!answer->packages.isEmpty() && !answer->packages.contains(before.packageName, Qt::CaseInsensitive)) {
        adoptionFailed({.code = Error::Code::BadInput,
                        .subject = u"deploymentId"_s,
                        .detail = u"deploys "_s + answer->packages.join(u", "_s)});
        return;
    }
    m_job.forgetFailures();
    m_job.move(ImportEvent::Adopted,
               [this](JobRecord& record) {
                   record.serverId = m_adopting;
                   addLogLine(record, m_job.now(), u"adopted the id "_s + m_adopting);
               },
               {.dropJournal = true});
    take(*answer);
    heard(*answer);
}

void ImportDeployment::adoptionFailed(const Error& error)
{
    m_job.note(u"the id "_s + m_adopting + u" was not adopted: "_s + describe(error));
    const ImportVerdict verdict = verdictOnDeployment(error, 1);
    if (verdict.wait != WaitReason::None) {
        m_job.waitFor(verdict.wait, error); // and looks again
        return;
    }
    m_job.change([&error](JobRecord& record) {
        record.error = error;
        record.nextCheckAt = {};
    });
}

} // namespace longshore
