#include "ui/common/errortext.h"

#include "app/core/error.h"
#include "app/net/classify.h"
#include "ui/common/formatting.h"

#include <QCoreApplication>
#include <QStringList>
#include <cmath>

namespace longshore {

namespace {

using Code = Error::Code;

/// The translation context of every sentence here.
class Sentences
{
    Q_DECLARE_TR_FUNCTIONS(longshore::ErrorText)

public:
    static ErrorText input(const Error& error);
    static ErrorText credentials(const Error& error);
    static ErrorText network(const Error& error);
    static ErrorText tls(const Error& error);
    static ErrorText service(const Error& error);
    static ErrorText outcome(const Error& error);
    static ErrorText link(const Error& error);
    static ErrorText machine(const Error& error);
    static ErrorText state(const Error& error);
    static ErrorText file(const Error& error);
    static QString details(const Error& error);

private:
    static QString named(const QString& subject, const QString& otherwise)
    {
        return subject.isEmpty() ? otherwise : subject;
    }
    static QString skew(const Error& error);
    static QString secretRule(const QString& rule);
};

QString Sentences::skew(const Error& error)
{
    const double ahead = error.detail.toDouble();
    const QString by = formatDuration(std::chrono::seconds(qRound64(std::abs(ahead))));
    //: %1 is a duration, for example "6 min"
    return ahead < 0 ? tr("This computer’s clock is %1 behind the server’s, so signed requests are refused.").arg(by)
                     //: %1 is a duration, for example "6 min"
                     : tr("This computer’s clock is %1 ahead of the server’s, so signed requests are refused.").arg(by);
}

QString Sentences::secretRule(const QString& rule)
{
    if (rule == QLatin1String("empty")) {
        return tr("The secret is empty.");
    }
    if (rule == QLatin1String("blank")) {
        return tr("The secret holds a blank or a line break.");
    }
    if (rule == QLatin1String("length")) {
        return tr("The secret does not have the length of a client secret; a part of it may be missing.");
    }
    return tr("The secret has characters that a client secret cannot have.");
}

// Each answer of three sentences stays together.
// clang-format off
ErrorText Sentences::input(const Error& error)
{
    switch (error.code) {
    case Code::Cancelled:
        return {tr("This was cancelled."), tr("What was finished before stays as it is."),
                tr("Start again whenever you like."), {}};
    case Code::NotFound:
        //: %1 is what was looked for: a file, a connection, an export
        return {tr("%1 was not found.").arg(named(error.subject, tr("What was asked for"))),
                tr("Nothing was changed."), tr("Check the name, or refresh the list."), {}};
    case Code::GuardRefused:
        return {tr("A safety rule refused this step."), tr("Nothing was sent and nothing was changed."),
                tr("Choose another target."), {}};
    default:
        //: %1 is the name of a field
        return {tr("The value of “%1” cannot be used.").arg(named(error.subject, tr("a field"))),
                tr("Nothing was sent."), tr("Correct it and try again."), {}};
    }
}

ErrorText Sentences::credentials(const Error& error)
{
    switch (error.code) {
    case Code::Unauthorized:
        //: %1 is a project, or a project and an environment
        return {tr("This key has no right for %1.").arg(named(error.subject, tr("this project"))),
                tr("The server refused the request; nothing was started."),
                tr("Use another key, or have this right added in the portal."), {}};
    case Code::ClockSkew:
        return {skew(error), tr("Nothing was started."), tr("Set the clock, then try again."), {}};
    case Code::SecretMissing:
        //: %1 is the name of a connection
        return {tr("The secret of “%1” is not stored on this computer.").arg(named(error.subject, tr("this connection"))),
                tr("Nothing was sent."), tr("Type the secret."), {}};
    case Code::SecretInvalid:
        return {secretRule(error.subject), tr("Nothing was sent or stored."),
                tr("Copy the secret again from the portal, all of it."), {}};
    case Code::KeychainLocked:
        return {tr("The password store is locked."), tr("Your secrets are safe in it; nothing was sent."),
                tr("Unlock it and try again, or type the secret for now."), {}};
    default:
        return {tr("This system has no password store running."), tr("No secret was written anywhere."),
                tr("Type the secret at each start, or set up a password store."), {}};
    }
}

ErrorText Sentences::network(const Error& error)
{
    switch (error.code) {
    case Code::Offline:
        return {tr("This computer is offline."), tr("Work on the server goes on, and data already here is kept."),
                tr("It continues by itself when the network is back."), {}};
    case Code::HostNotFound:
        //: %1 is a host name
        return {tr("The address %1 was not found.").arg(named(error.subject, tr("of the server"))),
                tr("Nothing was sent."), tr("Check the address and the network, then try again."), {}};
    case Code::ConnectionRefused:
        return {tr("The server does not accept connections."), tr("Nothing was sent."),
                tr("Try again in a minute; check the address and the port if it stays so."), {}};
    case Code::Timeout:
        return {tr("The server did not answer in time."), tr("Data already here is kept."),
                tr("Try again; check the network if it stays so."), {}};
    case Code::Stalled:
        return {tr("The transfer stood still for too long."), tr("Data already here is kept."),
                tr("Try again; it goes on at the same byte."), {}};
    case Code::ProxyFailed:
        return {tr("The proxy did not let the request through."), tr("Nothing reached the server."),
                tr("Check the proxy in Settings, Network."), {}};
    case Code::TooLarge:
        return {tr("The answer was far larger than it should be."), tr("It was thrown away; nothing was changed."),
                tr("Check that the address belongs to the service."), {}};
    default:
        return {tr("The connection broke off."), tr("Data already here is kept."),
                tr("Try again; a transfer goes on at the same byte."), {}};
    }
}

ErrorText Sentences::tls(const Error& error)
{
    if (error.code == Code::TlsWrongHost) {
        return {tr("The server shows a certificate of another address."), tr("Nothing was sent."),
                tr("Check the address; do not go on over this network if it is right."), {}};
    }
    const QString what = error.subject.isEmpty()
        ? tr("The server’s certificate is not trusted on this computer.")
        //: %1 is who signed a certificate
        : tr("Something between you and the server signs its traffic: issuer “%1”.").arg(error.subject);
    return {what, tr("Nothing was sent."),
            tr("If it is your company’s proxy, add its certificate in Settings, Network."), {}};
}

ErrorText Sentences::service(const Error& error)
{
    switch (error.code) {
    case Code::ServerBusy:
        return {tr("Another export is running there; the service does one at a time."),
                tr("Nothing was started and nothing was lost."), tr("Queue it; it starts by itself."), {}};
    case Code::RateLimited: {
        //: %1 is a duration, for example "40 s"
        const QString what = error.retryAfter.count() > 0
            ? tr("The server asks us to wait %1.").arg(formatDuration(error.retryAfter))
            : tr("The server asks us to wait.");
        return {what, tr("Nothing was lost."), tr("It continues by itself after the pause."), {}};
    }
    case Code::ServerError:
        //: %1 is an HTTP status
        return {error.httpStatus > 0 ? tr("The server failed to answer (status %1).").arg(error.httpStatus)
                                     : tr("The server failed to answer."),
                tr("The fault is on the server; data already here is kept."), tr("Try again in a minute."), {}};
    case Code::ServerRefused:
        return {tr("The server refused the request."), tr("Nothing was started."),
                tr("Read its words under Details, correct the request, and try again."), {}};
    case Code::ServerJobFailed:
        return {tr("The service says that the export failed."), tr("The database itself was only read."),
                tr("Export again; send the job’s report to support if it fails twice."), {}};
    default:
        if (answeredInBetween(error)) {
            return {tr("Something in between answered in the server’s place, such as the sign-in page of a network."),
                    tr("Data already here is kept."), tr("Sign in to it in a browser; jobs go on by themselves."), {}};
        }
        return {tr("The server answered in a way this version does not understand."),
                tr("Nothing was changed by reading it."),
                tr("Check that the address belongs to the service, then try again."), {}};
    }
}

ErrorText Sentences::outcome(const Error& error)
{
    if (error.code == Code::RetentionEnded) {
        return {tr("The server no longer keeps this export."), tr("The database itself is untouched."),
                tr("Export again, and keep it longer if the download takes its time."), {}};
    }
    if (error.code == Error::Code::BackupFailed) {
        return {tr("The backup of the target failed, so the import stopped."),
                tr("Nothing was uploaded; the target is as it was."),
                tr("See why at the backup’s own job, then retry the import."), {}};
    }
    if (error.code == Error::Code::FetchFailed) {
        return {tr("The export of the source failed, so the copy stopped."),
                tr("Nothing was uploaded; the target is as it was."),
                tr("See why at the export’s own job, then retry the copy."), {}};
    }
    return {tr("We asked for the export and did not hear back."),
            tr("It may or may not have started; asking again blindly could start a second one."),
            tr("Look at the server first, then adopt the export or forget it."), {}};
}

ErrorText Sentences::link(const Error& error)
{
    switch (error.code) {
    case Code::LinkExpired:
        return {tr("The download link has ended."), tr("Data already here is kept."),
                tr("Ask for a fresh link with Retry."), {}};
    case Code::LinkRefused:
        return {tr("The file store refuses this link."), tr("Data already here is kept."),
                tr("Retry with a fresh link; send the job’s report to support if it is refused again."), {}};
    case Code::LeaseHeld:
        return {tr("That package name is already linked to a deployment."), tr("Nothing was overwritten."),
                tr("Use the next version of the name."), {}};
    case Code::SessionLost:
        return {tr("The store no longer knows the upload that the file was being sent with."),
                tr("Nothing was imported."), tr("Retry; the file is sent again from its start."), {}};
    default:
        return {tr("The file on the server changed while it was being downloaded."),
                tr("The two versions were not mixed."), tr("Download again from the start."), {}};
    }
}

ErrorText Sentences::machine(const Error& error)
{
    const QString where = named(error.subject, tr("the folder"));
    switch (error.code) {
    case Code::DiskFull: {
        bool isNumber = false;
        const qint64 bytes = error.detail.toLongLong(&isNumber);
        const QString what = isNumber && bytes > 0
            //: %1 is a folder, %2 a size
            ? tr("There is not enough room in %1; %2 more are needed.").arg(where, formatSize(bytes))
            //: %1 is a folder
            : tr("There is not enough room in %1.").arg(where);
        return {what, tr("Data already here is kept."), tr("Make room or choose another folder, then retry."), {}};
    }
    case Code::FileExists:
        //: %1 is a path
        return {tr("A file named %1 exists already.").arg(where), tr("It was not overwritten."),
                tr("Choose another name."), {}};
    default:
        //: %1 is a path
        return {tr("The system does not let us read or write %1.").arg(where), tr("Other files were not touched."),
                tr("Check the rights of the folder, or choose another one."), {}};
    }
}

ErrorText Sentences::state(const Error& error)
{
    switch (error.code) {
    case Code::StorageBroken:
        //: %1 is a path
        return {tr("The program’s own state file cannot be used: %1.").arg(named(error.subject, tr("unknown place"))),
                tr("Downloaded databases are not affected."),
                tr("Check the disk and the file’s rights, then start the program again."), {}};
    case Code::EngineBusy:
        return {tr("Another process of this program does the work for this folder."),
                tr("Nothing was lost; it sees what you ask for here."), tr("Let it finish, or close it first."), {}};
    default:
        return {tr("The program made a mistake."), tr("The step was stopped; finished work is kept."),
                tr("Try again, and send us the job’s report."), {}};
    }
}

ErrorText Sentences::file(const Error& error)
{
    const QString safe = tr("It was not added to the library.");
    switch (error.code) {
    case Code::SourceChanged:
        return {error.subject.isEmpty() ? tr("The file changed since its upload began.")
                                      //: %1 is a file
                                      : tr("The file %1 changed since its upload began.").arg(error.subject),
                tr("Nothing of it is visible at the service."), tr("Start the upload again with the new file."), {}};
    case Code::SizeMismatch:
        return {tr("The file does not have the size the server announced."), safe, tr("Download it again."), {}};
    case Code::HashMismatch:
        if (error.detail == QLatin1String("MD5")) {
            return {tr("What arrived is not what the server holds (MD5)."), safe, tr("Download it again."), {}};
        }
        return {tr("The file’s fingerprint (SHA-256) is not the one recorded for it."),
                tr("It is marked as damaged; the database on the server is untouched."),
                tr("Use another copy, or export again."), {}};
    default:
        //: %1 is a part inside the file, for example "model.xml"
        return {error.subject.isEmpty() ? tr("The database file is not complete.")
                                        : tr("The database file is not complete: see %1.").arg(error.subject),
                tr("Nothing was overwritten; the database on the server is untouched."),
                tr("Download it again; export again if that does not help."), {}};
    }
}

QString Sentences::details(const Error& error)
{
    QStringList lines;
    //: %1 is the name of an error code
    lines << tr("Code: %1").arg(errorCodeName(error.code));
    if (error.httpStatus > 0) {
        //: %1 is an HTTP status
        lines << tr("Status: %1").arg(error.httpStatus);
    }
    if (!error.subject.isEmpty()) {
        //: What an error is about: a field, a file, an environment
        lines << tr("About: %1").arg(error.subject);
    }
    if (!error.detail.isEmpty()) {
        //: The words of the server or the system
        lines << tr("Words: %1").arg(error.detail);
    }
    return lines.join(u'\n');
}
// clang-format on

ErrorText sentencesFor(const Error& error)
{
    switch (error.code) {
    case Code::Cancelled:
    case Code::BadInput:
    case Code::NotFound:
    case Code::GuardRefused:
        return Sentences::input(error);
    case Code::Unauthorized:
    case Code::ClockSkew:
    case Code::SecretMissing:
    case Code::SecretInvalid:
    case Code::KeychainLocked:
    case Code::NoKeychain:
        return Sentences::credentials(error);
    case Code::Offline:
    case Code::HostNotFound:
    case Code::ConnectionRefused:
    case Code::ConnectionLost:
    case Code::Timeout:
    case Code::Stalled:
    case Code::ProxyFailed:
    case Code::TooLarge:
        return Sentences::network(error);
    case Code::TlsUntrusted:
    case Code::TlsWrongHost:
        return Sentences::tls(error);
    case Code::BadAnswer:
    case Code::ServerBusy:
    case Code::RateLimited:
    case Code::ServerError:
    case Code::ServerRefused:
    case Code::ServerJobFailed:
        return Sentences::service(error);
    case Code::RetentionEnded:
    case Code::OutcomeUnknown:
    case Code::BackupFailed:
    case Code::FetchFailed:
        return Sentences::outcome(error);
    case Code::LinkExpired:
    case Code::LinkRefused:
    case Code::LeaseHeld:
    case Code::SessionLost:
    case Code::ObjectChanged:
        return Sentences::link(error);
    case Code::DiskFull:
    case Code::FileAccess:
    case Code::FileExists:
        return Sentences::machine(error);
    case Code::StorageBroken:
    case Code::EngineBusy:
    case Code::Internal:
        return Sentences::state(error);
    case Code::SourceChanged:
    case Code::SizeMismatch:
    case Code::HashMismatch:
    case Code::FormatInvalid:
        return Sentences::file(error);
    }
    return Sentences::state(error);
}

} // namespace

ErrorText errorText(const Error& error)
{
    ErrorText text = sentencesFor(error);
    text.details = Sentences::details(error);
    return text;
}

} // namespace longshore
