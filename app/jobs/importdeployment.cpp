#include "app/jobs/importdeployment.h"

#include "app/jobs/importpolicy.h"
#include "app/jobs/importtarget.h"
#include "app/jobs/jobpolicy.h"
#include "app/jobs/poller.h"

namespace longshore {

using namespace Qt::StringLiterals;
using Phase = DeploymentStatus::Phase;

namespace {

/// Looks a pace apart, about a minute at the usual pace, before a start counts as never arrived or as not to be found.
constexpr int EnoughLooks = 6;

/// Those of `now` that are not in `before`.
QStringList news(const QStringList& now, const QStringList& before)
{
    QStringList fresh;
    for (const QString& sentence : now) {
        if (!before.contains(sentence) && !fresh.contains(sentence)) {
            fresh.append(sentence);
        }
    }
    return fresh;
}

bool awaitsAPerson(Phase phase)
{
    return phase == Phase::AwaitingVerification || phase == Phase::AwaitingResetVerification;
}

bool watches(JobStep step)
{
    return step == JobStep::ServerWorking || step == JobStep::AwaitingVerification || step == JobStep::Completing
           || step == JobStep::Resetting;
}

} // namespace

ImportDeployment::ImportDeployment(JobHandle& job, QObject* parent) : QObject(parent), m_job(job) { }

template <class T>
void ImportDeployment::run(ResultTask<T>* task, void (ImportDeployment::*then)(const Result<T>&))
{
    m_task = task;
    connect(task, &Task::finished, this, [this, task, then] {
        if (m_task == task) { // a wish does not wait for the end of a look
            m_task = nullptr;
        }
        (this->*then)(task->result());
        if (m_task == nullptr) {
            Q_EMIT idle();
        }
    });
    task->start();
}

ResultTask<DeploymentStatus>* ImportDeployment::question(const QString& id)
{
    return m_job.parts().providers.call<DeploymentStatus>(
        m_job.record().connectionId(),
        [id](Provider& provider, QObject* owner) { return provider.deployment(id, owner); }, this);
}

// Asking

void ImportDeployment::ask()
{
    if (m_task != nullptr || m_job.step() != JobStep::Uploading) {
        return;
    }
    if (!m_job.canReachService()) {
        m_job.waitFor(WaitReason::Network);
        return;
    }
    Task* opening = m_job.openProvider([this](const Result<std::shared_ptr<Provider>>& provider) {
        m_task = nullptr;
        if (m_job.step() != JobStep::Uploading) {
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
    const UsedPackage used{projectOf(m_job.parts().context.connections, before.connectionId()), before.packageName};
    m_job.move(
        ImportEvent::Uploaded,
        [this](JobRecord& record) {
            addLogLine(record, m_job.now(), u"asking for the deployment of "_s + record.packageName);
        },
        {.used = used},
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
    run(m_provider->startDeployment({.targetEnvironment = record.environment(), .packages = {record.packageName}},
                                    this),
        &ImportDeployment::asked);
}

void ImportDeployment::asked(const Result<DeploymentStatus>& answer)
{
    if (!answer || answer->id.isEmpty()) {
        askingFailed(answer ? Error{.code = Error::Code::OutcomeUnknown, .subject = u"id"_s} : answer.error());
        return;
    }
    m_job.forgetFailures();
    m_job.move(ImportEvent::Accepted,
               [this, &answer](JobRecord& record) {
                   record.serverId = answer->id;
                   addLogLine(record, m_job.now(), u"the service gave the id "_s + answer->id);
               },
               {.dropJournal = true});
    take(*answer);
    heard(*answer);
}

void ImportDeployment::askingFailed(const Error& error)
{
    (void)m_job.countFailure(error.code);
    const ImportVerdict verdict = verdictOnDeploying(error);
    const bool sent = m_job.step() == JobStep::Asking;
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
    if (!m_job.canReachService()) {
        m_job.waitFor(WaitReason::Network);
        return;
    }
    run(m_job.parts().providers.call<QList<DeploymentStatus>>(
            m_job.record().connectionId(),
            [](Provider& provider, QObject* owner) { return provider.deployments(owner); }, this),
        &ImportDeployment::looked);
}

void ImportDeployment::looked(const Result<QList<DeploymentStatus>>& list)
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
    if (++m_looks < EnoughLooks) {
        lookLater();
        return;
    }
    m_looks = 0;
    if (found.verdict == FoundStart::Verdict::Absent) {
        m_job.move(ImportEvent::NothingFound, [this](JobRecord& now) {
            addLogLine(now, m_job.now(), u"the service lists no deployment of the package: it is asked for again"_s);
        });
        return;
    }
    m_job.change([this](JobRecord& now) {
        now.nextCheckAt = {};
        now.waiting = WaitReason::None;
        now.error = Error{.code = Error::Code::OutcomeUnknown};
        addLogLine(now, m_job.now(),
                   u"the service's list does not tell whether it was started; if its portal shows the deployment, "
                   "adopt its id, otherwise forget this job"_s);
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

void ImportDeployment::adopted(const Result<DeploymentStatus>& answer)
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

// Watching

void ImportDeployment::watch(bool atOnce)
{
    if (m_wishing || m_task != nullptr) {
        return; // its answer comes first
    }
    if (atOnce) {
        poll();
    } else {
        m_job.planPoll();
    }
}

void ImportDeployment::poll()
{
    if (m_task != nullptr || m_wishing || !watches(m_job.step())) {
        return;
    }
    if (!m_job.canReachService()) {
        m_job.waitFor(WaitReason::Network);
        return;
    }
    m_job.parts().poller.remove(m_job.id());
    run(question(m_job.record().serverId), &ImportDeployment::polled);
}

void ImportDeployment::polled(const Result<DeploymentStatus>& answer)
{
    if (!watches(m_job.step()) || m_wishing) {
        return; // a wish that came meanwhile hears of it by itself
    }
    if (!answer) {
        pollFailed(answer.error());
        return;
    }
    m_job.forgetFailures();
    take(*answer);
    heard(*answer);
}

void ImportDeployment::pollFailed(const Error& error)
{
    const ImportVerdict verdict = verdictOnDeployment(error, m_job.countFailure(error.code));
    if (!verdict.event) {
        m_job.waitFor(verdict.wait, error);
        return;
    }
    Error ending = error;
    if (verdict.event == ImportEvent::ServerForgot) {
        ending.code = Error::Code::OutcomeUnknown;
        ending.detail = u"the service does not know the deployment any more"_s;
    }
    m_job.move(*verdict.event, [this, &ending](JobRecord& record) {
        record.error = ending;
        addLogLine(record, m_job.now(), describe(ending));
    });
}

/// What the service says goes into the row, once each and in its own words.
void ImportDeployment::take(const DeploymentStatus& status)
{
    m_seenBefore = m_job.record().lastCheckedAt;
    m_job.change([this, &status](JobRecord& record) {
        const bool moved = record.serverStatus != status.serverWord;
        ++record.checks;
        record.lastCheckedAt = m_job.now();
        record.serverStatus = status.serverWord;
        record.serverPercent = status.percent;
        record.waiting = WaitReason::None;
        record.waitingFor.clear();
        record.error = m_wishRefused;
        if (moved) {
            addLogLine(record, m_job.now(),
                       (status.phase == Phase::Unknown ? u"the service says, in a word unknown here: "_s
                                                       : u"the service says: "_s)
                           + status.serverWord);
        }
        for (const QString& warning : news(status.warnings, record.serverWarnings)) {
            record.serverWarnings.append(warning);
            addLogLine(record, m_job.now(), u"the service warns: "_s + warning);
        }
        for (const QString& error : news(status.errors, record.serverErrors)) {
            record.serverErrors.append(error);
            addLogLine(record, m_job.now(), u"the service reports an error: "_s + error);
        }
    });
}

void ImportDeployment::heard(const DeploymentStatus& status)
{
    switch (status.phase) {
    case Phase::Succeeded:
        m_job.move(ImportEvent::ServerDone, [](JobRecord& record) { record.serverPercent = 100; },
                   {.learned = learned()});
        break;
    case Phase::Failed:
        serverFailed(status);
        break;
    case Phase::Reset:
        m_job.move(ImportEvent::ServerWasReset);
        break;
    case Phase::AwaitingVerification:
    case Phase::AwaitingResetVerification:
        if (!m_job.move(ImportEvent::ServerWaits, [this](JobRecord& record) { record.error = m_wishRefused; })) {
            m_job.planPoll();
        }
        break;
    case Phase::InProgress:
    case Phase::Completing:
    case Phase::Resetting:
    case Phase::Unknown:
        m_job.planPoll();
        break;
    }
}

void ImportDeployment::serverFailed(const DeploymentStatus& status)
{
    m_job.move(ImportEvent::ServerFailed, [&status](JobRecord& record) {
        record.error = Error{.code = Error::Code::ServerJobFailed,
                             .subject = record.serverId,
                             .detail = status.errors.isEmpty() ? status.serverWord : status.errors.join(u"; "_s)};
    });
}

std::optional<LearnedDuration> ImportDeployment::learned() const
{
    const JobRecord record = m_job.record();
    const std::optional<std::chrono::seconds> took = m_job.watchedStep(m_seenBefore);
    if (record.step != JobStep::ServerWorking || !took) {
        return std::nullopt;
    }
    return LearnedDuration{placeKey(record.connectionId(), record.environment(), record.database()),
                           LearnedDuration::Kind::ServerImport, m_job.now(), *took, record.size};
}

// Completing and taking back

void ImportDeployment::sendWish()
{
    const JobRecord record = m_job.record();
    m_wishRefused.reset();
    const bool completes = record.step == JobStep::Completing;
    const DeploymentReset how{.complete = record.serverStatus.contains("reset"_L1, Qt::CaseInsensitive)};
    run(m_job.parts().providers.call<DeploymentStatus>(
            record.connectionId(),
            [id = record.serverId, completes, how](Provider& provider, QObject* owner) {
                return completes ? provider.completeDeployment(id, owner) : provider.resetDeployment(id, how, owner);
            },
            this),
        &ImportDeployment::wished);
}

/// Whatever became of the wish: the next look at the deployment tells the truth.
void ImportDeployment::wished(const Result<DeploymentStatus>& answer)
{
    m_wishing = false;
    if (!watches(m_job.step())) {
        return; // not watched any more
    }
    if (answer) {
        take(*answer);
        if (awaitsAPerson(answer->phase)) {
            m_job.planPoll(); // taken, and not begun yet
        } else {
            heard(*answer);
        }
        return;
    }
    m_wishRefused = answer.error();
    m_job.note(describe(answer.error()));
    if (isAboutCredentials(answer.error().code)) {
        m_job.waitFor(WaitReason::Credentials, answer.error());
        return;
    }
    poll();
}

} // namespace longshore

#include "moc_importdeployment.cpp"
