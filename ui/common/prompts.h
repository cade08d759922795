#pragma once

#include <QString>
#include <functional>

class QObject;
class QWidget;

namespace longshore {

/// A question whose answer may lose something, or that only a person can answer.
struct Question
{
    QString heading; ///< one sentence
    QString text; ///< what it means
    QString acceptText; ///< the verb and its object
    QString rejectText; ///< empty: "Cancel"
    bool destructive = false; ///< the accepting button is then never the default one
};

/// What is asked for with a number.
struct NumberRange
{
    double value = 0; ///< to begin with
    double lowest = 0;
    double highest = 100;
    int decimals = 2;
};

/// How the program asks a person. Injected, so that a test answers at once. The answer comes later, from the event
/// loop, and not at all when `context` died.
class Prompts
{
public:
    Prompts() = default;
    Prompts(const Prompts&) = delete;
    Prompts& operator=(const Prompts&) = delete;
    virtual ~Prompts() = default;

    virtual void ask(const Question& question, QWidget* parent, QObject* context,
                     std::function<void(bool accepted)> answer) = 0;
    virtual void askText(const Question& question, const QString& label, QWidget* parent, QObject* context,
                         std::function<void(const QString& text)> answer) = 0;
    /// The question's text stands at the field.
    virtual void askNumber(const Question& question, const NumberRange& range, QWidget* parent, QObject* context,
                           std::function<void(double number)> answer) = 0;
    virtual void chooseFolder(const QString& title, const QString& start, QWidget* parent, QObject* context,
                              std::function<void(const QString& folder)> answer) = 0;
    virtual void chooseFile(const QString& title, const QString& filter, QWidget* parent, QObject* context,
                            std::function<void(const QString& path)> answer) = 0;
};

/// With dialogs of the window.
class DialogPrompts final : public Prompts
{
public:
    void ask(const Question& question, QWidget* parent, QObject* context, std::function<void(bool)> answer) override;
    void askText(const Question& question, const QString& label, QWidget* parent, QObject* context,
                 std::function<void(const QString&)> answer) override;
    void askNumber(const Question& question, const NumberRange& range, QWidget* parent, QObject* context,
                   std::function<void(double)> answer) override;
    void chooseFolder(const QString& title, const QString& start, QWidget* parent, QObject* context,
                      std::function<void(const QString&)> answer) override;
    void chooseFile(const QString& title, const QString& filter, QWidget* parent, QObject* context,
                    std::function<void(const QString&)> answer) override;
};

} // namespace longshore
