#pragma once

#include "app/core/error.h"

#include <QString>
#include <optional>

namespace longshore::cli {

/// What a person reads of an error on a terminal. English only: scripts and logs read it too.
struct ErrorText
{
    QString what; ///< what happened, one sentence
    QString safe; ///< whether anything was changed
    QString next; ///< the one next step
};

/// What the sentence may point to.
struct ErrorContext
{
    QString job{}; ///< id of one that can go on; empty when there is none
    QString connection{}; ///< name
    bool upload = false; ///< a file is being sent
    bool jobEnded = false; ///< there was one, and it is over
    std::optional<Error> cause{}; ///< of an outcome that is not known
    bool import = false; ///< a database is being replaced
    bool targetTouched = false; ///< by that import, maybe
    bool dump = false; ///< what is imported is a SQL dump
    QString undo{}; ///< id of the job that can be undone; empty when there is none
};

[[nodiscard]] ErrorText errorText(const Error& error, const ErrorContext& context);

} // namespace longshore::cli
