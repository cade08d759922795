#pragma once

#include "app/domain/importrequest.h"
#include "app/domain/jobstep.h"

#include <optional>

namespace longshore {

enum class ImportEvent {
    TurnCame, ///< no other import into this environment is under way
    Fetched, ///< the source of a copy is a file of the library
    FetchFailed,
    FileGood, ///< it is the file that was checked
    FileRefused, ///< it changed or is gone
    BackupDone, ///< the undo file is verified and in the library
    BackupFailed,
    Prepared, ///< what will be sent is in the form that the platform takes
    PrepareFailed,
    Uploaded, ///< the store holds the whole package; of a way without an upload: the service can be asked
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

/// What decides which steps an import has.
struct ImportCourse
{
    ImportWay way = ImportWay::Upload;
    ImportRequest::Backup backup = ImportRequest::Backup::First;
    bool fetches = false; ///< a copy
    bool prepares = false; ///< its file is not in the form that the platform takes; known when it was checked
};

/// The next step, or nothing when the event does not apply there. Pure.
///
/// Queued → [Fetching] → Checking → BackingUp → [Preparing] → Uploading → Asking → ServerWorking → Done. What has no
/// upload has Starting in its place, and what the platform does without a file of ours neither Checking nor Preparing.
/// A lost answer goes to Unknown, where a look tells whether it was started: a start is never repeated blindly. Where
/// there is nothing to look at the person decides, and may have it tried again. A retry begins at Queued, and every
/// step skips what an earlier attempt did.
[[nodiscard]] std::optional<JobStep> next(JobStep step, ImportEvent event, const ImportCourse& course);
/// The import may be changing its target, or will: another one into the same environment waits.
[[nodiscard]] bool holdsTarget(JobStep step);
/// From here on the target may have been changed by it.
[[nodiscard]] bool mayHaveChangedTarget(JobStep step);

} // namespace longshore
