#pragma once

#include <QString>

namespace longshore {

struct Error;

/// What a person reads about a failure: one sentence each, and the rest folded away.
struct ErrorText
{
    QString what; ///< what happened
    QString safe; ///< whether anything was changed or lost
    QString next; ///< the one next step
    QString details; ///< code, status and the server's words, line by line; holds no secret and no signed link
};

[[nodiscard]] ErrorText errorText(const Error& error);

} // namespace longshore
