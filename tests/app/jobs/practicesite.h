#pragma once

#include "app/jobs/jobs.h"
#include "app/net/httptransport.h"
#include "app/practice/practiceserver.h"
#include "app/services.h"
#include "app/settings/connections.h"
#include "tests/support/await.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

namespace longshore {

inline constexpr int Patience = 90'000;

inline bool isUp(Services& services)
{
    services.start();
    return QTest::qWaitFor([&services] { return services.isReady(); }, Patience);
}

/// The program as it is, connected to a practice server that misbehaves.
class PracticeSite
{
public:
    explicit PracticeSite(const QMap<QString, QString>& faults, double timeScale = 50)
    {
        PracticeOptions options;
        options.dataFolder = folder.filePath(QStringLiteral("server"));
        options.timeScale = timeScale;
        options.faults = faults;
        if (auto started = PracticeServer::start(options)) {
            server = std::move(*started);
        }
    }

    bool open(std::unique_ptr<Services>& services)
    {
        ServicesOptions options;
        options.home = folder.filePath(QStringLiteral("home"));
        options.useKeychain = false;
        services = std::make_unique<Services>(options);
        if (!isUp(*services)) {
            return false;
        }
        const PracticeAccess access = server->access();
        Connection connection;
        connection.id = QStringLiteral("practice");
        connection.name = QStringLiteral("Practice");
        connection.baseUrl = access.baseUrl;
        connection.projectId = access.projectId;
        connection.clientKey = access.clientKey;
        for (const QString& name : access.environments) {
            connection.environments.append({name, guessTier(name), Access::Allowed, false});
        }
        services->rememberForThisRun(connection.id, access.clientSecret);
        QObject owner;
        return awaitResult(services->connections().save(connection, &owner)).has_value();
    }

    [[nodiscard]] QString outFolder() const { return folder.filePath(QStringLiteral("out")); }
    [[nodiscard]] QStringList finalNames() const
    {
        return QDir(outFolder()).entryList({QStringLiteral("*.bacpac")}, QDir::Files);
    }

    /// What the server counts: "deploymentsStarted".
    [[nodiscard]] qint64 counter(Services& services, const QString& name) const
    {
        HttpRequest request;
        request.url = SignedUrl::parse(server->access().control.toEncoded()).value_or(SignedUrl());
        QObject owner;
        const auto answer = awaitResult(services.transport().send(request, &owner));
        const QJsonObject told = answer ? QJsonDocument::fromJson(answer->body).object() : QJsonObject();
        return told.value(QStringLiteral("counters")).toObject().value(name).toInteger(-1);
    }

    QTemporaryDir folder;
    std::unique_ptr<PracticeServer> server;
};

} // namespace longshore
