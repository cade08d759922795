#pragma once

#include <QList>
#include <QString>
#include <optional>

namespace longshore {

/// The steps of a job of any kind. Stored by name; every step is idempotent or looks first whether it was done. One
/// list for all flows, so that the store, the timeline and the panels show any job; which steps a flow has, and in what
/// order, is its own transition function's (exportflow.h, importflow.h).
enum class JobStep {
    Queued, ///< the row exists, nothing was sent
    // of an import
    Fetching, ///< of a copy: an export of its source runs as a job of its own
    Checking, ///< whether the file is still the one that was checked
    BackingUp, ///< an export of the target runs as a job of its own
    Preparing, ///< the file is unpacked or compressed into what the platform takes
    Uploading,
    Starting, ///< nothing is to be uploaded: the service is about to be asked, or could not be yet
    // of both
    Asking, ///< the POST is about to go or is on its way; found here after a crash means Unknown
    Unknown, ///< the POST may or may not have arrived: look, adopt an id, or forget
    ServerWorking, ///< it has an id at the service; polling
    // of an import
    AwaitingVerification, ///< the server waits for a person: complete or reset
    Completing, ///< the wish to complete is about to go, on its way, or being carried out
    Resetting, ///< the same of a reset
    WasReset, ///< an end: the environment is as it was before
    // of an export
    Ready, ///< the server has the file; the end of a job that does not download
    Downloading,
    Verifying, ///< size, hash and format; the file still has its part name
    Filing, ///< renamed and entered in the library
    // of both
    Done,
    Failed,
    Cancelled, ///< our transfer was cancelled by the person, or the row removed before anything was sent
    StoppedWatching, ///< the server goes on; "watch again" takes it up
    Forgotten,
};

/// What a job that waits is waiting for.
enum class WaitReason { None, Slot, Network, Link, Space, Credentials, ServerTime, Paused, Backup, Source };

[[nodiscard]] bool isFinal(JobStep step); ///< Done, Failed, Cancelled, Forgotten, Ready, WasReset
[[nodiscard]] bool isTransfer(JobStep step); ///< bytes go in it: Downloading, Uploading
[[nodiscard]] bool countsBytes(JobStep step); ///< the same, and Preparing, which may not be paused
[[nodiscard]] QString stepName(JobStep step);
[[nodiscard]] std::optional<JobStep> stepFromName(const QString& name);
[[nodiscard]] QString waitReasonName(WaitReason reason);
[[nodiscard]] WaitReason waitReasonFromName(const QString& name); ///< None for a word this version does not know

} // namespace longshore
