#pragma once

#include <QWidget>

class QAction;
class QLabel;

namespace longshore {

/// What a person sees first: what the program does, and the two ways to begin.
class WelcomePage final : public QWidget
{
    Q_OBJECT

public:
    WelcomePage(QAction* connectProject, QAction* practice, QWidget* parent = nullptr);

private:
    struct Choice
    {
        QString iconName;
        QString heading;
        QString sentence;
        QString buttonText;
        QAction* action;
        bool main;
    };
    [[nodiscard]] QWidget* makeChoice(const Choice& choice);
};

} // namespace longshore
