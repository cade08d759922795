#include "ui/shell/quitplan.h"

#include <QCoreApplication>

namespace longshore {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(longshore::QuitPlan)
};

} // namespace

QStringList whatGoesOnWithoutUs(const QList<JobRecord>& records)
{
    int transfers = 0;
    int atServer = 0;
    int waiting = 0;
    int undecided = 0;
    for (const JobRecord& record : records) {
        switch (record.step) {
        case JobStep::Queued:
            ++waiting;
            break;
        case JobStep::Asking:
        case JobStep::ServerWorking:
            ++atServer;
            break;
        case JobStep::Unknown:
            ++undecided;
            break;
        case JobStep::Downloading:
        case JobStep::Verifying:
        case JobStep::Filing:
            ++transfers;
            break;
        default:
            break;
        }
    }
    QStringList sentences;
    if (transfers > 0) {
        sentences << Text::tr("%n downloads pause and go on at the same byte next time.", nullptr, transfers);
    }
    if (atServer > 0) {
        sentences << Text::tr("%n exports keep running at the server. You will not be told until you open Longshore "
                              "again.",
                              nullptr, atServer);
    }
    if (waiting > 0) {
        sentences << Text::tr("%n jobs have not begun and wait for the next start.", nullptr, waiting);
    }
    if (undecided > 0) {
        sentences << Text::tr("%n jobs still need a decision from you.", nullptr, undecided);
    }
    return sentences;
}

} // namespace longshore
