#pragma once

#include "ui/jobs/jobstate.h"

#include <QDateTime>
#include <QWidget>

class QGridLayout;
class QLabel;
class QProgressBar;

namespace longshore {

/// One step of a job as its timeline shows it.
struct TimelineRow
{
    QString icon;
    Tone tone = Tone::Muted;
    QString title; ///< "Server exports"
    QString time; ///< "14:02 → 14:29, 27 min"; empty before it begins
    QString text; ///< what is to say about it; may be empty
    std::optional<int> permille; ///< only while bytes are counted

    friend bool operator==(const TimelineRow&, const TimelineRow&) = default;
};

/// The four steps of an export (two when nothing is downloaded), done, current and still to come.
[[nodiscard]] QList<TimelineRow> timelineOf(const JobView& view, const QDateTime& now);

/// Shows those rows; labels stay in place while their words change.
class JobTimeline final : public QWidget
{
    Q_OBJECT

public:
    explicit JobTimeline(QWidget* parent = nullptr);

    void showRows(const QList<TimelineRow>& rows);

private:
    struct Line
    {
        QLabel* icon;
        QLabel* title;
        QLabel* time;
        QLabel* text;
        QProgressBar* bar;
    };
    void addLine();
    void fill(const Line& line, const TimelineRow& row);

    QGridLayout* m_grid;
    QList<Line> m_lines;
    QList<TimelineRow> m_shown;
};

} // namespace longshore
