#include "app/cli/arguments.h"

#include "app/cli/exitcode.h"
#include "app/domain/connection.h"

#include <CLI/CLI.hpp>
#include <QRegularExpression>

namespace longshore::cli {

namespace {

using namespace Qt::StringLiterals;

const char* const Footer =
    "Exit codes: 0 done, 1 other trouble, 2 credentials, 3 not found, 4 bad input, 5 network or service not\n"
    "reachable, 6 the service's job failed, 7 verification failed, 8 refused by a guard, 9 outcome unknown,\n"
    "130 interrupted (jobs are kept; go on with: longshorectl jobs watch --all).\n\n"
    "Environment: LONGSHORE_HOME moves all state. LONGSHORE_SECRET_<NAME> is the secret of connection NAME\n"
    "(upper case, other characters as _) on a machine without a keychain.";

class Grammar
{
public:
    Grammar(CLI::App& app, Arguments& arguments) : m_app(app), m_arguments(arguments) { }

    void describe()
    {
        m_app.require_subcommand(1);
        m_app.fallthrough(); // global options may also follow the command
        m_app.footer(Footer);
        m_app.add_flag("--json", m_arguments.json, "JSON lines on standard output; progress on standard error");
        m_app.add_flag("--practice", m_arguments.practice, "a practice server for this one command is the connection");
        m_app.add_flag("--verbose", m_arguments.verbose, "also the program's log, on standard error");
        m_app.set_version_flag("--version", std::string(LONGSHORE_VERSION));
        connections();
        exports();
        imports();
        inspections();
        jobs();
        library();
        download();
        upload();
    }

private:
    CLI::App* command(CLI::App* parent, const std::string& name, const std::string& help, Verb verb)
    {
        CLI::App* sub = parent->add_subcommand(name, help);
        sub->callback([this, verb] { m_arguments.verb = verb; });
        return sub;
    }
    static CLI::App* group(CLI::App* parent, const std::string& name, const std::string& help)
    {
        CLI::App* sub = parent->add_subcommand(name, help);
        sub->require_subcommand(1);
        return sub;
    }
    static CLI::Option* text(CLI::App* sub, const std::string& name, QString& into, const std::string& help)
    {
        return sub->add_option_function<std::string>(
            name, [&into](const std::string& value) { into = QString::fromStdString(value); }, help);
    }
    CLI::Option* patience(CLI::App* sub)
    {
        const auto read = [this](const std::string& value) {
            const auto duration = durationFromText(QString::fromStdString(value));
            if (!duration) {
                throw CLI::ValidationError("--patience", "wants a time such as 90s, 10m or 2h");
            }
            m_arguments.patience = *duration;
        };
        return sub->add_option_function<std::string>("--patience", read,
                                                     "how long to try again when network or service do not work (10m)");
    }

    void connections()
    {
        CLI::App* all = group(&m_app, "connections", "the projects this program knows");
        CLI::App* add = group(all, "add", "add a project or sites");
        CLI::App* dxp = command(add, "optimizely", "an Optimizely DXP project", Verb::ConnectionsAdd);
        text(dxp, "--name", m_arguments.name, "what you call it")->required();
        text(dxp, "--base-url", m_arguments.baseUrl, "address of the deployment API (the public service)");
        text(dxp, "--project-id", m_arguments.projectId, "id of the project (from the portal)")->required();
        text(dxp, "--client-key", m_arguments.clientKey, "key of the API client")->required();
        dxp->add_flag("--client-secret-stdin", m_arguments.secretFromStdin, "read the secret from standard input");
        dxp->add_flag("!--no-test", m_arguments.test, "store it without asking the service first");
        CLI::App* vector =
            command(add, "vector", "sites of a BuiltFast Vector Pro account", Verb::ConnectionsAddVector);
        text(vector, "--name", m_arguments.name, "what you call it (the customer id or domain of the site)");
        text(vector, "--base-url", m_arguments.baseUrl, "address of the API (the public service)");
        text(vector, "--site", m_arguments.site, "its id, customer id or domain; not needed when there is one only");
        vector->add_flag("--all-sites", m_arguments.all, "every site the token may see, each by its own name");
        text(vector, "--dialect", m_arguments.dialect, "D, G1 or G2 (found out by asking)");
        vector->add_flag("--token-stdin", m_arguments.secretFromStdin, "read the token from standard input");
        command(all, "list", "show them", Verb::ConnectionsList);
        CLI::App* test = command(all, "test", "sign in and learn the rights", Verb::ConnectionsTest);
        text(test, "name", m_arguments.name, "of the connection");
        CLI::App* remove = command(all, "remove", "forget it and its secret", Verb::ConnectionsRemove);
        text(remove, "name", m_arguments.name, "of the connection")->required();
        CLI::App* sites = command(&m_app, "sites", "projects and their environments", Verb::Sites);
        text(sites, "--connection", m_arguments.name, "only this one");
    }

    void exports()
    {
        CLI::App* sub = command(&m_app, "export", "export a database and download it", Verb::Export);
        text(sub, "--connection", m_arguments.name, "name of the connection (not needed with --practice)");
        text(sub, "--environment", m_arguments.environment, "for example Production")->required();
        text(sub, "--database", m_arguments.database, "epicms or epicommerce (not needed where there is one)");
        text(sub, "--compress", m_arguments.compress, "gz or zst: keep a MySQL dump compressed");
        text(sub, "--keep", m_arguments.keep, "how long the service keeps the file: 24h, 2d (24h)");
        text(sub, "--to", m_arguments.folder, "folder for the file (the library folder)");
        sub->add_flag("!--no-download", m_arguments.download, "stop when the file is ready at the service");
        sub->add_flag("--wait", m_arguments.wait, "stay until it is done; otherwise until the service accepted it");
        patience(sub);
    }

    void imports()
    {
        CLI::App* sub = command(&m_app, "import", "replace a database of an environment with a file", Verb::Import);
        text(sub, "file", m_arguments.file, "the .bacpac; for a site of Vector Pro a dump: .sql, also packed")
            ->required();
        text(sub, "--to", m_arguments.target, "CONNECTION/ENVIRONMENT whose database is replaced")->required();
        text(sub, "--db", m_arguments.database, "epicms, epicommerce or mysql (what the file holds)");
        text(sub, "--name", m_arguments.packageName, "of the package at the service (composed)");
        quickOptions(sub);
        dumpOptions(sub);
        importOptions(sub);
        copies();
        CLI::App* undo = command(&m_app, "undo", "bring back what was there before an import", Verb::Undo);
        text(undo, "id", m_arguments.id, "of the import's job")->required();
        importOptions(undo);
        CLI::App* packages = group(&m_app, "packages", "names of packages");
        CLI::App* name = command(packages, "name", "the name a package would be sent under", Verb::PackagesName);
        text(name, "file", m_arguments.file, "the .bacpac")->required();
        text(name, "--to", m_arguments.target, "CONNECTION/ENVIRONMENT it would be imported into");
        text(name, "--db", m_arguments.database, "epicms or epicommerce (what the package holds)");
    }

    void inspections()
    {
        CLI::App* sub = command(&m_app, "inspect", "look at a package or dump; nothing is sent", Verb::Inspect);
        text(sub, "file", m_arguments.file, "the .bacpac, or the .sql, also packed")->required();
    }

    void copies()
    {
        CLI::App* sub =
            command(&m_app, "copy", "replace a database of an environment with that of another", Verb::Copy);
        text(sub, "--from", m_arguments.source, "CONNECTION/ENVIRONMENT whose database is copied")->required();
        text(sub, "--to", m_arguments.target, "CONNECTION/ENVIRONMENT whose database is replaced")->required();
        text(sub, "--database", m_arguments.database, "epicms or epicommerce (not needed where there is one)");
        importOptions(sub);
        sub->add_flag("--accept-production-data", m_arguments.acceptProductionData,
                      "of a production source: the target may hold the data of real people");
        dumpOptions(sub);
        CLI::Option* address = sub->add_flag("--replace-address", m_arguments.replaceAddress,
                                             "replace the domain of the source by that of the target");
        address->excludes("--search-for")->excludes("--replace-by");
    }

    void quickOptions(CLI::App* sub)
    {
        CLI::Option* quick = sub->add_flag_callback(
            "--quick", [this] { m_arguments.quick = true; }, "send a small dump inside the request");
        sub->add_flag_callback(
               "--no-quick", [this] { m_arguments.quick = false; }, "send it by way of the storage, however small")
            ->excludes(quick);
    }

    /// Of a dump alone.
    void dumpOptions(CLI::App* sub)
    {
        sub->add_flag("!--keep-tables", m_arguments.dropTables,
                      "leave tables that the dump does not have; otherwise all are dropped first");
        sub->add_flag("!--foreign-keys-on", m_arguments.foreignKeysOff, "check foreign keys while it runs");
        CLI::Option* search =
            text(sub, "--search-for", m_arguments.searchFor, "text that the service replaces in the whole dump");
        CLI::Option* replace = text(sub, "--replace-by", m_arguments.replaceBy, "what it puts there");
        search->needs(replace);
        replace->needs(search);
    }

    void importOptions(CLI::App* sub)
    {
        text(sub, "--confirm", m_arguments.confirmation,
             "the target once more; without it a person is asked, and without a terminal nothing is sent");
        sub->add_flag("!--no-backup", m_arguments.backup, "do not export the target first: there is no way back then");
        text(sub, "--backup-folder", m_arguments.folder, "where the undo file goes (the library folder)");
        sub->add_flag("--accept-warnings", m_arguments.acceptWarnings, "import although the check warns");
        sub->add_flag("--wait", m_arguments.wait, "stay until it is done; otherwise until the service accepted it");
        patience(sub);
    }

    void jobs()
    {
        CLI::App* all = group(&m_app, "jobs", "what was asked for and how far it is");
        command(all, "list", "show all, newest first", Verb::JobsList);
        CLI::App* show = command(all, "show", "one with its steps and log", Verb::JobsShow);
        text(show, "id", m_arguments.id, "of the job; its first characters will do")->required();
        CLI::App* watch = command(all, "watch", "carry on and watch until the end", Verb::JobsWatch);
        text(watch, "id", m_arguments.id, "of the job");
        watch->add_flag("--all", m_arguments.all, "every unfinished one (also without an id)");
        patience(watch);
        CLI::App* adopt = command(all, "adopt", "what a lost answer was about was found", Verb::JobsAdopt);
        text(adopt, "id", m_arguments.id, "of the job")->required();
        text(adopt, "server-id", m_arguments.serverId, "id of the export or deployment at the service")->required();
        CLI::App* forget = command(all, "forget", "give up a lost answer or a stopped watch", Verb::JobsForget);
        text(forget, "id", m_arguments.id, "of the job")->required();
        CLI::App* complete =
            command(all, "complete", "make a deployment final that awaits verification", Verb::JobsComplete);
        text(complete, "id", m_arguments.id, "of the job")->required();
        CLI::App* reset = command(all, "reset", "take back a deployment that awaits verification", Verb::JobsReset);
        text(reset, "id", m_arguments.id, "of the job")->required();
        transfersOfJobs(all);
    }

    void transfersOfJobs(CLI::App* all)
    {
        const auto oneOrAll = [this, all](const std::string& name, const std::string& help, Verb verb) {
            CLI::App* sub = command(all, name, help, verb);
            CLI::Option* id = text(sub, "id", m_arguments.id, "of the job");
            sub->add_flag("--all", m_arguments.all, "every one where it applies")->excludes(id);
            patience(sub);
        };
        oneOrAll("pause", "hold a transfer; what is here already is kept", Verb::JobsPause);
        oneOrAll("resume", "go on at the same byte", Verb::JobsResume);
        oneOrAll("cancel", "end a transfer here, or take a job out of the queue", Verb::JobsCancel);
        CLI::App* priority = command(all, "priority", "its share of the connections", Verb::JobsPriority);
        text(priority, "id", m_arguments.id, "of the job")->required();
        priority
            ->add_option_function<std::string>(
                "priority", [this](const std::string& value) { m_arguments.priority = readPriority(value); },
                "low, usual or high")
            ->required();
        patience(priority);
        CLI::App* limit = command(all, "limit", "its own speed limit", Verb::JobsLimit);
        text(limit, "id", m_arguments.id, "of the job")->required();
        limit
            ->add_option_function<std::string>(
                "MB/s", [this](const std::string& value) { m_arguments.bytesPerSecond = readPace(value); },
                "such as 12.5; 0 for none")
            ->required();
        patience(limit);
    }
    [[nodiscard]] static Priority readPriority(const std::string& typed)
    {
        const auto priority = priorityFromName(QString::fromStdString(typed));
        if (!priority) {
            throw CLI::ValidationError("priority", "wants low, usual or high");
        }
        return *priority;
    }
    [[nodiscard]] static qint64 readPace(const std::string& typed)
    {
        const QString text = QString::fromStdString(typed).trimmed();
        const auto pace = text == u"0"_s ? std::optional(qint64(0)) : paceFromText(text);
        if (!pace) {
            throw CLI::ValidationError("MB/s", "wants a number such as 12.5, or 0 for none");
        }
        return *pace;
    }

    void library()
    {
        CLI::App* all = group(&m_app, "library", "finished files");
        command(all, "list", "show them, newest first", Verb::LibraryList);
        CLI::App* verify = command(all, "verify", "read files again: size, SHA-256, format", Verb::LibraryVerify);
        text(verify, "id", m_arguments.id, "id or path of one file; without it all of them");
    }

    void download()
    {
        CLI::App* sub = command(&m_app, "download", "fetch one address into a file, resuming", Verb::Download);
        text(sub, "url", m_arguments.url, "https address; - reads it from standard input")->required();
        text(sub, "file", m_arguments.file, "file or folder")->required();
        addTransferOptions(*sub, m_arguments.transfer);
        patience(sub);
    }

    void upload()
    {
        CLI::App* sub = command(&m_app, "upload", "send one file to one address, resuming", Verb::Upload);
        text(sub, "file", m_arguments.file, "the file")->required();
        text(sub, "url", m_arguments.url,
             "SAS of a blob or a container, or presigned PUT; - reads it from standard input")
            ->required();
        text(sub, "--as", m_arguments.storeKind, "azure or s3 (told by the link)")
            ->check(CLI::IsMember({"azure", "s3"}));
        text(sub, "--name", m_arguments.name, "of the blob in the container (the file's own)");
        sub->add_flag("!--no-md5", m_arguments.contentMd5, "leave it to TLS that the bytes arrive as they are");
        sub->add_flag("--replace", m_arguments.replace, "overwrite what has that name already");
        sub->add_flag("--fresh", m_arguments.fresh, "give up what was sent before and begin anew");
        addTransferOptions(*sub, m_arguments.transfer);
        patience(sub);
    }

    CLI::App& m_app;
    Arguments& m_arguments;
};

} // namespace

std::optional<std::chrono::milliseconds> durationFromText(const QString& text)
{
    static const QRegularExpression form(u"^(\\d{1,6})\\s*(s|m|h|)$"_s);
    const QRegularExpressionMatch match = form.match(text.trimmed().toLower());
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const std::chrono::seconds number(match.captured(1).toInt());
    const QString unit = match.captured(2);
    return number * (unit == u"h"_s ? 3600 : unit == u"m"_s ? 60 : 1);
}

ParsedArguments parseArguments(int argc, char** argv)
{
    ParsedArguments parsed;
    CLI::App app("Gets databases out of hosted sites, verified.", "longshorectl");
    Grammar grammar(app, parsed.arguments); // parsing calls back into it
    grammar.describe();
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        parsed.exitCode = app.exit(error) == 0 ? 0 : exitValue(Exit::BadInput);
    }
    return parsed;
}

} // namespace longshore::cli
