#pragma once

#include "app/domain/estimate.h"
#include "app/domain/jobrecord.h"
#include "ui/common/tones.h"

#include <chrono>
#include <optional>

namespace longshore {

/// A job and what is known around it; what the words about it are made from.
struct JobView
{
    JobRecord record;
    Estimate estimate;
    std::optional<std::chrono::seconds> timeLeft; ///< of the transfer, smoothed
    QString waitsFor; ///< title of the job before this one in the project's queue
    QList<double> speeds; ///< of the last two minutes, second by second, oldest first

    friend bool operator==(const JobView&, const JobView&) = default;
};

/// The state of a job at a glance: a shape, a colour and a word.
struct JobLook
{
    QString icon;
    Tone tone = Tone::Plain;
    QString word;
};

/// How a job weighs in the summary and the order of the list.
enum class JobGroup { NeedsYou, Running, Waiting, Finished };

/// The service does something that may take its time.
[[nodiscard]] bool isServerWork(JobStep step);
[[nodiscard]] QString jobPlace(const JobRecord& record); ///< "Contoso / Production CMS"
[[nodiscard]] QString jobTitle(const JobRecord& record);
[[nodiscard]] JobGroup jobGroup(const JobRecord& record);
[[nodiscard]] JobLook jobLook(const JobRecord& record);
/// For a screen reader and the status bar: "Import of cms.bacpac into Contoso / Integration started."
[[nodiscard]] QString startedText(const JobRecord& record);
/// Why a job waits, as a sentence; empty when it does not.
[[nodiscard]] QString waitingText(const JobView& view);
/// "1 running, 2 waiting, 1 needs you"
[[nodiscard]] QString jobsSummary(const QList<JobRecord>& records);

} // namespace longshore
