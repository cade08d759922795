#include "app/jobs/importjob.h"

#include "app/jobs/importcheck.h"
#include "app/jobs/jobpolicy.h"
#include "app/transfers/knownhashes.h"

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

/// For a job's log.
QString findingLine(const Finding& finding)
{
    return QStringList{findingName(finding.kind), finding.subject, finding.place, finding.detail}
        .join(u' ')
        .simplified();
}

} // namespace

ImportJob::ImportJob(EngineParts parts, const QString& id, QObject* parent)
    : EngineJob(parent),
      m_job(parts, id, this),
      m_fetch(m_job, this),
      m_backup(m_job, this),
      m_preparation(m_job, this),
      m_upload(m_job, this),
      m_deployment(m_job, this)
{
    // Queued: whoever moved the job finishes its own sentence first.
    connect(&m_job, &JobHandle::moved, this, &ImportJob::enter, Qt::QueuedConnection);
    connect(&m_job, &JobHandle::credentialsNeeded, this, &ImportJob::credentialsNeeded);
    connect(&m_upload, &ImportUpload::uploaded, this, &ImportJob::upload, Qt::QueuedConnection);
    connect(&m_upload, &ImportUpload::idle, this, &ImportJob::moved);
    connect(&m_preparation, &ImportPreparation::idle, this, &ImportJob::moved);
    connect(&m_deployment, &ImportDeployment::idle, this, &ImportJob::moved);
}

void ImportJob::restart()
{
    m_restarted = true;
    const JobStep before = m_job.step();
    m_job.move(ImportEvent::Restarted, [this, before](JobRecord& record) {
        const bool held = record.paused && record.step == JobStep::Uploading;
        record.waiting = held ? WaitReason::Paused : WaitReason::None;
        if (record.step == JobStep::Unknown) {
            record.error = Error{.code = Error::Code::OutcomeUnknown};
            record.nextCheckAt = m_job.now(); // it looks by itself
        }
        if (before == JobStep::Asking) {
            addLogLine(record, m_job.now(),
                       u"the program ended while it asked for the deployment: it may or may not have been started"_s);
        }
    });
}

void ImportJob::enter()
{
    const bool atOnce = std::exchange(m_restarted, false);
    switch (m_job.step()) {
    case JobStep::Fetching:
        m_fetch.enter();
        break;
    case JobStep::Checking:
        check();
        break;
    case JobStep::BackingUp:
        m_backup.enter();
        break;
    case JobStep::Preparing:
        m_preparation.enter();
        break;
    case JobStep::Uploading:
    case JobStep::Starting:
        // After NotNow its time has not come yet.
        if (!m_job.record().nextCheckAt.isValid()) {
            upload();
        }
        break;
    case JobStep::Unknown:
        m_deployment.lookAgain();
        break;
    case JobStep::ServerWorking:
    case JobStep::AwaitingVerification:
    case JobStep::Completing:
    case JobStep::Resetting:
        m_preparation.discard();
        m_deployment.watch(atOnce);
        break;
    case JobStep::Done:
    case JobStep::Failed:
    case JobStep::Cancelled:
    case JobStep::Forgotten:
        m_preparation.discard();
        break;
    default:
        break;
    }
    Q_EMIT moved();
}

QString ImportJob::turn() const
{
    const std::optional<Connection> connection = m_job.connection();
    const JobRecord record = m_job.record();
    return (connection ? slotKey(*connection) : record.connectionId()) + u" import "_s + record.environment().toLower();
}

bool ImportJob::wantsTurn() const
{
    return m_job.step() == JobStep::Queued;
}

bool ImportJob::holdsTurn() const
{
    return holdsTarget(m_job.step());
}

void ImportJob::waitForTurn(const QString& holder)
{
    m_job.waitFor(WaitReason::Slot, holder);
}

/// What may not be imported into is asked again: the person may have raised the tier since.
void ImportJob::takeTurn()
{
    const std::optional<Connection> connection = m_job.connection();
    const JobRecord before = m_job.record();
    const QString& environment = before.environment();
    const ImportBar bar =
        connection ? importBar(*connection, environment, before.import->way) : ImportBar::UnknownEnvironment;
    if (bar == ImportBar::None) {
        m_job.move(ImportEvent::TurnCame);
        return;
    }
    m_job.move(ImportEvent::Refused, [this, bar, &environment](JobRecord& record) {
        record.error = Error{.code = Error::Code::GuardRefused,
                             .subject = targetPhrase(record.connectionName, environment),
                             .detail = importBarName(bar)};
        addLogLine(record, m_job.now(), describe(*record.error));
    });
}

void ImportJob::wake()
{
    switch (m_job.step()) {
    case JobStep::Queued:
        m_job.waitFor(WaitReason::None);
        Q_EMIT moved();
        break;
    case JobStep::Fetching:
        m_fetch.enter();
        break;
    case JobStep::Checking:
        check();
        break;
    case JobStep::BackingUp:
        m_backup.enter();
        break;
    case JobStep::Preparing:
        m_preparation.enter();
        break;
    case JobStep::Uploading:
    case JobStep::Starting:
        m_job.waitFor(WaitReason::None);
        upload();
        break;
    case JobStep::Unknown:
        m_deployment.look();
        break;
    default:
        m_deployment.poll();
        break;
    }
}

void ImportJob::setOnline(bool online)
{
    if (online) {
        if (m_job.record().waiting == WaitReason::Network) {
            wake();
        }
        return;
    }
    if (m_job.canReachService()) {
        return;
    }
    switch (m_job.step()) {
    case JobStep::Uploading:
        if (m_upload.isBusy()) {
            m_upload.halt();
        } else if (!m_job.record().paused) {
            m_job.waitFor(WaitReason::Network);
        }
        break;
    case JobStep::Starting:
    case JobStep::Unknown:
    case JobStep::ServerWorking:
    case JobStep::AwaitingVerification:
    case JobStep::Completing:
    case JobStep::Resetting:
        m_job.waitFor(WaitReason::Network);
        break;
    default:
        break; // the backup is told by itself
    }
}

bool ImportJob::isOver() const
{
    return isFinal(m_job.step()) && m_check == nullptr && !m_preparation.isBusy() && !m_upload.isBusy()
           && !m_deployment.isBusy();
}

// The file

void ImportJob::check()
{
    if (m_check != nullptr) {
        return;
    }
    auto* task = new BackgroundTask<GoodSource>(
        [request = *m_job.record().import](const CancelFlag& cancel) { return checkSource(request, cancel); }, this);
    m_check = task;
    connect(task, &Task::finished, this, [this, task] {
        m_check = nullptr;
        const Result<GoodSource>& source = task->result();
        if (m_job.step() != JobStep::Checking) {
            Q_EMIT moved(); // cancelled meanwhile
        } else if (!source && source.error().code == Error::Code::Cancelled) {
            check(); // and wanted again before it had stopped
        } else {
            checked(source);
        }
    });
    task->start();
}

void ImportJob::checked(const Result<GoodSource>& source)
{
    if (!source) {
        refuseFile(source.error());
        return;
    }
    QList<Finding> warnings;
    if (m_job.record().import->source) {
        const QList<Finding> findings = copyFindings(m_job, *source);
        warnings = warningsOf(findings);
        if (const std::optional<Error> refusal = refusalOfCopy(m_job, *source, findings)) {
            refuseFile(*refusal);
            return;
        }
    }
    if (source->identity) {
        rememberHash(m_job.parts().context.storage, source->file.path, *source->identity,
                     QByteArray::fromHex(source->file.sha256.toLatin1()));
    }
    if (const std::optional<Connection> to = m_job.connection(); to && m_job.record().database() == Database::MySql) {
        const QString folder = m_job.parts().context.workFolder;
        m_job.change([&](JobRecord& record) {
            record.import->file = source->file;
            planSending(record, *to, source->packing, folder);
        });
    }
    m_job.move(ImportEvent::FileGood, [this, &source, &warnings](JobRecord& record) {
        record.import->file = source->file;
        record.size = source->file.size;
        record.sha256 = source->file.sha256;
        addLogLine(record, m_job.now(), u"the file is the one that was checked"_s);
        for (const Finding& warning : warnings) {
            addLogLine(record, m_job.now(), u"goes on in spite of: "_s + findingLine(warning));
        }
    });
}

void ImportJob::refuseFile(const Error& why)
{
    m_job.move(ImportEvent::FileRefused, [this, &why](JobRecord& record) {
        record.error = why;
        addLogLine(record, m_job.now(), u"the file is refused: "_s + describe(why));
    });
}

// The package

void ImportJob::upload()
{
    const JobRecord record = m_job.record();
    if (record.step == JobStep::Starting) {
        m_deployment.ask(); // nothing is to be uploaded
        return;
    }
    if (record.step != JobStep::Uploading) {
        return;
    }
    if (!record.uploaded) {
        m_upload.enter();
    } else if (record.paused) {
        m_job.waitFor(WaitReason::Paused);
    } else {
        m_deployment.ask();
    }
}

} // namespace longshore

#include "moc_importjob.cpp"
