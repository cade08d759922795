#pragma once

#include "app/core/backgroundtask.h"

#include <QStringList>
#include <optional>

namespace longshore::practice {

/// The programs of a MariaDB installation that a private server needs.
struct MariaDbTools
{
    QString server; ///< mariadbd
    QString installer; ///< mariadb-install-db
    QString client; ///< mariadb
    QString dumper; ///< mariadb-dump
    QString setpriv; ///< starts the server without rights where we have all of them; may be empty

    /// Nothing when one is not installed, and on Windows.
    [[nodiscard]] static std::optional<MariaDbTools> find();
};

struct ProgramRun
{
    QString program;
    QStringList arguments;
    QString input = {}; ///< file for its standard input; empty: nothing
    QByteArray script = {}; ///< written to its standard input instead
};

struct ProgramEnd
{
    int code = -1; ///< -1: could not be started, or was killed
    QByteArray output;
    QByteArray errors;
};

/// Runs a program to its end, or until it is cancelled. Blocking. Errors: ServerError (subject: the program; detail:
/// what the system says), Cancelled.
[[nodiscard]] Result<ProgramEnd> runProgram(const ProgramRun& what, const CancelFlag& cancel);

} // namespace longshore::practice
