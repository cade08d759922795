#pragma once

#include "app/net/curltransport.h"
#include "tests/support/await.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace longshore {

/// longshorectl as a process with a state folder of its own, and a practice server beside it.
class CliBench final : public QObject
{
public:
    struct Run
    {
        int exit = -1;
        QList<QJsonObject> lines;
        QByteArray out;
        QByteArray err;

        [[nodiscard]] QJsonObject last() const { return lines.isEmpty() ? QJsonObject() : lines.last(); }
        [[nodiscard]] QString said(const QString& key) const { return last().value(key).toString(); }
    };

    ~CliBench() override
    {
        for (QProcess* process : findChildren<QProcess*>()) {
            process->kill();
            process->waitForFinished();
        }
    }

    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString home() const { return path(QStringLiteral("home")); }

    /// Starts the server and connects to it as "Contoso".
    void connectToPractice(const QStringList& options = {})
    {
        m_practice = new QProcess(this);
        m_practice->start(program(QStringLiteral("longshore-practice")),
                          QStringList{QStringLiteral("--time-scale"), QStringLiteral("8")} + options);
        QTRY_VERIFY_WITH_TIMEOUT(m_practice->canReadLine(), 60'000);
        const QJsonObject told = QJsonDocument::fromJson(m_practice->readLine()).object();
        access = told.value(QStringLiteral("optimizely")).toObject();
        control = told.value(QStringLiteral("control")).toString().toLatin1();
        secret = access.value(QStringLiteral("clientSecret")).toString();
        const Run added =
            run({QStringLiteral("connections"), QStringLiteral("add"), QStringLiteral("optimizely"),
                 QStringLiteral("--name"), QStringLiteral("Contoso"), QStringLiteral("--base-url"), text("baseUrl"),
                 QStringLiteral("--project-id"), text("projectId"), QStringLiteral("--client-key"), text("clientKey")});
        QCOMPARE(added.exit, 0);
    }
    /// Starts the server and takes in every site of its Vector account.
    void connectToVector(const QStringList& options = {})
    {
        m_practice = new QProcess(this);
        m_practice->start(program(QStringLiteral("longshore-practice")),
                          QStringList{QStringLiteral("--time-scale"), QStringLiteral("8")} + options);
        QTRY_VERIFY_WITH_TIMEOUT(m_practice->canReadLine(), 60'000);
        const QJsonObject told = QJsonDocument::fromJson(m_practice->readLine()).object();
        access = told.value(QStringLiteral("vector")).toObject();
        control = told.value(QStringLiteral("control")).toString().toLatin1();
        token = text("token");
        const Run added = run({QStringLiteral("connections"), QStringLiteral("add"), QStringLiteral("vector"),
                               QStringLiteral("--base-url"), text("baseUrl"), QStringLiteral("--all-sites")});
        QCOMPARE(added.exit, 0);
    }
    void fault(const QByteArray& json)
    {
        HttpRequest request;
        request.method = "POST";
        request.url = SignedUrl::parse(control).value_or(SignedUrl());
        request.headers.set("Content-Type", "application/json");
        request.body = "{\"faults\":" + json + '}';
        const auto answer = awaitResult(m_transport.send(request, this));
        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
    }
    /// What the server tells of itself.
    QJsonObject atServer()
    {
        HttpRequest request;
        request.url = SignedUrl::parse(control).value_or(SignedUrl());
        const auto answer = awaitResult(m_transport.send(request, this));
        return answer ? QJsonDocument::fromJson(answer->body).object() : QJsonObject();
    }
    QJsonArray exportsAtServer() { return atServer().value(QStringLiteral("exports")).toArray(); }
    qint64 counter(const QString& name)
    {
        return atServer().value(QStringLiteral("counters")).toObject().value(name).toInteger(-1);
    }

    /// `terminal`: the device that is its standard input; otherwise that is `input`.
    QProcess* start(const QStringList& arguments, const QByteArray& input = {}, const QString& terminal = {})
    {
        auto* process = new QProcess(this);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("LONGSHORE_HOME"), home());
        environment.insert(QStringLiteral("HOME"), m_folder.path());
        environment.remove(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"));
        if (!secret.isEmpty()) {
            environment.insert(QStringLiteral("LONGSHORE_SECRET_CONTOSO"), secret);
        }
        if (!token.isEmpty()) {
            environment.insert(QStringLiteral("LONGSHORE_SECRET_VECTOR"), token);
            environment.insert(QStringLiteral("LONGSHORE_SECRET_LANTERN_BAKERY"), token);
            environment.insert(QStringLiteral("LONGSHORE_SECRET_HARBOUR_BOOKS"), token);
        }
        process->setProcessEnvironment(environment);
        process->setWorkingDirectory(m_folder.path());
        process->setStandardInputFile(terminal);
        process->start(program(QStringLiteral("longshorectl")), QStringList{QStringLiteral("--json")} + arguments);
        if (terminal.isEmpty()) {
            process->write(input);
            process->closeWriteChannel();
        }
        return process;
    }
    static Run outcomeOf(QProcess* process)
    {
        QSignalSpy finished(process, &QProcess::finished);
        Run run;
        if (process->state() != QProcess::NotRunning && !finished.wait(120'000)) {
            return run;
        }
        run.exit = process->exitStatus() == QProcess::NormalExit ? process->exitCode() : -2;
        run.out = process->readAllStandardOutput();
        run.err = process->readAllStandardError();
        const QList<QByteArray> lines = run.out.split('\n');
        for (const QByteArray& line : lines) {
            if (!line.isEmpty()) {
                run.lines.append(QJsonDocument::fromJson(line).object());
            }
        }
        return run;
    }
    Run run(const QStringList& arguments, const QByteArray& input = {}) { return outcomeOf(start(arguments, input)); }

    [[nodiscard]] QStringList exportLine(const QStringList& more = {}) const
    {
        return QStringList{QStringLiteral("export"),     QStringLiteral("--environment"), QStringLiteral("Production"),
                           QStringLiteral("--database"), QStringLiteral("epicms"),        QStringLiteral("--to"),
                           path(QStringLiteral("out"))}
               + more;
    }
    /// Files of the target folder that have a final name.
    [[nodiscard]] QStringList finishedFiles() const
    {
        return QDir(path(QStringLiteral("out"))).entryList({QStringLiteral("*.bacpac")}, QDir::Files);
    }
    /// Waits until the process told that its job is in this state.
    static void waitForState(QProcess* process, const QByteArray& state)
    {
        const QByteArray told = QByteArray("\"state\":\"").append(state).append('"');
        QByteArray seen;
        QTRY_VERIFY_WITH_TIMEOUT((seen += process->readAllStandardOutput()).contains(told), 120'000);
    }

    QJsonObject access;
    QByteArray control;
    QString secret;
    QString token;

private:
    [[nodiscard]] static QString program(const QString& name)
    {
        return QDir(qEnvironmentVariable("LONGSHORE_BIN")).filePath(name);
    }
    [[nodiscard]] QString text(const char* key) const { return access.value(QLatin1String(key)).toString(); }

    QTemporaryDir m_folder;
    CurlTransport m_transport;
    QProcess* m_practice = nullptr;
};

} // namespace longshore
