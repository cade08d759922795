#include "app/cli/exportcommand.h"

#include "app/cli/jobtext.h"
#include "app/cli/jobwatch.h"
#include "app/cli/terminal.h"
#include "app/jobs/jobs.h"
#include "app/services.h"
#include "app/settings/settings.h"

#include <QDir>

namespace longshore::cli {

using namespace Qt::StringLiterals;

namespace {

QString namesOf(const QList<Database>& databases)
{
    QStringList names;
    for (const Database database : databases) {
        names.append(databaseApiName(database));
    }
    return names.join(u" or "_s);
}

} // namespace

Result<ExportRequest> ExportCommand::request(const Connection& connection) const
{
    ExportRequest request;
    request.connectionId = connection.id;
    request.environment = arguments().environment.trimmed();
    const QList<Database> databases = databasesOf(connection.platform);
    const auto database = arguments().database.isEmpty() && databases.size() == 1
                              ? std::optional(databases.first())
                              : databaseFromName(arguments().database);
    if (!database || !databases.contains(*database)) {
        return fail(Error::Code::BadInput, u"--database"_s, namesOf(databases));
    }
    request.database = *database;
    const auto format = dumpFormatFromName(arguments().compress.isEmpty() ? u"sql"_s : arguments().compress);
    if (!format || (*database != Database::MySql && *format != DumpFormat::Plain)) {
        return fail(Error::Code::BadInput, u"--compress"_s, u"gz or zst, of a MySQL dump"_s);
    }
    request.dumpFormat = *format;
    const auto keep = retentionFromText(!arguments().keep.isEmpty()    ? arguments().keep
                                        : *database == Database::MySql ? u"1h"_s // all that the service offers
                                                                       : u"24h"_s);
    if (!keep) {
        return fail(Error::Code::BadInput, u"--keep"_s, u"hours or days, such as 24h or 2d"_s);
    }
    request.retention = *keep;
    request.download = arguments().download;
    const QString folder =
        arguments().folder.isEmpty() ? services().settings().value().libraryFolder : arguments().folder;
    request.folder = QDir::cleanPath(QDir::current().absoluteFilePath(folder));
    const auto known = connection.environment(request.environment);
    if (!known && !connection.environments.isEmpty() && connection.isPractice()) {
        return fail(Error::Code::NotFound, u"environment"_s, request.environment);
    }
    return request;
}

void ExportCommand::run()
{
    const Result<Connection> connection = wantedConnection();
    if (!connection) {
        endWith(connection.error());
        return;
    }
    const Result<ExportRequest> wanted = request(*connection);
    if (!wanted) {
        endWith(wanted.error());
        return;
    }
    if (services().ownsEngine()) {
        // Better known before a job is filed that could only wait.
        withSecret(*connection, [this, wanted = *wanted](const Secret&) { file(wanted); });
    } else {
        file(*wanted);
    }
}

void ExportCommand::file(const ExportRequest& request)
{
    await(services().jobs().start(request, this), [this](const QString& id) {
        WatchRules rules;
        rules.until = arguments().wait ? WatchUntil::Finished : WatchUntil::Accepted;
        rules.patience = arguments().patience;
        rules.canAsk = isTerminal(Stream::Input);
        auto* watch = new JobWatch(services(), output(), rules, this);
        connect(watch, &JobWatch::ended, this, [this, watch] { end(watch->exit()); });
        watch->follow(id);
    });
}

} // namespace longshore::cli

#include "moc_exportcommand.cpp"
