#pragma once

#include "app/core/secret.h"
#include "app/core/task.h"

#include <QString>
#include <memory>

namespace longshore::cli {

enum class Stream { Input, Error };
[[nodiscard]] bool isTerminal(Stream stream);
[[nodiscard]] qsizetype terminalWidth();

/// All of standard input up to its end, without the last line break. Blocking; for BackgroundTask.
[[nodiscard]] QByteArray readStandardInput();

/// Asks on the terminal for one line that is not shown. Errors: SecretMissing (an empty line, or no terminal),
/// Cancelled. The terminal shows typing again when the task ends or dies.
class AskSecretTask final : public ResultTask<Secret>
{
    Q_OBJECT

public:
    AskSecretTask(QString prompt, QObject* parent);
    ~AskSecretTask() override;

protected:
    void run() override;
    void stop() override;

private:
    void readLine();

    class HiddenEcho;
    QString m_prompt;
    QByteArray m_line;
    std::unique_ptr<HiddenEcho> m_hidden;
};

/// Asks on the terminal for one line. Errors: GuardRefused (no terminal), Cancelled. An empty line is an answer.
class AskLineTask final : public ResultTask<QString>
{
    Q_OBJECT

public:
    AskLineTask(QString prompt, QObject* parent) : ResultTask(parent), m_prompt(std::move(prompt)) { }

protected:
    void run() override;

private:
    void readLine();

    QString m_prompt;
    QByteArray m_line;
};

} // namespace longshore::cli
