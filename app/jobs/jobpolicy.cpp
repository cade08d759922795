#include "app/jobs/jobpolicy.h"

#include "app/net/classify.h"

#include <QTimeZone>
#include <algorithm>
#include <cmath>

namespace longshore {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

using Code = Error::Code;

constexpr int SureAfter = 3;
constexpr int GivesUpAfter = 5;
constexpr double Jitter = 0.1;

Verdict wait(WaitReason reason)
{
    return {std::nullopt, reason};
}

Verdict end(ExportEvent event)
{
    return {event, WaitReason::None};
}

/// The way to the service is broken; nothing arrived there.
bool neverLeft(Code code)
{
    return code == Code::Offline || code == Code::HostNotFound || code == Code::ConnectionRefused
           || code == Code::ProxyFailed;
}

bool isNetwork(Code code)
{
    return neverLeft(code) || code == Code::ConnectionLost || code == Code::Timeout || code == Code::Stalled
           || code == Code::TlsUntrusted || code == Code::TlsWrongHost;
}

bool endsTheExport(Code code)
{
    return code == Code::RetentionEnded || code == Code::ServerJobFailed;
}

ExportEvent endEvent(Code code)
{
    return code == Code::ServerJobFailed ? ExportEvent::ServerFailed : ExportEvent::RetentionEnded;
}

/// The connection itself was removed from the program (the provider could not be made).
bool lostItsConnection(const Error& error)
{
    return error.code == Code::NotFound && error.subject == "connection"_L1;
}

Verdict notNow(WaitReason reason)
{
    return {ExportEvent::NotNow, reason};
}

/// Doubles with every failure.
milliseconds grown(milliseconds base, int failures, milliseconds longest)
{
    const int doublings = std::clamp(failures - 1, 0, 10);
    return std::min(base * (1 << doublings), longest);
}

} // namespace

bool isAboutCredentials(Code code)
{
    return code == Code::Unauthorized || code == Code::SecretMissing || code == Code::SecretInvalid
           || code == Code::KeychainLocked || code == Code::NoKeychain;
}

Verdict verdictOnAsking(const Error& error)
{
    if (isAboutCredentials(error.code) || lostItsConnection(error)) {
        return notNow(WaitReason::Credentials);
    }
    if (neverLeft(error.code)) {
        return notNow(WaitReason::Network);
    }
    switch (error.code) {
    case Code::ServerBusy:
        return notNow(WaitReason::Slot);
    case Code::RateLimited:
        return notNow(WaitReason::ServerTime);
    case Code::ServerError:
        // 503: nobody took the request. After any other 5xx a person decides: the service has no list to look at, and
        // the export may have been started before it failed.
        return error.httpStatus == 503 ? notNow(WaitReason::ServerTime) : end(ExportEvent::Refused);
    case Code::OutcomeUnknown:
    case Code::ConnectionLost:
    case Code::Timeout:
    case Code::Stalled:
    case Code::BadAnswer: // a body we cannot read may have been a yes
    case Code::TooLarge:
    case Code::Internal:
        return end(ExportEvent::AnswerLost);
    default:
        return end(ExportEvent::Refused);
    }
}

Verdict verdictOnWatching(const Error& error, int times)
{
    if (isAboutCredentials(error.code) || lostItsConnection(error)) {
        return wait(WaitReason::Credentials);
    }
    if (isNetwork(error.code)) {
        return wait(WaitReason::Network);
    }
    if (endsTheExport(error.code)) {
        return end(endEvent(error.code));
    }
    // One 404 may be a gateway that restarts; the service forgets an export for good.
    if (error.code == Code::NotFound && times >= SureAfter) {
        return end(ExportEvent::RetentionEnded);
    }
    return wait(error.code == Code::RateLimited ? WaitReason::ServerTime : WaitReason::None);
}

Verdict verdictOnTransfer(const Error& error, int times)
{
    if (isAboutCredentials(error.code) || lostItsConnection(error)) {
        return wait(WaitReason::Credentials);
    }
    if (isNetwork(error.code) || answeredInBetween(error)) {
        return wait(WaitReason::Network);
    }
    if (endsTheExport(error.code)) {
        return end(endEvent(error.code));
    }
    switch (error.code) {
    case Code::DiskFull:
        return wait(WaitReason::Space);
    case Code::LinkExpired:
    case Code::LinkRefused:
        return wait(WaitReason::Link);
    case Code::RateLimited:
    case Code::ServerError:
    case Code::ServerBusy:
        return wait(WaitReason::ServerTime);
    case Code::NotFound: // a fresh link did not help: the file is gone
        return end(ExportEvent::RetentionEnded);
    case Code::BadAnswer: // a page of some gateway; the next answer may be the store's again
        return times < GivesUpAfter ? wait(WaitReason::ServerTime) : end(ExportEvent::TransferFailed);
    default:
        return end(ExportEvent::TransferFailed);
    }
}

bool isFileAtFault(const Error& error)
{
    return error.code == Code::FormatInvalid || error.code == Code::HashMismatch || error.code == Code::SizeMismatch
           || error.code == Code::ObjectChanged;
}

milliseconds pollDelay(const PollPace& pace, milliseconds age, double jitter)
{
    const milliseconds base = age < 1min ? pace.firstMinute : age < 1h ? pace.firstHour : pace.later;
    const double factor = 1 + Jitter * std::clamp(jitter, -1.0, 1.0);
    return milliseconds(std::llround(static_cast<double>(base.count()) * factor));
}

milliseconds retryDelay(const PollPace& pace, WaitReason wait, const Error& error, int failures)
{
    if (error.retryAfter > 0s) {
        return error.retryAfter;
    }
    switch (wait) {
    case WaitReason::Network:
        return grown(pace.firstMinute / 5, failures, pace.later);
    case WaitReason::Space:
        return pace.firstHour;
    case WaitReason::Credentials:
        // A wrong key asked again and again looks like an attack; a person or a saved connection ends this wait.
        return pace.later * 5;
    case WaitReason::Slot:
        return failures <= 6 ? pace.firstMinute : pace.firstHour;
    case WaitReason::None:
    case WaitReason::Link:
    case WaitReason::ServerTime:
    case WaitReason::Paused:
    case WaitReason::Backup:
    case WaitReason::Source:
        break;
    }
    return grown(pace.firstMinute, failures, pace.later * 5);
}

QString placeKey(const QString& connectionId, const QString& environment, Database database)
{
    return connectionId + u'/' + environment.toLower() + u'/' + databaseApiName(database);
}

QString numberedName(const QString& fileName, int attempt)
{
    if (attempt <= 1) {
        return fileName;
    }
    const QString suffix = fileSuffix(fileName);
    return fileName.chopped(suffix.size()) + u" ("_s + QString::number(attempt) + u')' + suffix;
}

ExportRequest requestAgain(const JobRecord& record)
{
    ExportRequest request = record.request;
    const qsizetype stamp =
        u"-yyyyMMdd-HHmm"_s.size() + databaseFileSuffix(request.database, request.dumpFormat).size();
    const QString made = exportFileName(record.connectionName, request.environment, request.database,
                                        record.createdAt.toLocalTime(), request.dumpFormat);
    if (request.fileName.size() == made.size() && request.fileName.chopped(stamp) == made.chopped(stamp)) {
        request.fileName.clear();
    }
    return request;
}

} // namespace longshore
