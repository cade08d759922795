#pragma once

#include "app/cli/jobcommands.h"
#include "app/domain/importrequest.h"

namespace longshore::cli {

/// CONNECTION/ENVIRONMENT, as it was typed and as the program knows it.
struct NamedTarget
{
    Connection connection;
    QString environment;
};
/// Errors: BadInput (subject: the option), NotFound.
[[nodiscard]] Result<NamedTarget> namedTarget(Services& services, const QString& typed,
                                              const QString& option = QStringLiteral("--to"));

/// What commands share that replace a database: the confirmation, the filing of the job, and the watch.
class ImportStart : public JobCommand
{
    Q_OBJECT

protected:
    using JobCommand::JobCommand;

    /// Why the typed confirmation will not do, or none can be asked for.
    [[nodiscard]] std::optional<Error> confirmationRefusal(const QString& phrase) const;
    /// Asks a person for "yes", where there is one; otherwise, or for another answer, the command ends with `refused`.
    void askForYes(const QString& question, const Error& refused, const std::function<void()>& then);
    /// Takes the phrase from the line or a person, files the job and stays until the service accepted it or, asked for,
    /// until it is done.
    void confirmAndStart(const Connection& connection, const ImportRequest& request);
    [[nodiscard]] QString backupFolder() const;

private:
    void start(const Connection& connection, const ImportRequest& request, const QString& confirmation);
};

} // namespace longshore::cli
