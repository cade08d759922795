#include "ui/jobs/joberror.h"

#include "app/domain/statementfailure.h"
#include "ui/common/words.h"
#include "ui/jobs/importjobtext.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

using Code = Error::Code;

/// What happened and the next step; what is safe is the job's to say.
struct Words
{
    QString what;
    QString next;
};

/// The translation context of these sentences.
class Text
{
    Q_DECLARE_TR_FUNCTIONS(longshore::JobError)

public:
    static Words ofService(const JobRecord& record);
    static Words ofFile(const JobRecord& record);
    static Words ofSite(const JobRecord& record);
    static QString damagedDump(const Error& error)
    {
        //: %1 is a place in a file: "line 1414, byte 99213"
        return error.subject.isEmpty() ? tr("The dump is not whole.")
                                       : tr("The dump is not whole: %1.").arg(error.subject);
    }
    static Words ofStatement(const StatementFailure& failure);
    static DetailNotice unknown(const JobRecord& record);
    static DetailNotice unknownOfSite(const JobRecord& record);
    static DetailNotice unwatched(const JobRecord& record);
    static DetailNotice verification(const JobRecord& record);

private:
    static QString place(const JobRecord& record) { return placeText(record.connectionName, record.environment()); }
};

Words Text::ofService(const JobRecord& record)
{
    switch (record.error->code) {
    case Code::ServerBusy:
        //: %1 is a place
        return {tr("Another deployment to %1 is running.").arg(place(record)),
                tr("Retry; it waits for its turn and starts by itself.")};
    case Code::ServerJobFailed:
        return {tr("The service says that the import failed."),
                tr("Read the server’s words below. Import again, or undo with the backup if the site misbehaves.")};
    case Code::ServerRefused:
        return {tr("The service refused the import."), tr("Read its words under Details, then retry.")};
    case Code::OutcomeUnknown:
        return {tr("We started the deployment and did not hear back."),
                tr("Look at the server first; a second start could import twice.")};
    case Code::NotFound:
    case Code::RetentionEnded:
        return {tr("The service does not know this deployment any more."),
                tr("Look in the portal whether the import is there, then forget the job.")};
    case Code::LeaseHeld:
        return {tr("That package name is already linked to a deployment."),
                tr("Retry; the next version of the name is used.")};
    case Code::LinkExpired:
        return {tr("The upload link has ended."), tr("Retry with a fresh link; only what is missing is sent.")};
    case Code::LinkRefused:
        return {tr("The package store refuses this link."),
                tr("Retry with a fresh link; send the job’s report to support if it is refused again.")};
    case Code::FetchFailed:
        return {tr("The export of the source failed, so the copy stopped."),
                tr("See why at the export’s own job, then retry the copy.")};
    case Code::GuardRefused:
        if (record.import->source && record.error->detail == "warningsNotAccepted"_L1) {
            return {tr("The check of the copy’s file warns, and nobody accepted that."),
                    tr("The file is in your library: import it from there and see the warnings, or copy again and let "
                       "it go on.")};
        }
        return {tr("The safety rules do not allow this import any more."),
                tr("Open the import again from the file; it asks for what is missing.")};
    default:
        return {};
    }
}

/// Where the dump stopped, as exactly as the server said it.
Words Text::ofStatement(const StatementFailure& failure)
{
    const QString next = tr("Mend the dump at that place and import it again, or undo with the backup.");
    const QString line = QLocale().toString(failure.line);
    if (failure.line > 0 && !failure.table.isEmpty()) {
        //: %1 is a number, %2 the name of a table
        return {tr("The dump stopped at line %1, in the table %2.").arg(line, failure.table), next};
    }
    if (failure.line > 0) {
        //: %1 is a number
        return {tr("The dump stopped at line %1.").arg(line), next};
    }
    if (!failure.table.isEmpty()) {
        //: %1 is the name of a table
        return {tr("The dump stopped in the table %1.").arg(failure.table), next};
    }
    return {tr("The server could not carry out the whole dump."),
            tr("Read the server’s words below; mend the dump, or undo with the backup.")};
}

/// What is called otherwise where a site imports dumps.
Words Text::ofSite(const JobRecord& record)
{
    switch (record.error->code) {
    case Code::ServerBusy:
        //: %1 is a place
        return {tr("Another import into %1 is running.").arg(place(record)),
                tr("Retry; it waits for its turn and starts by itself.")};
    case Code::ServerJobFailed:
        return ofStatement(statementFailure(record));
    case Code::OutcomeUnknown:
        return {tr("We started the import and did not hear back."),
                tr("Look at the site first; a second start would carry out the dump twice.")};
    case Code::NotFound:
    case Code::RetentionEnded:
    case Code::SessionLost:
        return {tr("The service does not know this import any more."),
                tr("Look at the site whether the import is there; then retry, or forget the job.")};
    case Code::LinkRefused:
        return {tr("The service’s storage refuses this link."),
                tr("Retry with a fresh link; send the job’s report to support if it is refused again.")};
    case Code::FormatInvalid:
        //: %1 is the name of a file
        return {tr("%1 is not a whole SQL dump.").arg(QFileInfo(record.import->file.path).fileName()),
                tr("Use another copy of the file.")};
    default:
        return {};
    }
}

Words Text::ofFile(const JobRecord& record)
{
    const QString name = QFileInfo(record.import->file.path).fileName();
    switch (record.error->code) {
    case Code::SourceChanged:
    case Code::ObjectChanged:
    case Code::SizeMismatch:
    case Code::HashMismatch:
        //: %1 is the name of a file
        return {tr("%1 is not the file any more that was checked.").arg(name),
                tr("Import it again, so that the new contents are checked first.")};
    case Code::FileAccess:
        //: %1 is the name of a file
        return {tr("%1 cannot be read any more.").arg(name), tr("Put it back where it was, then retry.")};
    case Code::FormatInvalid:
        //: %1 is the name of a file
        return {tr("%1 is not a complete database package.").arg(name), tr("Use another copy of the file.")};
    default:
        return {};
    }
}

DetailNotice Text::unknown(const JobRecord& record)
{
    DetailNotice notice{.tone = Tone::Caution,
                        .headline = tr("We asked for the export and did not hear back."),
                        .text = tr("It may or may not run on the server, so nothing is asked a second time. Look at "
                                   "the server first; adopt the export if you know its id; forget the job if it does "
                                   "not matter."),
                        .details = record.error ? errorText(*record.error).details : QString()};
    if (record.import) {
        notice.headline = tr("We started the deployment and did not hear back.");
        notice.text = tr("It may or may not run, so it is not started a second time. Look at the server: it lists its "
                         "deployments. Adopt the deployment if you know its id.");
    }
    return notice;
}

DetailNotice Text::unknownOfSite(const JobRecord& record)
{
    const QList<JobVerb> verbs = verbsFor(record);
    return {.tone = Tone::Caution,
            .headline = tr("We started the import and did not hear back."),
            .text = verbs.contains(JobVerb::Look)
                        ? tr("It may or may not run, so it is not started a second time. Look at the server: it tells "
                             "what became of it.")
                        : tr("It may or may not have run, and the service keeps no list to look in. Look at the site: "
                             "retry if nothing changed there, forget the job if it was imported."),
            .details = record.error ? errorText(*record.error).details : QString()};
}

DetailNotice Text::unwatched(const JobRecord& record)
{
    return record.import
               ? DetailNotice{.tone = Tone::Active,
                              .headline = tr("The server goes on with this import; we no longer ask about it."),
                              .text = tr("Watch again to learn how it ends."),
                              .details = {}}
               : DetailNotice{.tone = Tone::Active,
                              .headline = tr("The server goes on with this export; we no longer ask about it."),
                              .text = tr("Watch again to download it when it is ready."),
                              .details = {}};
}

DetailNotice Text::verification(const JobRecord& record)
{
    return {.tone = Tone::Caution,
            //: %1 is a place
            .headline = tr("%1 waits for you.").arg(place(record)),
            .text = tr("Look at the site in its deployment slot. Complete makes the new database live; Reset takes it "
                       "back."),
            .details = {}};
}

} // namespace

ErrorText jobErrorText(const JobRecord& record)
{
    ErrorText text = errorText(*record.error);
    if (!record.import) {
        const bool isDamagedDump = record.database() == Database::MySql && record.error->code == Code::FormatInvalid;
        text.what = isDamagedDump ? Text::damagedDump(*record.error) : text.what;
        return text;
    }
    text.safe = importSafety(record);
    const bool isOfSite = record.database() == Database::MySql;
    Words words = isOfSite ? Text::ofSite(record) : Words{};
    if (words.what.isEmpty()) {
        words = Text::ofService(record);
    }
    if (words.what.isEmpty()) {
        words = Text::ofFile(record);
    }
    if (!words.what.isEmpty()) {
        text.what = words.what;
        text.next = words.next;
    }
    return text;
}

DetailNotice detailNotice(const JobRecord& record)
{
    switch (record.step) {
    case JobStep::Unknown:
        return record.import && record.database() == Database::MySql ? Text::unknownOfSite(record)
                                                                     : Text::unknown(record);
    case JobStep::StoppedWatching:
        return Text::unwatched(record);
    case JobStep::AwaitingVerification:
        return Text::verification(record);
    case JobStep::Done:
        return {};
    default:
        break;
    }
    if (!record.error) {
        return {};
    }
    const ErrorText text = jobErrorText(record);
    return {.tone = record.error->code == Code::Cancelled ? Tone::Active : Tone::Bad,
            .headline = text.what,
            .text = text.safe + u' ' + text.next,
            .details = text.details};
}

} // namespace longshore
