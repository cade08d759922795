#pragma once

#include "app/core/secret.h"
#include "app/core/signedurl.h"
#include "app/core/task.h"
#include "app/domain/connection.h"
#include "app/domain/exportrequest.h"
#include "app/providers/importcalls.h"

#include <QDateTime>
#include <QStringList>
#include <optional>

namespace longshore {

/// An export as the service tells of it.
struct ExportStatus
{
    enum class Phase { Working, Succeeded, Failed, LinkExpired };

    QString id;
    Phase phase = Phase::Working; ///< every word we do not know counts as Working
    QString serverWord; ///< the status as the server spells it
    bool knownWord = true;
    QString fileName{}; ///< empty until done
    SignedUrl link{}; ///< empty until done
    QString goesOnAs{}; ///< the id to ask with from now on; empty: the same
};

/// What a test of a connection learned.
struct ConnectionTest
{
    QList<Environment> environments; ///< every candidate, with its access
    double clockAheadSeconds = 0; ///< ours against the service's `Date`; 0 where it is not measured
    // Vector Pro
    std::optional<VectorDialect> dialect{}; ///< empty: what is set stays
    bool readOnly = false; ///< the token may watch, and start nothing
    QString account{};
};

/// One project at one platform. No policy: what to do with an answer is decided by jobs/.
class Provider
{
public:
    Provider() = default;
    Provider(const Provider&) = delete;
    Provider& operator=(const Provider&) = delete;
    virtual ~Provider() = default;

    /// Signs in and asks for every candidate environment. A missing right is Access::Denied, not an error.
    [[nodiscard]] virtual ResultTask<ConnectionTest>* test(const QStringList& environments, QObject* parent) = 0;
    /// Errors: ServerBusy when an export runs already; OutcomeUnknown when the request may have arrived.
    [[nodiscard]] virtual ResultTask<ExportStatus>* startExport(const ExportRequest& request, QObject* parent) = 0;
    [[nodiscard]] virtual ResultTask<ExportStatus>* exportStatus(const QString& environment, Database database,
                                                                 const QString& exportId, QObject* parent) = 0;
    /// Asks for a list of the exports of a database. The vendor documents no such call; one client of others makes it,
    /// and asking is harmless. Errors: NotFound or ServerRefused where the service has none.
    [[nodiscard]] virtual ResultTask<QList<ExportStatus>>* exports(const QString& environment, Database database,
                                                                   QObject* parent) = 0;

    // Imports. What a platform has not is refused: NotFound.

    /// A place for the bytes of a file, usable for an hour to a day. One that is not used ends by itself, so it may be
    /// asked for again when an answer was lost.
    [[nodiscard]] virtual ResultTask<UploadPlace>* openUpload(const UploadOffer& offer, QObject* parent) = 0;
    /// Fresh links to the same place. Errors: SessionLost when it does not take bytes any more.
    [[nodiscard]] virtual ResultTask<UploadPlace>* uploadPlace(const UploadOffer& offer, const QString& session,
                                                               QObject* parent) = 0;
    /// Errors: ServerBusy; SessionLost when the upload it names is gone; OutcomeUnknown when the request may have
    /// arrived. An import inside the request that failed is no error: its phase is Failed.
    [[nodiscard]] virtual ResultTask<ImportStatus>* startImport(const ImportOrder& start, QObject* parent) = 0;
    [[nodiscard]] virtual ResultTask<ImportStatus>* importStatus(const ImportRef& import, QObject* parent) = 0;
    /// Both only while it awaits verification. Errors: OutcomeUnknown when the request may have arrived; asking for the
    /// status then tells.
    [[nodiscard]] virtual ResultTask<ImportStatus>* completeImport(const QString& id, QObject* parent) = 0;
    [[nodiscard]] virtual ResultTask<ImportStatus>* resetImport(const QString& id, const ImportReset& how,
                                                                QObject* parent) = 0;
    /// The newest, newest first; the service tells of MostImports at most.
    static constexpr qsizetype MostImports = 10;
    [[nodiscard]] virtual ResultTask<QList<ImportStatus>>* findImports(QObject* parent) = 0;
};

} // namespace longshore
