#include "ui/shell/quitplan.h"

#include "ui/common/prompts.h"

#include <QCoreApplication>
#include <QWidget>

namespace longshore {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(longshore::QuitPlan)
};

/// How many jobs are where, as far as it matters to who leaves.
struct Counts
{
    int downloads = 0;
    int uploads = 0;
    int exports = 0; ///< at the server
    int imports = 0; ///< at the server
    int preparing = 0; ///< imports whose file is checked or whose target is backed up
    int waiting = 0;
    int undecided = 0;
};

Counts countsOf(const QList<JobRecord>& records)
{
    Counts counts;
    for (const JobRecord& record : records) {
        switch (record.step) {
        case JobStep::Queued:
            ++counts.waiting;
            break;
        case JobStep::Fetching:
        case JobStep::Checking:
        case JobStep::BackingUp:
        case JobStep::Preparing:
        case JobStep::Starting:
            ++counts.preparing;
            break;
        case JobStep::Uploading:
            ++counts.uploads;
            break;
        case JobStep::Asking:
        case JobStep::ServerWorking:
        case JobStep::Completing:
        case JobStep::Resetting:
            ++(record.import ? counts.imports : counts.exports);
            break;
        case JobStep::Unknown:
        case JobStep::AwaitingVerification:
            ++counts.undecided;
            break;
        case JobStep::Downloading:
        case JobStep::Verifying:
        case JobStep::Filing:
            ++counts.downloads;
            break;
        default:
            break;
        }
    }
    return counts;
}

} // namespace

QStringList whatGoesOnWithoutUs(const QList<JobRecord>& records)
{
    const Counts counts = countsOf(records);
    QStringList sentences;
    if (counts.downloads > 0) {
        sentences << Text::tr("%n downloads pause and go on at the same byte next time.", nullptr, counts.downloads);
    }
    if (counts.uploads > 0) {
        sentences << Text::tr("%n uploads pause and go on next time with what is missing.", nullptr, counts.uploads);
    }
    if (counts.exports > 0) {
        sentences << Text::tr("%n exports keep running at the server. You will not be told until you open Longshore "
                              "again.",
                              nullptr, counts.exports);
    }
    if (counts.imports > 0) {
        sentences << Text::tr("%n imports keep running at the server, which replaces the database without us.", nullptr,
                              counts.imports);
    }
    if (counts.preparing > 0) {
        sentences << Text::tr("%n imports stop before their upload and go on next time.", nullptr, counts.preparing);
    }
    if (counts.waiting > 0) {
        sentences << Text::tr("%n jobs have not begun and wait for the next start.", nullptr, counts.waiting);
    }
    if (counts.undecided > 0) {
        sentences << Text::tr("%n jobs still need a decision from you.", nullptr, counts.undecided);
    }
    return sentences;
}

void askWhetherToQuit(Prompts& prompts, const QList<JobRecord>& records, QWidget* window, std::function<void()> quit)
{
    prompts.ask({.heading = Text::tr("Quit while jobs are going on?"),
                 .text = whatGoesOnWithoutUs(records).join(QLatin1Char('\n')),
                 .acceptText = Text::tr("Quit"),
                 .rejectText = Text::tr("Keep open")},
                window, window, [quit = std::move(quit)](bool accepted) {
                    if (accepted) {
                        quit();
                    }
                });
}

} // namespace longshore
