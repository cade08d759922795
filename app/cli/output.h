#pragma once

#include "app/cli/errortext.h"
#include "app/cli/exitcode.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QString>

namespace longshore::cli {

/// The two streams. Results go to standard output, as text for people or, asked for, as JSON lines of schema 1;
/// everything that passes goes to standard error.
class Output final
{
public:
    explicit Output(bool json);

    [[nodiscard]] bool isJson() const { return m_json; }
    /// One line of the schema; nothing in text mode.
    void json(QJsonObject object);
    /// One line for people; nothing in JSON mode.
    void text(const QString& line);
    void table(const QStringList& header, const QList<QStringList>& rows);
    /// One line on standard error.
    void note(const QString& line);
    /// How far something is; on a terminal it replaces the line before, otherwise one comes every ten seconds.
    void progress(const QString& line);
    /// What happened, whether anything was changed, the one next step.
    void error(const Error& error, const ErrorContext& context, Exit code);

private:
    void endProgress();

    bool m_json;
    bool m_terminal; ///< standard error is one
    bool m_progressShown = false;
    QElapsedTimer m_sinceProgress;
};

} // namespace longshore::cli
