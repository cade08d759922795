#pragma once

#include "app/domain/jobrecord.h"

namespace longshore {

/// Where a database server stopped in a dump, as far as its words tell.
struct StatementFailure
{
    qint64 line = 0; ///< of the dump, from 1; 0: not said
    QString table; ///< empty: not said

    friend bool operator==(const StatementFailure&, const StatementFailure&) = default;
};

/// From the words of MySQL and MariaDB and of the statement that a service quotes behind them:
/// "ERROR 1064 (42000) at line 1414: You have an error …; statement: INSERT INTO `wp_posts` …".
[[nodiscard]] StatementFailure statementFailure(const QString& words);
/// Of all the words that a job has from its server.
[[nodiscard]] StatementFailure statementFailure(const JobRecord& record);

} // namespace longshore
