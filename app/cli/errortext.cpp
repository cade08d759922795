#include "app/cli/errortext.h"

#include "app/cli/errorfamily.h"
#include "app/cli/format.h"
#include "app/cli/importtext.h"
#include "app/cli/uploadtext.h"
#include "app/credentials/environmentstore.h"

#include <cmath>

namespace longshore::cli {

namespace {

using namespace Qt::StringLiterals;
using Code = Error::Code;

QString or_(const QString& text, const QString& otherwise)
{
    return text.isEmpty() ? otherwise : text;
}

/// `"words" ` of a server, where it said any.
QString words(const Error& error)
{
    return error.detail.isEmpty() ? QString() : QString(u" ("_s + error.detail + u')');
}

QString variableFor(const Error& error, const ErrorContext& context)
{
    const QString name = or_(context.connection, error.subject);
    return name.isEmpty() ? u"LONGSHORE_SECRET_<NAME>"_s : QString::fromLatin1(EnvironmentStore::variableName(name));
}

QString goOn(const ErrorContext& context)
{
    return context.job.isEmpty() ? (!context.jobEnded ? u"Run the command again."_s
                                    : context.import  ? u"Import again."_s
                                                      : u"Export again."_s)
                                 : QString(u"Go on with: longshorectl jobs watch "_s + context.job);
}

const QString& nothingChanged()
{
    static const QString text = u"Nothing was started and nothing was changed."_s;
    return text;
}

/// What is true of a job that could not go on.
QString kept(const ErrorContext& context)
{
    if (context.jobEnded && context.import) {
        return context.targetTouched ? u"The job ended; the target may have been changed."_s
                                     : u"The job ended; the target is as it was."_s;
    }
    if (context.jobEnded) {
        return u"The job ended; the database itself was only read."_s;
    }
    return context.job.isEmpty() ? nothingChanged() : u"The job and every byte it has are kept."_s;
}

ErrorText input(const Error& error)
{
    if (error.code == Code::NotFound) {
        return {u"There is no %1%2."_s.arg(or_(error.subject, u"such thing"_s),
                                           error.detail.isEmpty() ? QString() : QString(u" “"_s + error.detail + u'”')),
                nothingChanged(), u"See what there is: longshorectl connections list, jobs list, library list."_s};
    }
    if (error.code == Code::GuardRefused) {
        return {u"Refused for %1: %2."_s.arg(or_(error.subject, u"this step"_s), or_(error.detail, u"a safety rule"_s)),
                nothingChanged(), u"See what is unfinished: longshorectl jobs list"_s};
    }
    if (error.code == Code::FileExists) {
        return {u"%1 exists already; a file is never overwritten."_s.arg(or_(error.subject, u"The file"_s)),
                nothingChanged(), u"Choose another name, or move the file away."_s};
    }
    if (error.code == Code::Cancelled) {
        return {u"Interrupted."_s, u"Jobs and their bytes are kept."_s, u"Go on with: longshorectl jobs watch --all"_s};
    }
    return {u"The value of “%1” cannot be used%2."_s.arg(or_(error.subject, u"an argument"_s), words(error)),
            nothingChanged(), u"Correct it; longshorectl --help-all shows what is expected."_s};
}

ErrorText credentials(const Error& error, const ErrorContext& context)
{
    const QString set = u"Set %1, or run the command on a terminal to be asked."_s.arg(variableFor(error, context));
    switch (error.code) {
    case Code::Unauthorized:
        return {u"The key is not accepted, or has no right for %1%2."_s.arg(or_(error.subject, u"this project"_s),
                                                                            words(error)),
                u"The service refused the request; nothing was started there."_s,
                u"Use another key, or have the right added in the portal."_s};
    case Code::ClockSkew: {
        const double ahead = error.detail.toDouble();
        return {u"This computer's clock is %1 %2 the server's, so signed requests are refused."_s.arg(
                    formatDuration(std::chrono::seconds(std::llround(std::abs(ahead)))),
                    ahead < 0 ? u"behind"_s : u"ahead of"_s),
                u"Nothing was started there."_s, u"Set the clock, then run the command again."_s};
    }
    case Code::SecretInvalid:
        return {u"The secret cannot be right (%1)."_s.arg(or_(error.subject, u"format"_s)), nothingChanged(),
                u"Copy it again from the portal, all of it."_s};
    case Code::KeychainLocked:
        return {u"The keychain of this system is locked."_s, nothingChanged(), u"Unlock it. Or: "_s + set};
    case Code::NoKeychain:
        return {u"This system has no keychain running, and the secret of %1 is not in the environment."_s.arg(
                    or_(context.connection, or_(error.subject, u"the connection"_s))),
                kept(context), set};
    case Code::LinkExpired:
        return {u"The download link has ended."_s, u"Data already here is kept."_s,
                context.job.isEmpty() ? u"Get a fresh link and run the command again; it goes on at the same byte."_s
                                      : goOn(context)};
    case Code::LinkRefused:
        return {u"The file store refuses the link%1."_s.arg(words(error)), u"Data already here is kept."_s,
                u"Check that the link is complete and may read."_s};
    default:
        return {
            u"The secret of %1 is not known."_s.arg(or_(context.connection, or_(error.subject, u"the connection"_s))),
            kept(context), set};
    }
}

QString networkCause(const Error& error)
{
    const QString server = or_(error.subject, u"the server"_s);
    switch (error.code) {
    case Code::Offline:
        return u"This computer is offline."_s;
    case Code::HostNotFound:
        return u"The address %1 was not found."_s.arg(server);
    case Code::ConnectionRefused:
        return u"Nothing accepts connections at %1."_s.arg(server);
    case Code::Timeout:
        return u"%1 did not answer in time."_s.arg(or_(error.subject, u"The server"_s));
    case Code::Stalled:
        return u"No byte came for too long; the connection stood still."_s;
    case Code::TlsUntrusted:
        return u"The server's certificate is not trusted%1."_s.arg(
            error.subject.isEmpty() ? QString() : QString(u": issuer “"_s + error.subject + u'”'));
    case Code::TlsWrongHost:
        return u"The server shows a certificate of another address."_s;
    case Code::ProxyFailed:
        return u"The proxy did not let the request through%1."_s.arg(words(error));
    case Code::TooLarge:
        return u"The answer was far larger than it should be."_s;
    case Code::BadAnswer:
        return error.subject == u"html"_s
                   ? u"A web page came in place of the data (a sign-in page of the network, or a gateway)."_s
               : error.subject == u"redirect"_s
                   ? u"The request was sent on to another address (a sign-in page of the network, or a gateway)."_s
                   : u"The service answered in a way this version does not understand: %1%2."_s.arg(
                       or_(error.subject, u"not the documented form"_s), words(error));
    case Code::ServerBusy:
        return u"The service runs another export of this project; it does one at a time%1."_s.arg(words(error));
    case Code::RateLimited:
        return u"The service asks to wait%1 (status 429, too many requests)."_s.arg(
            error.retryAfter.count() > 0 ? QString(u' ' + formatDuration(error.retryAfter)) : QString());
    case Code::ServerError:
        return u"The service failed to answer (status %1)%2."_s.arg(error.httpStatus).arg(words(error));
    default:
        return u"The connection to %1 broke off%2."_s.arg(server, words(error));
    }
}

ErrorText network(const Error& error, const ErrorContext& context)
{
    ErrorText text{networkCause(error), kept(context), goOn(context)};
    if (error.code == Code::TlsUntrusted) {
        text.next = u"If it is your company's proxy, add its certificate to the system's store."_s;
    }
    return text;
}

ErrorText service(const Error& error, const ErrorContext& context)
{
    const QString adopt =
        context.job.isEmpty()
            ? u"longshorectl jobs list"_s
            : u"longshorectl jobs adopt %1 SERVER-ID, or longshorectl jobs forget %1"_s.arg(context.job);
    switch (error.code) {
    case Code::ServerJobFailed:
        return {u"The service says that the export failed%1."_s.arg(words(error)),
                u"The database itself was only read."_s,
                u"Export again; ask the vendor's support if it fails twice."_s};
    case Code::RetentionEnded:
        return {u"The service no longer keeps the exported file: its retention has ended."_s,
                u"The database itself is untouched."_s, u"Export again with a longer --keep."_s};
    case Code::BackupFailed:
        return {u"The backup of the target failed%1, so the import stopped."_s.arg(words(error)),
                u"Nothing was uploaded; the target is as it was."_s,
                error.subject.isEmpty() ? u"Import again."_s
                                        : QString(u"See why: longshorectl jobs show "_s + error.subject.left(8))};
    case Code::FetchFailed:
        return {u"The export of the source failed%1, so the copy stopped."_s.arg(words(error)),
                u"Nothing was sent; the target is as it was."_s,
                error.subject.isEmpty() ? u"Copy again."_s
                                        : QString(u"See why: longshorectl jobs show "_s + error.subject.left(8))};
    case Code::LeaseHeld:
        return {u"That package name is already linked to a deployment."_s, nothingChanged(), u"Use another name."_s};
    case Code::SessionLost:
        return {u"The store no longer knows the upload that the file was being sent with."_s,
                u"Nothing was imported."_s, u"Import again; the file is sent from its start."_s};
    case Code::OutcomeUnknown:
        return {u"The export was asked for, and the answer was lost%1."_s.arg(words(error))
                    + (context.cause ? QString(u' ' + errorText(*context.cause, {}).what) : QString()),
                u"It may or may not have started, so it is not asked for again."_s,
                u"Look in the portal whether it runs, then: "_s + adopt};
    default:
        return {u"The service refused the request%1."_s.arg(words(error)), u"Nothing was started there."_s,
                u"Correct what it names, then run the command again."_s};
    }
}

ErrorText verification(const Error& error, const ErrorContext& context)
{
    const bool ofJob = context.jobEnded || !context.job.isEmpty();
    const QString safe = ofJob ? u"The file did not get its final name."_s : u"The file was left as it is."_s;
    switch (error.code) {
    case Code::SourceChanged:
        return {
            u"The file changed since its upload began (%1): %2."_s.arg(error.detail, error.subject),
            u"Nothing of it is visible at the service."_s,
            u"Put the old file back, or give up what was sent and send the new one: the same command with --fresh."_s};
    case Code::SizeMismatch:
        return {u"The file has the wrong size%1."_s.arg(words(error)), safe, u"Download it again."_s};
    case Code::HashMismatch:
        if (error.detail == u"MD5"_s) {
            return {u"What arrived is not what the store holds: its MD5 is another one."_s,
                    u"Nothing of it was kept."_s, u"Download it again."_s};
        }
        return {u"The file's SHA-256 is not the one on record."_s, safe, u"Download it again."_s};
    case Code::ObjectChanged:
        return {u"The file at the service kept changing while it was downloaded."_s, u"Versions were not mixed."_s,
                u"Download it again when it is finished there."_s};
    default:
        return {u"The file is not a good database file: %1%2."_s.arg(or_(error.subject, u"unreadable"_s), words(error)),
                safe, u"Export it again."_s};
    }
}

ErrorText machine(const Error& error, const ErrorContext& context)
{
    switch (error.code) {
    case Code::DiskFull: {
        const qint64 missing = error.detail.toLongLong();
        return {missing > 0 ? u"Not enough room in %1: %2 more are needed."_s.arg(error.subject, formatSize(missing))
                            : u"Not enough room in %1."_s.arg(error.subject),
                u"Data already here is kept."_s, u"Make room, then: "_s + goOn(context)};
    }
    case Code::FileAccess:
        return {u"%1 cannot be read or written%2."_s.arg(or_(error.subject, u"A file"_s), words(error)),
                u"Other files were not touched."_s, u"Check the rights of the folder, or choose another."_s};
    case Code::StorageBroken:
        return {u"The program's state cannot be used: %1%2."_s.arg(error.subject, words(error)),
                u"Downloaded files are not affected."_s, u"Check the disk and the rights of LONGSHORE_HOME."_s};
    case Code::EngineBusy:
        return {u"Another process does the work of this state folder."_s, u"Nothing was lost."_s,
                u"Let it finish, or close it."_s};
    default:
        return {u"The program made a mistake%1."_s.arg(words(error)), u"Finished work is kept."_s,
                u"Run the command again with --verbose and send us what it says."_s};
    }
}

} // namespace

ErrorText errorText(const Error& error, const ErrorContext& context)
{
    if (const auto own = context.upload ? uploadErrorText(error) : std::nullopt) {
        return *own;
    }
    if (const auto own = context.import ? importErrorText(error, context) : std::nullopt) {
        return *own;
    }
    if (const auto own = error.code == Code::GuardRefused ? importGuardText(error) : std::nullopt) {
        return *own;
    }
    switch (familyOf(error.code)) {
    case ErrorFamily::Input:
        return input(error);
    case ErrorFamily::Credentials:
        return credentials(error, context);
    case ErrorFamily::Network:
        return network(error, context);
    case ErrorFamily::Service:
        return service(error, context);
    case ErrorFamily::Verification:
        return verification(error, context);
    case ErrorFamily::Machine:
        break;
    }
    return machine(error, context);
}

} // namespace longshore::cli
