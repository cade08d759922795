#pragma once

#include "app/domain/jobstep.h"

#include <optional>

namespace longshore {

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

/// The next step, or nothing when the event does not apply there. Pure. `download` is what the request says;
/// `hasServerId`: an export is known that may still give its file (serverCanDeliver()).
[[nodiscard]] std::optional<JobStep> next(JobStep step, ExportEvent event, bool download, bool hasServerId);
/// Whether the job uses the project's one export slot on the server, or may use it (Unknown). A job that is not watched
/// any more does not: the service says itself when it is busy.
[[nodiscard]] bool holdsSlot(JobStep step);

} // namespace longshore
