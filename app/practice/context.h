#pragma once

#include "app/practice/blobstore.h"
#include "app/practice/databases.h"
#include "app/practice/faults.h"
#include "app/practice/identity.h"
#include "app/practice/sas.h"
#include "app/practice/stopsignal.h"

#include <atomic>
#include <chrono>

namespace longshore::practice {

/// What all parts of one practice server share. Outlives them.
struct PracticeContext
{
    PracticeContext(PracticeIdentity who, const QString& folder, quint32 seed, qint64 sizeMb, double scale)
        : identity(std::move(who)),
          signer(identity.accountName, identity.accountKey),
          blobs(folder + QStringLiteral("/blobs")),
          databases(folder + QStringLiteral("/databases"), seed, sizeMb),
          stateFolder(folder),
          timeScale(scale)
    { }

    PracticeIdentity identity;
    SasSigner signer;
    BlobStore blobs;
    PracticeDatabases databases;
    Faults faults;
    StopSignal stop;
    QString stateFolder;
    double timeScale;
    std::atomic<qint64> requests{0};
    std::atomic<qint64> exportsStarted{0};
    std::atomic<qint64> deploymentsStarted{0};
    std::atomic<qint64> blocksTaken{0};
    std::atomic<qint64> blocksTakenAgain{0}; ///< of an id that was there already
    std::atomic<qint64> blobBytesReceived{0}; ///< also of requests that broke off
    std::atomic<qint64> importsStarted{0};
    std::atomic<qint64> importsRun{0};
    std::atomic<qint64> objectPuts{0};
    QByteArray linkBase; ///< what links start with, no slash at the end
    bool isBehindProxy = false; ///< linkBase is another address than this server's

    /// How long server work, or a retention, takes here.
    [[nodiscard]] std::chrono::milliseconds scaled(std::chrono::milliseconds time) const
    {
        return std::chrono::milliseconds(static_cast<qint64>(static_cast<double>(time.count()) / timeScale));
    }
    [[nodiscard]] QByteArray link(const SasGrant& grant) const;
};

/// The containers of the service.
namespace containers {
inline constexpr char exports[] = "bacpacs";
inline constexpr char packages[] = "deploymentpackages";
} // namespace containers

} // namespace longshore::practice
