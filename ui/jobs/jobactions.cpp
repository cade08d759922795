#include "ui/jobs/jobactions.h"

#include "app/jobs/jobs.h"
#include "app/services.h"
#include "ui/common/filemanager.h"
#include "ui/common/prompts.h"
#include "ui/exports/exportplan.h"
#include "ui/jobs/jobstate.h"

#include <QCoreApplication>
#include <QWidget>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

struct Verbs
{
    Q_DECLARE_TR_FUNCTIONS(longshore::JobVerbs)
};

} // namespace

QString verbText(JobVerb verb)
{
    switch (verb) {
    //: What can be done with a job: nothing was sent yet, nothing will be
    case JobVerb::RemoveFromQueue:
        return Verbs::tr("Remove from queue");
    //: What can be done with a job: the server goes on
    case JobVerb::StopWatching:
        return Verbs::tr("Stop watching");
    case JobVerb::WatchAgain:
        return Verbs::tr("Watch again");
    //: What can be done with a job: ask the server now
    case JobVerb::CheckNow:
        return Verbs::tr("Check now");
    //: What can be done with a job
    case JobVerb::Pause:
        return Verbs::tr("Pause");
    //: What can be done with a job
    case JobVerb::Resume:
        return Verbs::tr("Resume");
    case JobVerb::CancelTransfer:
        return Verbs::tr("Cancel transfer");
    //: What can be done with a job whose outcome is unknown
    case JobVerb::Look:
        return Verbs::tr("Look at the server");
    //: What can be done with a job whose outcome is unknown: take the id of an export that exists
    case JobVerb::Adopt:
        return Verbs::tr("Adopt an export…");
    //: What can be done with a job
    case JobVerb::Forget:
        return Verbs::tr("Forget");
    //: What can be done with a job
    case JobVerb::Retry:
        return Verbs::tr("Retry");
    //: What can be done with a job: the same export once more
    case JobVerb::RunAgain:
        return Verbs::tr("Run again");
    //: What can be done with a job
    case JobVerb::ShowFile:
        return Verbs::tr("Show file");
    case JobVerb::DismissFinished:
        break;
    }
    //: What can be done with a finished job; its file stays
    return Verbs::tr("Remove from list");
}

QString verbHint(JobVerb verb)
{
    switch (verb) {
    case JobVerb::RemoveFromQueue:
        return Verbs::tr("Nothing was sent for it yet, and nothing will be.");
    case JobVerb::StopWatching:
        return Verbs::tr("The server goes on with the export; we no longer ask about it.");
    case JobVerb::WatchAgain:
        return Verbs::tr("Asks about the export again and downloads it when it is ready.");
    case JobVerb::CheckNow:
        return Verbs::tr("Asks the server now instead of waiting for the next check.");
    case JobVerb::Pause:
        return Verbs::tr("The bytes that are here are kept.");
    case JobVerb::Resume:
        return Verbs::tr("Goes on at the same byte.");
    case JobVerb::CancelTransfer:
        return Verbs::tr("Ends the download here; the file on the server stays until its time is over.");
    case JobVerb::Look:
        return Verbs::tr("Finds out, where it can, whether the export was started.");
    case JobVerb::Adopt:
        return Verbs::tr("Takes the id of an export that is running or finished.");
    case JobVerb::Forget:
        return Verbs::tr("Drops the job here and changes nothing on the server.");
    case JobVerb::Retry:
        return Verbs::tr("Goes on from the step that failed.");
    case JobVerb::RunAgain:
        return Verbs::tr("Starts the same export once more.");
    case JobVerb::ShowFile:
        return Verbs::tr("Opens the folder of the file.");
    case JobVerb::DismissFinished:
        break;
    }
    return Verbs::tr("The file and its place in the library stay.");
}

QString verbIcon(JobVerb verb)
{
    switch (verb) {
    case JobVerb::RemoveFromQueue:
    case JobVerb::DismissFinished:
    case JobVerb::Forget:
        return u"close"_s;
    case JobVerb::StopWatching:
    case JobVerb::CancelTransfer:
        return u"stop"_s;
    case JobVerb::Pause:
        return u"pause"_s;
    case JobVerb::Resume:
    case JobVerb::WatchAgain:
        return u"resume"_s;
    case JobVerb::Look:
        return u"search"_s;
    case JobVerb::Adopt:
        return u"add"_s;
    case JobVerb::Retry:
    case JobVerb::RunAgain:
        return u"retry"_s;
    case JobVerb::ShowFile:
        return u"folder"_s;
    case JobVerb::CheckNow:
        break;
    }
    return u"refresh"_s;
}

JobActions::JobActions(Services& services, QWidget* window)
    : QObject(window),
      m_services(services),
      m_window(window),
      m_dialogs(std::make_unique<DialogPrompts>()),
      m_prompts(m_dialogs.get())
{ }

JobActions::~JobActions() = default;

void JobActions::run(const QString& jobId, JobVerb verb)
{
    const std::optional<JobRecord> record = m_services.jobs().record(jobId);
    if (!record || !verbsFor(*record).contains(verb)) {
        return;
    }
    switch (verb) {
    case JobVerb::Adopt:
        askForId(jobId);
        return;
    case JobVerb::Forget:
        askToForget(*record);
        return;
    case JobVerb::RunAgain:
        runAgain(*record);
        return;
    case JobVerb::ShowFile:
        revealInFileManager(record->path, this);
        return;
    default:
        m_services.jobs().act(jobId, verb);
        return;
    }
}

void JobActions::askForId(const QString& jobId)
{
    const Question question{.heading = tr("Adopt an export"),
                            .text = tr("The portal and the vendor’s tools show the id of an export."),
                            //: Button: take over the export with the typed id
                            .acceptText = tr("Adopt"),
                            .rejectText = {}};
    m_prompts->askText(question, tr("Id of the export:"), m_window, this, [this, jobId](const QString& text) {
        if (!text.trimmed().isEmpty()) {
            m_services.jobs().act(jobId, JobVerb::Adopt, text.trimmed());
        }
    });
}

void JobActions::askToForget(const JobRecord& record)
{
    //: %1 is the title of a job
    const Question question{.heading = tr("Forget “%1”?").arg(jobTitle(record)),
                            .text = tr("The job is dropped here. If the server made the export, it keeps it until its "
                                       "time is over, but nothing is downloaded."),
                            .acceptText = tr("Forget the job"),
                            .rejectText = {},
                            .destructive = true};
    m_prompts->ask(question, m_window, this, [this, id = record.id](bool accepted) {
        if (accepted) {
            m_services.jobs().act(id, JobVerb::Forget);
        }
    });
}

void JobActions::runAgain(const JobRecord& record)
{
    ResultTask<QString>* task = m_services.jobs().start(repeatRequest(record), this);
    connect(task, &Task::finished, this, [this, task] {
        if (task->result()) {
            Q_EMIT started(*task->result());
        } else {
            Q_EMIT failed(task->result().error());
        }
    });
    task->start();
}

} // namespace longshore
