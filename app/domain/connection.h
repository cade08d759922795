#pragma once

#include "app/domain/platform.h"
#include "app/domain/tier.h"
#include "app/domain/vectordialect.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QUrl>
#include <chrono>
#include <optional>

namespace longshore {

/// Whether the key may touch an environment. The API has no list call: it is learned by asking for each one.
enum class Access { Unknown, Allowed, Denied };

[[nodiscard]] QString accessName(Access access); ///< "allowed", "denied", "unknown": stored, printed and in JSON

struct Environment
{
    QString name; ///< canonical spelling; what DXP's API is told
    Tier tier = Tier::Production;
    Access access = Access::Unknown;
    bool addedByHand = false; ///< an additional environment (ADE) the person typed
    QString id{}; ///< Vector Pro: what its API is told; empty: the development container, which belongs to the site
    QString domain{}; ///< Vector Pro: under which the site answers; empty: not known

    friend bool operator==(const Environment&, const Environment&) = default;
};

/// How often a running export is asked about, by its age.
struct PollPace
{
    std::chrono::milliseconds firstMinute{10'000};
    std::chrono::milliseconds firstHour{30'000};
    std::chrono::milliseconds later{60'000};

    friend bool operator==(const PollPace&, const PollPace&) = default;
};

/// One project (Optimizely DXP) or site (Vector Pro) and the key for it. The secret is not here: it is in the
/// credential store under `id`. Several sites of one Vector Pro account are several connections.
struct Connection
{
    QString id; ///< made by us, stable; "practice" for the built-in practice server
    QString name; ///< unique without regard to case; what people and the command line call it
    Platform platform = Platform::OptimizelyDxp;
    QUrl baseUrl; ///< DXP: up to and including `/api/v1.0/`; Vector Pro: what `/api/v1/` stands below
    QString projectId; ///< or the id of the site
    QString clientKey; ///< DXP
    VectorDialect dialect = VectorDialect::G2; ///< Vector Pro
    bool dialectByHand = false; ///< a person set it: a test does not change it
    bool readOnly = false; ///< Vector Pro: the token may watch, and start nothing
    QList<Environment> environments;

    /// The real service is never on this machine.
    [[nodiscard]] bool isPractice() const;
    [[nodiscard]] PollPace pollPace() const;
    [[nodiscard]] std::optional<Environment> environment(const QString& environmentName) const; ///< any case

    friend bool operator==(const Connection&, const Connection&) = default;
};

/// Of one project or site, by whatever connection. Exports of the same key wait for each other: the service runs one
/// per project.
[[nodiscard]] QString slotKey(const Connection& connection);

/// The service's public address (vendor's PowerShell module).
[[nodiscard]] QUrl defaultOptimizelyBaseUrl();
/// The service's public address (its machine-readable description; the prose of its documentation names another).
[[nodiscard]] QUrl defaultVectorBaseUrl();
/// Names worth asking for when a project is connected: Integration, Preproduction, Production, ADE1 to ADE6.
[[nodiscard]] QStringList candidateEnvironments();
/// Empty, or the field that is wrong: "name", "baseUrl", "projectId", "clientKey".
[[nodiscard]] QString invalidField(const Connection& connection);

[[nodiscard]] QJsonObject toJson(const Connection& connection);
/// Empty without id or name, or for a platform this version does not know.
[[nodiscard]] std::optional<Connection> connectionFromJson(const QJsonObject& json);

} // namespace longshore
