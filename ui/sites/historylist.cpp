#include "ui/sites/historylist.h"

#include "ui/common/card.h"
#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/words.h"
#include "ui/jobs/importjobtext.h"
#include "ui/jobs/jobtext.h"
#include "ui/sites/placefacts.h"

#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

constexpr int Shown = 5;

} // namespace

HistoryList::HistoryList(QWidget* parent) : QWidget(parent), m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins({});
    m_rows->addWidget(headingLabel(HeadingRank::Section, tr("Lately"), this));
    hide();
}

void HistoryList::setRecords(const QList<JobRecord>& newestFirst, const Place& place, const QDateTime& now)
{
    QList<Line> lines;
    for (const JobRecord& record : newestFirst) {
        if (!isOf(record, place) || lines.size() == Shown) {
            continue;
        }
        const JobLook look = jobLook(record);
        QStringList parts{formatMoment(record.createdAt, now), databaseText(record.database())};
        if (record.import) {
            const QString from = importSourceText(record);
            if (record.import->source) {
                //: One of the last jobs. %1 is an environment or the name of a file
                parts << (from.isEmpty() ? tr("copy") : tr("copy of %1").arg(from));
            } else {
                //: One of the last jobs. %1 is the name of a file
                parts << tr("import of %1").arg(from);
            }
        } else {
            //: One of the last jobs
            parts << (record.backupFor.isEmpty() ? tr("export") : tr("backup before an import"));
        }
        parts << look.word;
        if (record.size >= 0 && endedWell(record)) {
            parts << formatSize(record.size);
        }
        lines << Line{.id = record.id, .icon = look.icon, .tone = look.tone, .text = parts.join(u"  ·  "_s)};
    }
    if (lines == m_lines) {
        return;
    }
    m_lines = lines;
    rebuild();
}

void HistoryList::rebuild()
{
    if (m_content != nullptr) {
        m_content->hide();
        m_content->deleteLater();
    }
    m_content = new Card(this);
    auto* layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->setSpacing(0);
    int number = 0;
    for (const Line& line : std::as_const(m_lines)) {
        auto* row = new QToolButton(m_content);
        row->setObjectName(u"history_%1"_s.arg(++number));
        row->setIcon(icon(line.icon, line.tone));
        row->setText(line.text);
        row->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        row->setAutoRaise(true);
        connect(row, &QToolButton::clicked, this, [this, id = line.id] { Q_EMIT jobActivated(id); });
        layout->addWidget(row, 0, Qt::AlignLeft);
    }
    m_rows->addWidget(m_content);
    setVisible(!m_lines.isEmpty());
}

} // namespace longshore
