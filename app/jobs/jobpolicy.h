#pragma once

#include "app/core/error.h"
#include "app/domain/connection.h"
#include "app/domain/exportflow.h"
#include "app/domain/jobrecord.h"

#include <chrono>
#include <optional>

namespace longshore {

/// What an error means for a job: it waits for something and tries again, or an event moves it on.
struct Verdict
{
    std::optional<ExportEvent> event;
    WaitReason wait = WaitReason::None;

    friend bool operator==(const Verdict&, const Verdict&) = default;
};

/// A failed attempt to start an export. NotNow: nothing was started, it is asked again after the wait. Anything that
/// leaves a doubt is AnswerLost: a POST is never repeated blindly.
[[nodiscard]] Verdict verdictOnAsking(const Error& error);
/// A failed question about a running export; `times`: how often this error came in a row. Only an answer that is sure
/// ends the job.
[[nodiscard]] Verdict verdictOnWatching(const Error& error, int times);
/// A failed download; `times` as above.
[[nodiscard]] Verdict verdictOnTransfer(const Error& error, int times);
/// Whether the file itself is at fault, so that a retry must fetch all of it again.
[[nodiscard]] bool isFileAtFault(const Error& error);
/// Whether another secret or right could help.
[[nodiscard]] bool isAboutCredentials(Error::Code code);

/// When to ask again about an export of that age. `jitter`: -1 to 1, becomes ±10 %.
[[nodiscard]] std::chrono::milliseconds pollDelay(const PollPace& pace, std::chrono::milliseconds age, double jitter);
/// When to try again after the wait began; grows with failures, honours Error::retryAfter.
[[nodiscard]] std::chrono::milliseconds retryDelay(const PollPace& pace, WaitReason wait, const Error& error,
                                                   int failures);

/// Under which durations are learned.
[[nodiscard]] QString placeKey(const QString& connectionId, const QString& environment, Database database);
/// `name.bacpac`, then `name (2).bacpac`, …; `attempt` counts from 1.
[[nodiscard]] QString numberedName(const QString& fileName, int attempt);
/// The request for the same thing again; a name that only says when the first one was made is left to be made anew.
[[nodiscard]] ExportRequest requestAgain(const JobRecord& record);

} // namespace longshore
