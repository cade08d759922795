#include "ui/shell/panes.h"

#include <QApplication>
#include <QWidget>

namespace longshore {

void focusPane(QWidget* pane)
{
    QWidget* candidate = pane;
    do {
        const bool takesFocus = (candidate->focusPolicy() & Qt::TabFocus) != 0 && candidate->isEnabled()
                                && candidate->isVisible() && (candidate == pane || pane->isAncestorOf(candidate));
        if (takesFocus) {
            candidate->setFocus(Qt::ShortcutFocusReason);
            return;
        }
        candidate = candidate->nextInFocusChain();
    } while (candidate != pane);
}

void focusNextPane(const QList<QWidget*>& panes, int step)
{
    if (panes.isEmpty()) {
        return;
    }
    const QWidget* focus = QApplication::focusWidget();
    const auto here = std::find_if(panes.begin(), panes.end(), [focus](const QWidget* pane) {
        return focus != nullptr && (pane == focus || pane->isAncestorOf(focus));
    });
    const qsizetype count = panes.size();
    const qsizetype next = here == panes.end() ? 0 : (std::distance(panes.begin(), here) + step + count) % count;
    focusPane(panes.at(next));
}

} // namespace longshore
