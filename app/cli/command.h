#pragma once

#include "app/cli/arguments.h"
#include "app/cli/output.h"
#include "app/core/secret.h"
#include "app/core/task.h"
#include "app/domain/connection.h"

#include <QObject>
#include <functional>

namespace longshore {
class Services;
}

namespace longshore::cli {

/// One thing that was asked for on the command line. It ends exactly once, with an exit code.
class Command : public QObject
{
    Q_OBJECT

public:
    struct Context
    {
        Services& services;
        Output& output;
        const Arguments& arguments;
    };

    virtual void run() = 0;

Q_SIGNALS:
    void finished(int exitCode);

protected:
    Command(const Context& context, QObject* parent);

    void end(Exit code);
    void endWith(const Error& error, const ErrorContext& context = {});

    [[nodiscard]] Services& services() const { return m_context.services; }
    [[nodiscard]] Output& output() const { return m_context.output; }
    [[nodiscard]] const Arguments& arguments() const { return m_context.arguments; }

    /// The connection named on the line, the practice server's, or the only one there is. Errors: NotFound, BadInput.
    [[nodiscard]] Result<Connection> wantedConnection() const;
    /// From this run, the environment, the keychain, or a person at the terminal; without one the command ends.
    void withSecret(const Connection& connection, const std::function<void(const Secret&)>& then);

    /// The address on the line, or, where that is `-`, from standard input. It is a secret.
    void withAddress(const std::function<void(const QByteArray&)>& then);

    /// Starts the task; `then` gets its value, an error ends the command.
    template <class T, class Then>
    void await(ResultTask<T>* task, Then then, const ErrorContext& context = {})
    {
        connect(task, &Task::finished, this, [this, task, then, context] {
            if (!task->result()) {
                endWith(task->result().error(), context);
            } else if constexpr (std::is_void_v<T>) {
                then();
            } else {
                then(*task->result());
            }
        });
        task->start();
    }

private:
    void askSecret(const Connection& connection, const Error& why, const std::function<void(const Secret&)>& then);

    Context m_context;
    bool m_ended = false;
};

[[nodiscard]] std::unique_ptr<Command> makeCommand(const Command::Context& context);

} // namespace longshore::cli
