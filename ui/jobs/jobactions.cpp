#include "ui/jobs/jobactions.h"

#include "app/jobs/jobs.h"
#include "app/services.h"
#include "app/settings/settings.h"
#include "ui/common/filemanager.h"
#include "ui/common/formatting.h"
#include "ui/common/prompts.h"
#include "ui/common/words.h"
#include "ui/exports/exportplan.h"
#include "ui/jobs/jobstate.h"

#include <QCoreApplication>
#include <QWidget>
#include <algorithm>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

constexpr double BytesPerMegabyte = 1'000'000;

/// The row of a verb where it means another thing for an import.
constexpr JobVerb ofImport(JobVerb verb)
{
    return static_cast<JobVerb>(-100 - static_cast<int>(verb));
}

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

    // The same verb, where it means another thing.
    static constexpr auto HoldBack = static_cast<JobVerb>(-1);
    static constexpr auto LetBegin = static_cast<JobVerb>(-2);
    static constexpr auto HoldUploadBack = static_cast<JobVerb>(-3);
    static constexpr auto LetUploadBegin = static_cast<JobVerb>(-4);
    [[nodiscard]] static JobVerb meant(JobVerb verb, const JobRecord& record)
    {
        const bool isImport = record.import.has_value();
        if (!isTransfer(record.step) && hasTransferAhead(record)) {
            if (verb == JobVerb::Pause) {
                return isImport ? HoldUploadBack : HoldBack;
            }
            if (verb == JobVerb::Resume) {
                return isImport ? LetUploadBegin : LetBegin;
            }
        }
        const bool differs = isImport && std::ranges::find(rows, ofImport(verb), &Row::verb) != std::end(rows);
        return differs ? ofImport(verb) : verb;
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
        //: What can be done with a job: its share of the connections
        {JobVerb::SetPriority, QT_TR_NOOP("Priority"),
         QT_TR_NOOP("Its share of the connections while other transfers run."), "speed"_L1},
        //: What can be done with a job
        {JobVerb::SetLimit, QT_TR_NOOP("Speed limit"),
         QT_TR_NOOP("As fast as this transfer alone may be."), "speed"_L1},
        //: What can be done with a job whose download has not begun: pause it then
        {HoldBack, QT_TR_NOOP("Hold the download back"),
         QT_TR_NOOP("The server goes on; the download then waits for you."), "pause"_L1},
        //: What can be done with a job whose download would wait for the person
        {LetBegin, QT_TR_NOOP("Let the download begin"),
         QT_TR_NOOP("It begins as soon as the server has the file."), "resume"_L1},
        {HoldUploadBack, QT_TR_NOOP("Hold the upload back"),
         QT_TR_NOOP("Check and backup go on; the upload then waits for you."), "pause"_L1},
        {LetUploadBegin, QT_TR_NOOP("Let the upload begin"),
         QT_TR_NOOP("It begins as soon as the backup is verified."), "resume"_L1},
        //: What can be done with an import: the server goes on
        {ofImport(JobVerb::StopWatching), QT_TR_NOOP("Stop watching"),
         QT_TR_NOOP("The server goes on with the import; we no longer ask about it."), "stop"_L1},
        {ofImport(JobVerb::WatchAgain), QT_TR_NOOP("Watch again"),
         QT_TR_NOOP("Asks about the import again until it has ended."), "resume"_L1},
        //: What can be done with an import that has not reached the target
        {ofImport(JobVerb::CancelTransfer), QT_TR_NOOP("Cancel import"),
         QT_TR_NOOP("Ends it here. The target was not touched, and a backup that was made stays."), "stop"_L1},
        {ofImport(JobVerb::Pause), QT_TR_NOOP("Pause"),
         QT_TR_NOOP("The service keeps what it has for a week."), "pause"_L1},
        {ofImport(JobVerb::Resume), QT_TR_NOOP("Resume"),
         QT_TR_NOOP("Sends only what is missing."), "resume"_L1},
        {ofImport(JobVerb::Look), QT_TR_NOOP("Look at the server"),
         QT_TR_NOOP("Searches its list of deployments for this package and target."), "search"_L1},
        //: What can be done with an import whose outcome is unknown: take the id of a deployment that exists
        {ofImport(JobVerb::Adopt), QT_TR_NOOP("Adopt a deployment…"),
         QT_TR_NOOP("Takes the id of a deployment that is running or finished."), "add"_L1},
        {ofImport(JobVerb::DismissFinished), QT_TR_NOOP("Remove from list"),
         QT_TR_NOOP("The file and the backup stay in the library."), "close"_L1},
        //: What can be done with a deployment that waits for a person: make it live
        {JobVerb::Complete, QT_TR_NOOP("Complete"),
         QT_TR_NOOP("Makes the new database live."), "check"_L1},
        //: What can be done with a deployment that waits for a person: take it back
        {JobVerb::Reset, QT_TR_NOOP("Reset…"),
         QT_TR_NOOP("Takes the deployment back; the environment stays as it was."), "retry"_L1},
        //: What can be done with an import: import the backup that was made before it
        {JobVerb::Undo, QT_TR_NOOP("Undo import…"),
         QT_TR_NOOP("Prepares the import of the backup, page by page. Nothing starts yet."), "retry"_L1},
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

QString verbTextFor(JobVerb verb, const JobRecord& record)
{
    return verbText(Verbs::meant(verb, record));
}

QString verbHintFor(JobVerb verb, const JobRecord& record)
{
    return verbHint(Verbs::meant(verb, record));
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
    if (!record || !allows(*record, verb)) {
        return;
    }
    switch (verb) {
    case JobVerb::Adopt:
        askForId(*record);
        return;
    case JobVerb::Forget:
        askToForget(*record);
        return;
    case JobVerb::RunAgain:
        runAgain(*record);
        return;
    case JobVerb::Undo:
        Q_EMIT undoRequested(jobId);
        return;
    case JobVerb::Reset:
        askToReset(*record);
        return;
    case JobVerb::ShowFile:
        revealInFileManager(record->path, this);
        return;
    default:
        m_services.jobs().act(jobId, verb);
        return;
    }
}

void JobActions::askForId(const JobRecord& record)
{
    Question question{.heading = tr("Adopt an export"),
                      .text = tr("The portal and the vendor’s tools show the id of an export."),
                      //: Button: take over the export with the typed id
                      .acceptText = tr("Adopt"),
                      .rejectText = {}};
    QString label = tr("Id of the export:");
    if (record.import && record.database() == Database::MySql) {
        question.heading = tr("Adopt an import");
        question.text = tr("The vendor’s tools show the id of an import, a promotion or a restore.");
        label = tr("Id at the service:");
    } else if (record.import) {
        question.heading = tr("Adopt a deployment");
        question.text = tr("The portal and the vendor’s tools show the id of a deployment.");
        label = tr("Id of the deployment:");
    }
    m_prompts->askText(question, label, m_window, this, [this, id = record.id](const QString& text) {
        if (!text.trimmed().isEmpty()) {
            m_services.jobs().act(id, JobVerb::Adopt, text.trimmed());
        }
    });
}

void JobActions::askToForget(const JobRecord& record)
{
    //: %1 is the title of a job
    const Question question{
        .heading = tr("Forget “%1”?").arg(jobTitle(record)),
        .text = record.import ? tr("The job is dropped here. If the server started the import, it goes on with it, and "
                                   "you are not told how it ends.")
                              : tr("The job is dropped here. If the server made the export, it keeps it until its "
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

void JobActions::askToReset(const JobRecord& record)
{
    const QString place = placeText(record.connectionName, record.environment());
    //: %1 is a place ("Contoso / Integration")
    const Question question{.heading = tr("Take the import into %1 back?").arg(place),
                            .text = tr("The service throws the new database away; the environment stays as it was. "
                                       "To import again, the file is deployed anew."),
                            //: Button: takes a deployment back. %1 is a place
                            .acceptText = tr("Reset %1").arg(place),
                            .rejectText = {},
                            .destructive = true};
    m_prompts->ask(question, m_window, this, [this, id = record.id](bool accepted) {
        if (accepted) {
            m_services.jobs().act(id, JobVerb::Reset);
        }
    });
}

void JobActions::setPriority(const QString& jobId, Priority priority)
{
    m_services.jobs().act(jobId, JobVerb::SetPriority, priorityName(priority));
}

void JobActions::setLimit(const QString& jobId, qint64 bytesPerSecond)
{
    m_services.jobs().act(jobId, JobVerb::SetLimit, QString::number(bytesPerSecond));
}

void JobActions::askLimit(const QString& jobId)
{
    const std::optional<JobRecord> record = m_services.jobs().record(jobId);
    if (!record || !allows(*record, JobVerb::SetLimit)) {
        return;
    }
    const Question question{.heading = tr("Limit of this transfer"),
                            //: %1 is the title of a job
                            .text = tr("Speed of “%1” in MB/s (0: no limit):").arg(jobTitle(*record)),
                            .acceptText = tr("Set limit"),
                            .rejectText = {}};
    askLimit(question, record->bytesPerSecondLimit, [this, jobId](qint64 limit) { setLimit(jobId, limit); });
}

void JobActions::askLimitOfAll()
{
    const Question question{.heading = tr("Limit of all transfers"),
                            .text = tr("Speed of all transfers together in MB/s (0: no limit):"),
                            .acceptText = tr("Set limit"),
                            .rejectText = {}};
    askLimit(question, m_services.settings().value().bytesPerSecondLimit,
             [this](qint64 limit) { setLimitOfAll(limit); });
}

void JobActions::askLimit(const Question& question, qint64 now, std::function<void(qint64)> set)
{
    m_prompts->askNumber(question, {.value = static_cast<double>(now) / BytesPerMegabyte, .highest = 10'000}, m_window,
                         this,
                         [set = std::move(set)](double megabytes) { set(qRound64(megabytes * BytesPerMegabyte)); });
}

void JobActions::setLimitOfAll(qint64 bytesPerSecond)
{
    Settings settings = m_services.settings().value();
    settings.bytesPerSecondLimit = bytesPerSecond;
    m_services.settings().update(settings);
    Q_EMIT said(bytesPerSecond == 0 ? tr("Transfers have no speed limit.")
                                    //: %1 is a speed
                                    : tr("All transfers together take at most %1.").arg(formatLimit(bytesPerSecond)));
}

int JobActions::countAllowed(JobVerb verb) const
{
    const QList<JobRecord> records = m_services.jobs().records();
    return static_cast<int>(std::count_if(records.begin(), records.end(),
                                          [verb](const JobRecord& record) { return allows(record, verb); }));
}

void JobActions::pauseAll()
{
    const int count = countAllowed(JobVerb::Pause);
    m_services.jobs().pauseAll();
    Q_EMIT said(count == 0 ? tr("There is no transfer to pause.") : tr("%n transfer(s) paused.", nullptr, count));
}

void JobActions::resumeAll()
{
    const int count = countAllowed(JobVerb::Resume);
    m_services.jobs().resumeAll();
    Q_EMIT said(count == 0 ? tr("No transfer is paused.") : tr("%n transfer(s) resumed.", nullptr, count));
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
