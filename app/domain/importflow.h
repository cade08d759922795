#pragma once

#include "app/domain/importrequest.h"
#include "app/domain/jobstep.h"

#include <optional>

namespace longshore {

enum class ImportEvent {
    TurnCame, ///< no other import into this environment is under way
    FileGood, ///< it is the file that was checked
    FileRefused, ///< it changed or is gone
    BackupDone, ///< the undo file is verified and in the library
    BackupFailed,
    Uploaded, ///< the store holds the whole package
    UploadFailed,
    Accepted, ///< the server gave an id
    Refused, ///< a definite no: nothing was started
    NotNow, ///< nothing was started and asking later is right
    AnswerLost,
    Adopted, ///< a look, or the person, found the id
    NothingFound, ///< a look that is sure: nothing was started
    ForgetAsked,
    ServerDone,
    ServerFailed,
    ServerWaits, ///< for a person to verify
    ServerWasReset,
    ServerForgot, ///< it does not know the id any more
    CompleteAsked,
    ResetAsked,
    StopWatchingAsked,
    WatchAgainAsked,
    CancelAsked,
    RetryAsked,
    Restarted, ///< the program started again and found this step in the store
};

/// The next step, or nothing when the event does not apply there. Pure.
///
/// Queued → Checking → BackingUp → Uploading → Asking → ServerWorking → Done. A lost answer goes to Unknown, where the
/// service's list tells whether it was started: a start is never repeated blindly. A retry begins at Queued, and every
/// step skips what an earlier attempt did.
[[nodiscard]] std::optional<JobStep> next(JobStep step, ImportEvent event, ImportRequest::Backup backup);
/// The import may be changing its target, or will: another one into the same environment waits.
[[nodiscard]] bool holdsTarget(JobStep step);
/// From here on the target may have been changed by it.
[[nodiscard]] bool mayHaveChangedTarget(JobStep step);

} // namespace longshore
