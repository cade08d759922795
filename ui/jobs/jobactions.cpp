#include "ui/jobs/jobactions.h"

#include "app/jobs/jobs.h"
#include "app/services.h"
#include "ui/common/filemanager.h"
#include "ui/common/prompts.h"
#include "ui/exports/exportplan.h"
#include "ui/jobs/jobstate.h"

#include <QCoreApplication>
#include <QWidget>
#include <algorithm>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

/// What stands on a verb, what it does and what it leaves alone, and its picture: one row each.
class Verbs
{
    Q_DECLARE_TR_FUNCTIONS(longshore::JobVerbs)

public:
    struct Row
    {
        JobVerb verb;
        const char* text;
        const char* hint;
        QLatin1StringView icon;
    };

    [[nodiscard]] static const Row& of(JobVerb verb)
    {
        const auto* row = std::ranges::find(rows, verb, &Row::verb);
        Q_ASSERT(row != std::end(rows));
        return *row;
    }

private:
    // clang-format off
    static constexpr Row rows[] = {
        //: What can be done with a job: nothing was sent yet, nothing will be
        {JobVerb::RemoveFromQueue, QT_TR_NOOP("Remove from queue"),
         QT_TR_NOOP("Nothing was sent for it yet, and nothing will be."), "close"_L1},
        //: What can be done with a job: the server goes on
        {JobVerb::StopWatching, QT_TR_NOOP("Stop watching"),
         QT_TR_NOOP("The server goes on with the export; we no longer ask about it."), "stop"_L1},
        {JobVerb::WatchAgain, QT_TR_NOOP("Watch again"),
         QT_TR_NOOP("Asks about the export again and downloads it when it is ready."), "resume"_L1},
        //: What can be done with a job: ask the server now
        {JobVerb::CheckNow, QT_TR_NOOP("Check now"),
         QT_TR_NOOP("Asks the server now instead of waiting for the next check."), "refresh"_L1},
        //: What can be done with a job
        {JobVerb::Pause, QT_TR_NOOP("Pause"),
         QT_TR_NOOP("The bytes that are here are kept."), "pause"_L1},
        //: What can be done with a job
        {JobVerb::Resume, QT_TR_NOOP("Resume"),
         QT_TR_NOOP("Goes on at the same byte."), "resume"_L1},
        {JobVerb::CancelTransfer, QT_TR_NOOP("Cancel transfer"),
         QT_TR_NOOP("Ends the download here; the file on the server stays until its time is over."), "stop"_L1},
        //: What can be done with a job whose outcome is unknown
        {JobVerb::Look, QT_TR_NOOP("Look at the server"),
         QT_TR_NOOP("Finds out, where it can, whether the export was started."), "search"_L1},
        //: What can be done with a job whose outcome is unknown: take the id of an export that exists
        {JobVerb::Adopt, QT_TR_NOOP("Adopt an export…"),
         QT_TR_NOOP("Takes the id of an export that is running or finished."), "add"_L1},
        //: What can be done with a job
        {JobVerb::Forget, QT_TR_NOOP("Forget"),
         QT_TR_NOOP("Drops the job here and changes nothing on the server."), "close"_L1},
        //: What can be done with a job
        {JobVerb::Retry, QT_TR_NOOP("Retry"),
         QT_TR_NOOP("Goes on from the step that failed."), "retry"_L1},
        //: What can be done with a job: the same export once more
        {JobVerb::RunAgain, QT_TR_NOOP("Run again"),
         QT_TR_NOOP("Starts the same export once more."), "retry"_L1},
        //: What can be done with a job
        {JobVerb::ShowFile, QT_TR_NOOP("Show file"),
         QT_TR_NOOP("Opens the folder of the file."), "folder"_L1},
        //: What can be done with a finished job; its file stays
        {JobVerb::DismissFinished, QT_TR_NOOP("Remove from list"),
         QT_TR_NOOP("The file and its place in the library stay."), "close"_L1},
    };
    // clang-format on
};

} // namespace

QString verbText(JobVerb verb)
{
    return Verbs::tr(Verbs::of(verb).text);
}

QString verbHint(JobVerb verb)
{
    return Verbs::tr(Verbs::of(verb).hint);
}

QString verbIcon(JobVerb verb)
{
    return Verbs::of(verb).icon;
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
