#include "app/cli/command.h"

#include "app/cli/addvector.h"
#include "app/cli/connectioncommands.h"
#include "app/cli/copycommand.h"
#include "app/cli/downloadcommand.h"
#include "app/cli/exportcommand.h"
#include "app/cli/importcommand.h"
#include "app/cli/inspectcommand.h"
#include "app/cli/jobcommands.h"
#include "app/cli/jobwishes.h"
#include "app/cli/librarycommands.h"
#include "app/cli/packagenamecommand.h"
#include "app/cli/terminal.h"
#include "app/cli/uploadcommand.h"
#include "app/core/backgroundtask.h"
#include "app/credentials/credentialstore.h"
#include "app/jobs/openprovider.h"
#include "app/services.h"
#include "app/settings/connections.h"

namespace longshore::cli {

using namespace Qt::StringLiterals;

Command::Command(const Context& context, QObject* parent) : QObject(parent), m_context(context) { }

void Command::end(Exit code)
{
    if (!std::exchange(m_ended, true)) {
        Q_EMIT finished(exitValue(code));
    }
}

void Command::endWith(const Error& error, const ErrorContext& context)
{
    if (!m_ended) {
        output().error(error, context, exitFor(error.code));
        end(exitFor(error.code));
    }
}

Result<Connection> Command::wantedConnection() const
{
    const Connections& known = services().connections();
    const QString name = arguments().name;
    if (!name.isEmpty()) {
        const auto found = known.findByName(name);
        return found ? Result<Connection>(*found) : fail(Error::Code::NotFound, u"connection"_s, name);
    }
    if (arguments().practice) {
        const auto practice = known.find(u"practice"_s);
        return practice ? Result<Connection>(*practice) : fail(Error::Code::NotFound, u"practice server"_s);
    }
    const QList<Connection> all = known.all();
    if (all.isEmpty()) {
        return fail(Error::Code::NotFound, u"connection yet; add one with longshorectl connections add"_s);
    }
    return all.size() == 1 ? Result<Connection>(all.first())
                           : fail(Error::Code::BadInput, u"--connection"_s, u"there are several; name one"_s);
}

void Command::withAddress(const std::function<void(const QByteArray&)>& then)
{
    if (arguments().url != u"-"_s) {
        then(arguments().url.toUtf8());
        return;
    }
    await(new BackgroundTask<QByteArray>([](const CancelFlag&) -> Result<QByteArray> { return readStandardInput(); },
                                         this),
          [then](const QByteArray& typed) { then(typed.trimmed()); });
}

void Command::withSecret(const Connection& connection, const std::function<void(const Secret&)>& then)
{
    auto* read = services().credentials().read(connection.id, this);
    connect(read, &Task::finished, this, [this, read, connection, then] {
        if (read->result()) {
            then(*read->result());
        } else {
            askSecret(connection, read->result().error(), then);
        }
    });
    read->start();
}

void Command::askSecret(const Connection& connection, const Error& why, const std::function<void(const Secret&)>& then)
{
    if (!isTerminal(Stream::Input)) {
        endWith(why, ErrorContext{.connection = connection.name});
        return;
    }
    auto* ask = new AskSecretTask(u"Client secret of %1: "_s.arg(connection.name), this);
    connect(ask, &Task::finished, this, [this, ask, connection, then] {
        if (!ask->result()) {
            endWith(ask->result().error(), ErrorContext{.connection = connection.name});
            return;
        }
        if (const QString problem = secretProblem(connection.platform, ask->result()->reveal()); !problem.isEmpty()) {
            endWith(Error{.code = Error::Code::SecretInvalid, .subject = problem},
                    ErrorContext{.connection = connection.name});
            return;
        }
        services().rememberForThisRun(connection.id, *ask->result());
        then(*ask->result());
    });
    ask->start();
}

std::unique_ptr<Command> makeCommand(const Command::Context& context)
{
    switch (context.arguments.verb) {
    case Verb::ConnectionsAdd:
        return std::make_unique<AddConnection>(context);
    case Verb::ConnectionsAddVector:
        return std::make_unique<AddVectorSites>(context);
    case Verb::ConnectionsList:
        return std::make_unique<ListConnections>(context);
    case Verb::ConnectionsTest:
        return std::make_unique<TestConnection>(context);
    case Verb::ConnectionsRemove:
        return std::make_unique<RemoveConnection>(context);
    case Verb::Sites:
        return std::make_unique<ListSites>(context);
    case Verb::Export:
        return std::make_unique<ExportCommand>(context);
    case Verb::Copy:
        return std::make_unique<CopyCommand>(context);
    case Verb::Import:
    case Verb::Undo:
        return std::make_unique<ImportCommand>(context);
    case Verb::Inspect:
        return std::make_unique<InspectCommand>(context);
    case Verb::PackagesName:
        return std::make_unique<PackageNameCommand>(context);
    case Verb::JobsList:
        return std::make_unique<ListJobs>(context);
    case Verb::JobsShow:
        return std::make_unique<ShowJob>(context);
    case Verb::JobsWatch:
        return std::make_unique<WatchJobs>(context);
    case Verb::JobsAdopt:
    case Verb::JobsForget:
    case Verb::JobsComplete:
    case Verb::JobsReset:
        return std::make_unique<ActOnJob>(context);
    case Verb::JobsPause:
    case Verb::JobsResume:
    case Verb::JobsCancel:
    case Verb::JobsPriority:
    case Verb::JobsLimit:
        return std::make_unique<WishForJobs>(context);
    case Verb::LibraryList:
        return std::make_unique<ListLibrary>(context);
    case Verb::LibraryVerify:
        return std::make_unique<VerifyLibrary>(context);
    case Verb::Upload:
        return std::make_unique<UploadCommand>(context);
    case Verb::Download:
        break;
    }
    return std::make_unique<DownloadCommand>(context);
}

} // namespace longshore::cli

#include "moc_command.cpp"
