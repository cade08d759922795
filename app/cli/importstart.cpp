#include "app/cli/importstart.h"

#include "app/cli/jobwatch.h"
#include "app/cli/terminal.h"
#include "app/domain/importguard.h"
#include "app/jobs/jobs.h"
#include "app/services.h"
#include "app/settings/connections.h"
#include "app/settings/settings.h"

#include <QDir>

namespace longshore::cli {

using namespace Qt::StringLiterals;

Result<NamedTarget> namedTarget(Services& services, const QString& typed, const QString& option)
{
    // A connection's name may have a slash, an environment's has none.
    const qsizetype slash = typed.lastIndexOf(u'/');
    if (slash <= 0 || slash + 1 == typed.size()) {
        return fail(Error::Code::BadInput, option, u"wants CONNECTION/ENVIRONMENT"_s);
    }
    const QString name = typed.left(slash);
    const auto connection = services.connections().findByName(name);
    if (!connection) {
        return fail(Error::Code::NotFound, u"connection"_s, name);
    }
    const QString environment = typed.mid(slash + 1).trimmed();
    const auto known = connection->environment(environment);
    return NamedTarget{*connection, known ? known->name : environment};
}

std::optional<Error> ImportStart::confirmationRefusal(const QString& phrase) const
{
    const auto refused = [&phrase](const QString& why) {
        return Error{.code = Error::Code::GuardRefused, .subject = phrase, .detail = why};
    };
    const QString& typed = arguments().confirmation;
    if (!typed.isEmpty() && !isConfirmed(typed, phrase)) {
        return refused(u"confirmationDiffers"_s);
    }
    return typed.isEmpty() && !isTerminal(Stream::Input) ? std::optional(refused(u"notConfirmed"_s)) : std::nullopt;
}

void ImportStart::askForYes(const QString& question, const Error& refused, const std::function<void()>& then)
{
    if (!isTerminal(Stream::Input)) {
        endWith(refused);
        return;
    }
    await(new AskLineTask(question + u" Type yes: "_s, this), [this, refused, then](const QString& typed) {
        if (typed.compare("yes"_L1, Qt::CaseInsensitive) == 0) {
            then();
        } else {
            endWith(refused);
        }
    });
}

void ImportStart::confirmAndStart(const Connection& connection, const ImportRequest& request)
{
    const QString phrase = targetPhrase(connection.name, request.environment);
    if (!arguments().confirmation.isEmpty()) {
        start(connection, request, arguments().confirmation);
        return;
    }
    auto* ask = new AskLineTask(
        u"This replaces the database %1 of %2. Type %2 to go on: "_s.arg(databaseApiName(request.database), phrase),
        this);
    await(ask, [this, connection, request, phrase](const QString& typed) {
        if (isConfirmed(typed, phrase)) {
            start(connection, request, typed);
            return;
        }
        endWith(Error{.code = Error::Code::GuardRefused, .subject = phrase, .detail = u"confirmationDiffers"_s});
    });
}

QString ImportStart::backupFolder() const
{
    const QString folder =
        arguments().folder.isEmpty() ? services().settings().value().libraryFolder : arguments().folder;
    return QDir::cleanPath(QDir::current().absoluteFilePath(folder));
}

void ImportStart::start(const Connection& connection, const ImportRequest& request, const QString& confirmation)
{
    const auto begin = [this, request, confirmation] {
        await(services().jobs().startImport(request, confirmation, this), [this](const QString& id) {
            WatchRules rules;
            rules.until = arguments().wait ? WatchUntil::Finished : WatchUntil::Accepted;
            rules.patience = arguments().patience;
            rules.canAsk = isTerminal(Stream::Input);
            auto* watch = new JobWatch(services(), output(), rules, this);
            connect(watch, &JobWatch::ended, this, [this, watch] { end(watch->exit()); });
            watch->follow(id);
        });
    };
    if (!services().ownsEngine()) {
        begin();
        return;
    }
    // Better known before a job is filed that could only wait.
    const auto target = [this, connection, begin] { withSecret(connection, [begin](const Secret&) { begin(); }); };
    const auto source = request.source ? services().connections().find(request.source->connectionId) : std::nullopt;
    if (source && source->id != connection.id) {
        withSecret(*source, [target](const Secret&) { target(); });
    } else {
        target();
    }
}

} // namespace longshore::cli

#include "moc_importstart.cpp"
