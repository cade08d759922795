#pragma once

#include "app/cli/arguments.h"
#include "app/cli/interrupts.h"
#include "app/cli/output.h"
#include "app/services.h"

#include <QObject>
#include <QTimer>
#include <memory>

namespace longshore::cli {

class Command;

/// One run of longshorectl, from the loaded state to the exit code.
class Session final : public QObject
{
    Q_OBJECT

public:
    explicit Session(const Arguments& arguments);
    ~Session() override;
    void start();

private:
    void runCommand();
    void interrupted();
    void finish(int exitCode);
    void leaveWhenNothingIsAsked();

    Arguments m_arguments;
    Output m_output;
    Interrupts m_interrupts;
    Services m_services;
    std::unique_ptr<Command> m_command;
    QTimer m_leaveAnyway;
    int m_exitCode = -1;
};

} // namespace longshore::cli
