#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QVBoxLayout;

namespace longshore {

/// What a view shows when it has nothing to show: an icon, one heading, a sentence, and one or two ways on.
class StatusPage final : public QWidget
{
    Q_OBJECT

public:
    explicit StatusPage(QWidget* parent = nullptr);
    void setIcon(const QString& iconName);
    void setText(const QString& heading, const QString& sentence);
    /// The first one added is the main one. The page does not own the action.
    void addAction(QAction* action);

private:
    QLabel* m_icon;
    QLabel* m_heading;
    QLabel* m_sentence;
    QVBoxLayout* m_actions;
};

} // namespace longshore
