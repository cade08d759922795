#pragma once

#include "app/cli/exitcode.h"
#include "app/domain/jobrecord.h"

#include <optional>

namespace longshore::cli {

/// How watching a job ends.
struct JobOutcome
{
    Exit exit = Exit::Done;
    std::optional<Error> error;

    friend bool operator==(const JobOutcome&, const JobOutcome&) = default;
};

enum class WatchUntil { Accepted, Finished };

/// Nothing while it makes sense to wait on. A wait that only a person can end is an end here: for the secret (unless
/// `canAsk`), for room, for a paused job, for the outcome of a lost answer.
[[nodiscard]] std::optional<JobOutcome> outcomeOf(const JobRecord& record, WatchUntil until, bool canAsk);
/// Something outside does not work and is tried again.
[[nodiscard]] bool isInTrouble(const JobRecord& record);
/// It goes on as it should, or waits its turn. Neither this nor trouble: it is about to try again.
[[nodiscard]] bool isWell(const JobRecord& record);
/// The trouble lasted too long. `trouble`: the last that was seen, for a record has none while it tries again.
[[nodiscard]] JobOutcome patienceEnded(const JobRecord& record, const std::optional<Error>& trouble = {});

} // namespace longshore::cli
