#include "ui/jobs/jobtimeline.h"

#include "ui/common/icons.h"
#include "ui/common/labels.h"

#include <QGridLayout>
#include <QLabel>
#include <QProgressBar>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowsPerLine = 3; ///< title, text, bar

} // namespace

JobTimeline::JobTimeline(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(2);
    m_grid->setColumnStretch(1, 1);
}

void JobTimeline::showRows(const QList<TimelineRow>& rows)
{
    while (m_lines.size() < rows.size()) {
        addLine();
    }
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        if (i >= rows.size()) {
            const Line& line = m_lines.at(i);
            for (QWidget* part :
                 {static_cast<QWidget*>(line.icon), static_cast<QWidget*>(line.title), static_cast<QWidget*>(line.time),
                  static_cast<QWidget*>(line.text), static_cast<QWidget*>(line.bar)}) {
                part->hide();
            }
        } else if (i >= m_shown.size() || !(m_shown.at(i) == rows.at(i))) {
            fill(m_lines.at(i), rows.at(i));
        }
    }
    m_shown = rows;
}

void JobTimeline::addLine()
{
    const auto number = m_lines.size();
    const int row = static_cast<int>(number) * (rowsPerLine + 1);
    Line line{.icon = new QLabel(this),
              .title = new QLabel(this),
              .time = quietLabel(this),
              .text = quietLabel(this),
              .bar = new QProgressBar(this)};
    line.title->setObjectName(u"stepTitle%1"_s.arg(number));
    line.time->setObjectName(u"stepTime%1"_s.arg(number));
    line.text->setObjectName(u"stepText%1"_s.arg(number));
    line.bar->setObjectName(u"stepBar%1"_s.arg(number));
    line.text->setWordWrap(true);
    line.text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    line.bar->setTextVisible(false);
    line.bar->setRange(0, 1000);
    line.bar->setMaximumHeight(10);
    m_grid->addWidget(line.icon, row, 0, 2, 1, Qt::AlignTop);
    m_grid->addWidget(line.title, row, 1);
    m_grid->addWidget(line.time, row, 2, Qt::AlignTrailing);
    m_grid->addWidget(line.text, row + 1, 1, 1, 2);
    m_grid->addWidget(line.bar, row + 2, 1, 1, 2);
    if (row > 0) {
        m_grid->setRowMinimumHeight(row - 1, 10);
    }
    m_lines.append(line);
}

void JobTimeline::fill(const Line& line, const TimelineRow& row)
{
    line.icon->setPixmap(icon(row.icon, row.tone).pixmap(QSize(20, 20), devicePixelRatioF()));
    QFont font = line.time->font();
    font.setWeight(row.tone == Tone::Active || row.tone == Tone::Caution || row.tone == Tone::Bad ? QFont::DemiBold
                                                                                                  : QFont::Normal);
    line.title->setFont(font);
    line.title->setText(row.title);
    line.time->setText(row.time);
    line.text->setText(row.text);
    line.bar->setValue(row.permille.value_or(0));
    line.bar->setAccessibleName(row.title);
    for (QWidget* part :
         {static_cast<QWidget*>(line.icon), static_cast<QWidget*>(line.title), static_cast<QWidget*>(line.time)}) {
        part->show();
    }
    line.text->setVisible(!row.text.isEmpty());
    line.bar->setVisible(row.permille.has_value());
}

} // namespace longshore
