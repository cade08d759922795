#pragma once

#include <QMetaType>
#include <QString>
#include <chrono>

class QDebug;

namespace longshore {

/// What went wrong, as a value. Text for people is made from it in ui/common/errortext and in the command line's table.
struct Error
{
    Q_GADGET
public:
    enum class Code {
        Cancelled,
        BadInput, ///< subject: the field or argument
        NotFound, ///< subject: what was looked for
        // credentials
        Unauthorized, ///< key not accepted, or no right; subject: "project" or "project/environment"
        ClockSkew, ///< detail: seconds our clock is ahead (negative: behind)
        SecretMissing, ///< subject: connection name
        SecretInvalid, ///< subject: which rule (length, blank, base64)
        KeychainLocked,
        NoKeychain,
        // network
        Offline,
        HostNotFound,
        ConnectionRefused, ///< or not made in time: nothing was sent
        ConnectionLost, ///< also a body that ended early
        Timeout, ///< after the connection stood: what was sent may have been carried out
        Stalled,
        TlsUntrusted, ///< subject: issuer where known
        TlsWrongHost,
        ProxyFailed,
        TooLarge,
        // answers of a service
        BadAnswer, ///< not what was documented: HTML, broken JSON, missing field (subject)
        ServerBusy, ///< one export at a time; detail: the server's words
        RateLimited,
        ServerError,
        ServerRefused, ///< success:false or a 4xx; detail: the server's words
        ServerJobFailed, ///< ExportFailed, Failed
        RetentionEnded, ///< the file is no longer kept there
        OutcomeUnknown, ///< a POST whose answer was lost
        BackupFailed, ///< of an import, which sent nothing then; subject: the job that made it, detail: why
        FetchFailed, ///< of a copy, which sent nothing then: there is no file of its source; as above
        // storage
        LinkExpired,
        LinkRefused, ///< signature or permission
        LeaseHeld,
        SessionLost, ///< of an upload in parts: the store or the platform knows it no more; what was sent is of no use
        ObjectChanged,
        // this machine
        DiskFull, ///< subject: folder; detail: bytes that are missing, empty when not known
        FileAccess, ///< subject: path; detail: the system's words
        FileExists,
        StorageBroken, ///< the state file; subject: path
        EngineBusy, ///< another process runs the engine of this state folder
        // verification
        SourceChanged, ///< the file that is being sent; subject: path, detail: what differs
        SizeMismatch,
        HashMismatch,
        FormatInvalid, ///< subject: the part of the file; detail: what is wrong
        GuardRefused, ///< subject: what must be typed, or a job; detail: why
        Internal,
    };
    Q_ENUM(Code)

    Code code = Code::Internal;
    QString subject{};
    QString detail{}; ///< for "Show details" and logs; never holds a secret or a signed link
    int httpStatus = 0;
    bool retryable = false;
    std::chrono::seconds retryAfter{0}; ///< the server's wish; zero: none

    friend bool operator==(const Error&, const Error&) = default;
};

/// "LinkExpired"; stable, stored in the state file and printed in JSON.
[[nodiscard]] QString errorCodeName(Error::Code code);
/// Internal for a name this version does not know.
[[nodiscard]] Error::Code errorCodeFromName(const QString& name);

QDebug operator<<(QDebug debug, const Error& error);

} // namespace longshore
