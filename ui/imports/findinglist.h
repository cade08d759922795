#pragma once

#include "app/domain/finding.h"

#include <QDateTime>
#include <QWidget>

class QCheckBox;
class QGridLayout;

namespace longshore {

/// Findings as they come: symbol and word, sentence, remedy, and a box to tick at each warning.
class FindingList final : public QWidget
{
    Q_OBJECT

public:
    explicit FindingList(QWidget* parent);
    /// The boxes come after it with Tab; without it after everything in the window.
    void setTabAnchor(QWidget* anchor) { m_anchor = anchor; }

    /// Rows that are there stay in place while more come.
    void showFindings(const QList<Finding>& findings, const QList<Finding>& accepted, const QDateTime& now);

Q_SIGNALS:
    void acceptedChanged(const QList<longshore::Finding>& accepted);

private:
    void clear();
    void addRow(const Finding& finding, const QDateTime& now);
    void tell();

    QGridLayout* m_grid;
    int m_rows = 0; ///< in use; a grid itself never gets fewer
    QWidget* m_anchor = nullptr;
    QList<Finding> m_shown;
    QList<std::pair<Finding, QCheckBox*>> m_ticks;
};

} // namespace longshore
