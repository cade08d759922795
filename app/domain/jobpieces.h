#pragma once

#include "app/domain/dumpformat.h"
#include "app/domain/jobstep.h"

#include <QDateTime>
#include <QString>

namespace longshore {

// What a job's row is made of.

/// One line of a job's timeline.
struct StepRecord
{
    JobStep step = JobStep::Queued;
    QDateTime startedAt; ///< UTC
    QDateTime endedAt; ///< UTC; invalid while it lasts

    friend bool operator==(const StepRecord&, const StepRecord&) = default;
};

/// One line of a job's log; redacted when written, so it may be copied anywhere.
struct JobLogLine
{
    QDateTime at; ///< UTC
    QString text; ///< English, for support; not translated

    friend bool operator==(const JobLogLine&, const JobLogLine&) = default;
};

/// The file of an import in the form that the platform takes, where the person's own is in another.
struct PreparedFile
{
    DumpFormat format = DumpFormat::Plain;
    QString path; ///< absolute, below the state folder; committed before there is a file
    qint64 size = -1; ///< -1: it is not whole yet
    QString sha256; ///< lower-case hex

    friend bool operator==(const PreparedFile&, const PreparedFile&) = default;
};

} // namespace longshore
