#pragma once

#include "ui/common/prompts.h"

#include <QList>
#include <QTimer>

namespace longshore {

/// Answers every question as it was told to, from the event loop, and remembers what was asked.
class FakePrompts final : public Prompts
{
public:
    QList<Question> asked;
    bool accepts = true;
    QString text;
    double number = 0;

    void ask(const Question& question, QWidget*, QObject* context, std::function<void(bool)> answer) override
    {
        asked << question;
        QTimer::singleShot(0, context, [answer = std::move(answer), yes = accepts] { answer(yes); });
    }
    void askText(const Question& question, const QString&, QWidget*, QObject* context,
                 std::function<void(const QString&)> answer) override
    {
        asked << question;
        QTimer::singleShot(0, context, [answer = std::move(answer), typed = text] { answer(typed); });
    }
    void askNumber(const Question& question, const NumberRange&, QWidget*, QObject* context,
                   std::function<void(double)> answer) override
    {
        asked << question;
        QTimer::singleShot(0, context, [answer = std::move(answer), typed = number] { answer(typed); });
    }
    void chooseFolder(const QString&, const QString&, QWidget*, QObject* context,
                      std::function<void(const QString&)> answer) override
    {
        QTimer::singleShot(0, context, [answer = std::move(answer), typed = text] { answer(typed); });
    }
    void chooseFile(const QString&, const QString&, QWidget*, QObject* context,
                    std::function<void(const QString&)> answer) override
    {
        QTimer::singleShot(0, context, [answer = std::move(answer), typed = text] { answer(typed); });
    }
};

} // namespace longshore
