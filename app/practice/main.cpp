// longshore-practice: the practice server as a program of its own.
#include "app/practice/faults.h"
#include "app/practice/practiceserver.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <iostream>

using namespace Qt::StringLiterals;
using namespace longshore;
using namespace longshore::practice;

namespace {

std::atomic_bool askedToEnd = false; // all that a signal handler may touch

extern "C" void endOnSignal(int)
{
    askedToEnd.store(true);
}

std::string faultHelp()
{
    std::string text =
        "Faults (N: how many times, or \"always\"; 0 clears; all can be changed at the control address):\n";
    for (const FaultInfo& fault : Faults::known()) {
        const QString value = fault.kind == FaultKind::Count    ? u"=N"_s
                              : fault.kind == FaultKind::Number ? u"=NUMBER"_s
                                                                : u"=TEXT"_s;
        text += "  " + QString(fault.name + value).leftJustified(29).toStdString() + fault.help.toStdString() + '\n';
    }
    text += "\nThe control address answers GET with {\"faults\",\"counters\",\"exports\"} and takes\n"
            "POST {\"faults\":{NAME:VALUE or null}}. It needs no signature: its path is a secret.";
    return text;
}

struct Arguments
{
    PracticeOptions options;
    std::string data;
    std::string publicBase;
    std::string dialect = "G2";
    std::string store = "auto";
    std::vector<std::string> faults;
};

void describe(CLI::App& app, Arguments& arguments)
{
    app.add_option("--port", arguments.options.port, "port on 127.0.0.1 (any free one)");
    app.add_option("--data", arguments.data, "folder that keeps databases, exports and blobs (a temporary one)");
    app.add_option("--seed", arguments.options.seed, "the same seed gives the same keys and data (1)");
    app.add_option("--time-scale", arguments.options.timeScale, "2: server work and retention take half as long (1)");
    app.add_option("--size-mb", arguments.options.sizeMb, "size of each generated database, up to 4000 (small)");
    app.add_option("--vector-size-mb", arguments.options.vectorSizeMb,
                   "size of each generated Vector database, up to 20000 (as --size-mb)");
    app.add_option("--public-base", arguments.publicBase, "what links start with, when a proxy stands before it");
    app.add_option("--fault", arguments.faults, "NAME=VALUE, see below; may be repeated");
    app.add_option("--vector-dialect", arguments.dialect, "the Vector API as described by D, G1 or G2 (G2)")
        ->check(CLI::IsMember({"D", "G1", "G2"}, CLI::ignore_case));
    app.add_option("--vector-database", arguments.store,
                   "auto, mariadb or embedded: with mariadb a private server of this machine's MariaDB stands behind "
                   "the sites; embedded keeps dumps as they came; auto takes MariaDB where it is installed (auto)")
        ->check(CLI::IsMember({"auto", "mariadb", "embedded"}));
    app.footer(faultHelp());
}

bool readFaults(Arguments& arguments)
{
    for (const std::string& fault : arguments.faults) {
        const QString text = QString::fromStdString(fault);
        const auto equals = text.indexOf(u'=');
        if (equals <= 0) {
            std::cerr << "longshore-practice: --fault wants NAME=VALUE, not " << fault << std::endl;
            return false;
        }
        arguments.options.faults.insert(text.left(equals), text.mid(equals + 1));
    }
    arguments.options.vectorDialect =
        vectorDialectFromName(QString::fromStdString(arguments.dialect)).value_or(VectorDialect::G2);
    arguments.options.vectorStore = arguments.store == "mariadb"    ? VectorStore::MariaDb
                                    : arguments.store == "embedded" ? VectorStore::Embedded
                                                                    : VectorStore::Automatic;
    arguments.options.dataFolder = QString::fromStdString(arguments.data);
    arguments.options.publicBase = QString::fromStdString(arguments.publicBase);
    return true;
}

QJsonObject vectorJson(const VectorAccess& access)
{
    QJsonArray sites;
    for (const VectorAccess::Site& site : access.sites) {
        QJsonArray environments;
        for (const VectorAccess::Place& environment : site.environments) {
            environments.append(QJsonObject{{u"id"_s, environment.id}, {u"name"_s, environment.name}});
        }
        sites.append(QJsonObject{{u"id"_s, site.id}, {u"name"_s, site.name}, {u"environments"_s, environments}});
    }
    return {{u"baseUrl"_s, access.baseUrl.toString()},
            {u"token"_s, QString::fromLatin1(access.token.reveal())},
            {u"dialect"_s, vectorDialectName(access.dialect)},
            {u"database"_s, access.database},
            {u"store"_s, QJsonObject{{u"bucket"_s, access.bucket},
                                     {u"accessKeyId"_s, access.storeKeyId},
                                     {u"secretAccessKey"_s, QString::fromLatin1(access.storeSecret.reveal())},
                                     {u"region"_s, u"us-east-1"_s}}},
            {u"sites"_s, sites}};
}

/// One line, so that a script can read it as soon as it is there.
void print(const PracticeAccess& access)
{
    const QJsonObject optimizely{{u"baseUrl"_s, access.baseUrl.toString()},
                                 {u"projectId"_s, access.projectId},
                                 {u"clientKey"_s, access.clientKey},
                                 {u"clientSecret"_s, QString::fromLatin1(access.clientSecret.reveal())},
                                 {u"environments"_s, QJsonArray::fromStringList(access.environments)}};
    const QJsonObject line{{u"optimizely"_s, optimizely},
                           {u"vector"_s, vectorJson(access.vector)},
                           {u"control"_s, access.control.toString()}};
    std::cout << QJsonDocument(line).toJson(QJsonDocument::Compact).toStdString() << std::endl;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    CLI::App parser(
        "A local server that behaves like the Optimizely DXP deployment API with its blob store, and like the "
        "BuiltFast Vector Pro API with its object store.",
        "longshore-practice");
    Arguments arguments;
    describe(parser, arguments);
    try {
        parser.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return parser.exit(error) == 0 ? 0 : 4;
    }
    if (!readFaults(arguments)) {
        return 4;
    }
    std::signal(SIGTERM, endOnSignal);
    std::signal(SIGINT, endOnSignal);
    const auto server = PracticeServer::start(arguments.options);
    if (!server) {
        const Error& error = server.error();
        std::cerr << "longshore-practice: cannot start: " << errorCodeName(error.code).toStdString() << ' '
                  << error.subject.toStdString() << ' ' << error.detail.toStdString() << std::endl;
        return error.code == Error::Code::BadInput ? 4 : 1;
    }
    print((*server)->access());
    QTimer watch;
    QObject::connect(&watch, &QTimer::timeout, &app, [] {
        if (askedToEnd.load()) {
            QCoreApplication::quit();
        }
    });
    watch.start(std::chrono::milliseconds(100));
    return QCoreApplication::exec();
}
