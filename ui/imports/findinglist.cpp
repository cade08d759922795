#include "ui/imports/findinglist.h"

#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/imports/findingtext.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {
constexpr int symbol = 18;
}

FindingList::FindingList(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins({});
    m_grid->setHorizontalSpacing(10);
    m_grid->setVerticalSpacing(3);
    m_grid->setColumnStretch(1, 1);
}

void FindingList::showFindings(const QList<Finding>& findings, const QList<Finding>& accepted, const QDateTime& now)
{
    const bool grows = findings.size() >= m_shown.size() && findings.first(m_shown.size()) == m_shown;
    if (!grows) {
        clear();
    }
    for (qsizetype i = m_shown.size(); i < findings.size(); ++i) {
        addRow(findings.at(i), now);
    }
    m_shown = findings;
    for (const auto& [finding, box] : std::as_const(m_ticks)) {
        box->setChecked(accepted.contains(finding));
    }
}

void FindingList::clear()
{
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // it may be the one that is being clicked
        }
        std::unique_ptr<QLayoutItem>(item).reset();
    }
    for (int row = 0; row <= m_rows; ++row) {
        m_grid->setRowMinimumHeight(row, 0);
    }
    m_rows = 0;
    m_ticks.clear();
    m_shown.clear();
}

void FindingList::addRow(const Finding& finding, const QDateTime& now)
{
    const FindingText text = findingText(finding, now);
    const QString word = severityText(finding.severity);
    int row = m_rows;
    auto* picture = new QLabel(this);
    picture->setPixmap(icon(severityIcon(finding.severity), severityTone(finding.severity))
                           .pixmap(QSize(symbol, symbol), devicePixelRatioF()));
    picture->setAccessibleName(word);
    picture->setToolTip(word);
    const bool matters = finding.severity == Finding::Severity::Warning || finding.severity == Finding::Severity::Error;
    //: A finding of a check. %1 is "Warning" or "Error", %2 a sentence
    QLabel* sentence = bodyLabel(matters ? tr("%1: %2").arg(word, text.sentence) : text.sentence, this);
    sentence->setObjectName(u"finding_"_s + findingName(finding.kind));
    sentence->setToolTip(text.where);
    m_grid->addWidget(picture, row, 0, Qt::AlignTop);
    m_grid->addWidget(sentence, row, 1);
    QStringList more{text.where, text.remedy};
    more.removeAll(QString());
    if (matters && !more.isEmpty()) {
        QLabel* remedy = quietLabel(this);
        remedy->setObjectName(u"remedy_"_s + findingName(finding.kind));
        remedy->setWordWrap(true);
        remedy->setText(more.join(u' '));
        m_grid->addWidget(remedy, ++row, 1);
    }
    if (!text.tick.isEmpty()) {
        auto* box = new QCheckBox(text.tick, this);
        box->setObjectName(u"tick_"_s + findingName(finding.kind));
        box->setAccessibleDescription(text.sentence);
        connect(box, &QCheckBox::clicked, this, &FindingList::tell);
        if (QWidget* before = m_ticks.isEmpty() ? m_anchor : m_ticks.last().second) {
            QWidget::setTabOrder(before, box);
        }
        m_grid->addWidget(box, ++row, 1);
        m_ticks.append({finding, box});
    }
    m_grid->setRowMinimumHeight(row + 1, 4);
    m_rows = row + 2;
}

void FindingList::tell()
{
    QList<Finding> accepted;
    for (const auto& [finding, box] : std::as_const(m_ticks)) {
        if (box->isChecked()) {
            accepted << finding;
        }
    }
    Q_EMIT acceptedChanged(accepted);
}

} // namespace longshore
