#pragma once

#include "app/core/error.h"
#include "app/core/progress.h"
#include "app/domain/exportrequest.h"
#include "app/domain/importflow.h"
#include "app/domain/importrequest.h"
#include "app/domain/jobpieces.h"
#include "app/domain/jobstep.h"
#include "app/domain/priority.h"
#include "app/domain/tier.h"
#include "app/domain/uploadedpart.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <optional>

namespace longshore {

enum class JobKind { Export, Import };

/// A durable intention and how far it is. A value: what the store holds, what the window and the command line show.
struct JobRecord
{
    QString id;
    qint64 sequence = 0; ///< order of creation, and of the queue
    ExportRequest request; ///< of an export
    std::optional<ImportRequest> import; ///< of an import, which has no export request
    QString connectionName; ///< as it was when the job was made
    Tier tier = Tier::Production;

    JobStep step = JobStep::Queued;
    WaitReason waiting = WaitReason::None;
    QString waitingFor; ///< the id of the job before us (Slot), a folder (Space), a connection (Credentials)
    bool paused = false; ///< set before the download it holds that back; the server goes on
    Priority priority = Priority::Usual; ///< of the transfer among others
    qint64 bytesPerSecondLimit = 0; ///< of this transfer alone; 0: none
    QString serverId; ///< the export's id at the service
    QString serverStatus; ///< the server's own last word
    QString serverFileName;
    QDateTime createdAt;
    QDateTime finishedAt;
    QDateTime lastCheckedAt;
    QDateTime nextCheckAt;
    int checks = 0;
    QDateTime linkExpiresAt; ///< of the link in use; invalid when there is none
    int linkRenewals = 0;
    int retries = 0;
    QString etag;
    QList<StepRecord> timeline;
    QList<JobLogLine> log; ///< the newest 200
    std::optional<Error> error;

    QString partPath; ///< where the bytes go until they are verified; decided once
    QString targetPath; ///< the final name about to be taken; committed before the rename, so that a restart knows it
    QString path; ///< the finished file, or empty
    qint64 size = -1;
    QString sha256; ///< lower-case hex
    QString libraryId;

    // of an import
    int serverPercent = -1; ///< of the deployment, as the server says it; -1: it said none
    QStringList serverWarnings; ///< in the server's own words
    QStringList serverErrors;
    QString packageName; ///< under which the file was sent; another one than asked for when that was taken
    bool uploaded = false; ///< the store holds the whole package under that name
    QString uploadSession; ///< the service's id of the place that the upload goes to; empty: none, or it has no ids
    QList<UploadedPart> uploadedParts; ///< of an upload in parts that is whole, by number
    std::optional<PreparedFile> prepared; ///< empty: the person's own file is sent
    bool mayHaveRun = false; ///< the service ran it although there is no id: inside the request, or its answer was lost
    QString fetchJob; ///< of a copy: the export that makes its file
    QString backupJob; ///< the export that makes the undo file
    QString backupLibraryId; ///< the undo file; empty: there is none
    QString backupServerId; ///< the service's id of that export, which may be a backup that it can restore
    // of an export
    QString backupFor; ///< the import this export makes the undo file for
    QString fetchFor; ///< the copy this export makes the file of

    Progress progress; ///< of the running transfer; not stored

    [[nodiscard]] JobKind kind() const { return import ? JobKind::Import : JobKind::Export; }
    // The place it is about: an export's source, an import's target.
    [[nodiscard]] const QString& connectionId() const { return import ? import->connectionId : request.connectionId; }
    [[nodiscard]] const QString& environment() const { return import ? import->environment : request.environment; }
    [[nodiscard]] Database database() const { return import ? import->database : request.database; }

    /// The import that an export was made for, and that waits for it; empty: nobody does.
    [[nodiscard]] const QString& partOf() const { return backupFor.isEmpty() ? fetchFor : backupFor; }

    friend bool operator==(const JobRecord&, const JobRecord&) = default;
};

/// Which steps an import has. Only of an import.
[[nodiscard]] ImportCourse courseOf(const JobRecord& record);
/// The service took the import, or may have: its target may be changed.
[[nodiscard]] bool wasAccepted(const JobRecord& record);

/// What a person may do with a job now; the verbs tell the truth about what they end.
enum class JobVerb {
    RemoveFromQueue,
    StopWatching,
    WatchAgain,
    CheckNow,
    Pause,
    Resume,
    CancelTransfer,
    Look, ///< of an unknown outcome: ask the server
    Adopt,
    Forget,
    Retry,
    RunAgain,
    ShowFile,
    DismissFinished,
    SetPriority, ///< argument: priorityName()
    SetLimit, ///< argument: bytes a second, 0 for none
    Complete, ///< of a deployment that awaits verification
    Reset, ///< the same: take it back
    Undo, ///< prepares the import of the undo file; the window's and the command line's
};
/// What a person is offered.
[[nodiscard]] QList<JobVerb> verbsFor(const JobRecord& record);
/// What has an effect now: what is offered, and what needs no button of its own. A transfer still to come may be paused
/// already, and as long as it is not over it has a priority and a limit.
[[nodiscard]] bool allows(const JobRecord& record, JobVerb verb);
/// Its transfer runs or is still to come.
[[nodiscard]] bool hasTransferAhead(const JobRecord& record);
/// Of SetLimit: "2500000"; nothing for another text.
[[nodiscard]] std::optional<qint64> limitFromArgument(const QString& argument);
/// An export is known that may still give its file: it has an id, did not fail and is not past its retention.
[[nodiscard]] bool serverCanDeliver(const JobRecord& record);

[[nodiscard]] QJsonObject toJson(const JobRecord& record);
/// Empty without id or a request that is whole. An unknown step becomes JobStep::Unknown, which does nothing by itself.
[[nodiscard]] std::optional<JobRecord> jobRecordFromJson(const QJsonObject& json);

} // namespace longshore
