#pragma once

#include <QList>
#include <QString>
#include <optional>

namespace longshore {

/// The steps of an export job. Stored by name; every step is idempotent or looks first whether it was done.
enum class ExportStep {
    Queued, ///< the row exists, nothing was sent
    Asking, ///< the POST is about to go or is on its way; found here after a crash means Unknown
    Unknown, ///< the POST may or may not have arrived: look, adopt an id, or forget
    ServerWorking, ///< the export has an id; polling
    Ready, ///< the server has the file; the end of a job that does not download
    Downloading,
    Verifying, ///< size, hash and format; the file still has its part name
    Filing, ///< renamed and entered in the library
    Done,
    Failed,
    Cancelled, ///< our transfer was cancelled by the person, or the row removed before anything was sent
    StoppedWatching, ///< the server goes on; "watch again" takes it up
    Forgotten,
};

enum class ExportEvent {
    SlotFree, ///< no other export of this project is running
    Accepted, ///< the server gave an id
    Refused, ///< a definite no: nothing was started
    NotNow, ///< nothing was started and asking later is right: the service is busy, limits us or cannot be reached
    AnswerLost,
    Adopted, ///< the person or a look found the id
    NothingFound, ///< a look that is sure: nothing was started
    ForgetAsked,
    ServerDone,
    ServerFailed,
    RetentionEnded,
    Downloaded,
    Verified,
    VerifyFailed,
    Filed,
    TransferFailed,
    StopWatchingAsked,
    WatchAgainAsked,
    CancelAsked,
    RetryAsked,
    Restarted, ///< the program started again and found this step in the store
};

/// What a job that waits is waiting for.
enum class WaitReason { None, Slot, Network, Link, Space, Credentials, ServerTime, Paused };

/// The next step, or nothing when the event does not apply there. Pure. `download` is what the request says;
/// `hasServerId`: an export is known that may still give its file (serverCanDeliver()).
[[nodiscard]] std::optional<ExportStep> next(ExportStep step, ExportEvent event, bool download, bool hasServerId);
[[nodiscard]] bool isFinal(ExportStep step); ///< Done, Failed, Cancelled, Forgotten, Ready
/// Whether the job uses the project's one export slot on the server, or may use it (Unknown). A job that is not watched
/// any more does not: the service says itself when it is busy.
[[nodiscard]] bool holdsSlot(ExportStep step);
[[nodiscard]] QString stepName(ExportStep step);
[[nodiscard]] std::optional<ExportStep> stepFromName(const QString& name);
[[nodiscard]] QString waitReasonName(WaitReason reason);
[[nodiscard]] WaitReason waitReasonFromName(const QString& name); ///< None for a word this version does not know

} // namespace longshore
