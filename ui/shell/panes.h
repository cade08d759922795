#pragma once

#include <QList>

class QWidget;

namespace longshore {

/// Puts the focus on the first thing in a pane that takes it.
void focusPane(QWidget* pane);
/// From the pane that has the focus to the next (step 1) or the one before (-1).
void focusNextPane(const QList<QWidget*>& panes, int step);

} // namespace longshore
