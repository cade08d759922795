#pragma once

#include "app/domain/connection.h"
#include "app/domain/importrequest.h"

#include <QDateTime>
#include <QString>
#include <optional>

namespace longshore {

/// Why an environment cannot be imported into.
enum class ImportBar {
    None,
    ProductionTier, ///< a person or we call it production: never through this program
    NotByThisService, ///< the API has no such way there: Preproduction and Production of DXP, a dialect without it
    OnlyByPromotion, ///< no file goes there: its database comes from the site's development container
    NoRight, ///< the key has no right for it
    UnknownEnvironment, ///< not of this connection
};

[[nodiscard]] QString importBarName(ImportBar bar); ///< "productionTier"; empty for None

/// facts: optimizely.md 3.1 and 1.4, vector.md 1.5. Unknown access does not bar: the service says no by itself.
[[nodiscard]] ImportBar importBar(const Connection& connection, const QString& environment,
                                  ImportWay way = ImportWay::Upload);

/// What the guard weighs; see importGuard().
struct ImportStakes
{
    Tier tier = Tier::Production;
    ImportRequest::Backup backup = ImportRequest::Backup::First;
    QDateTime fileMadeAt; ///< UTC; invalid: not known
    QDateTime targetChangedAt; ///< UTC; the last import into that database that we know of; invalid: none
};

/// Whether the person must type the target's name. design: only where data of value would be lost.
struct ImportGuard
{
    enum class Reason {
        None,
        Tier, ///< staging or above
        NoBackup, ///< there would be no way back
        TargetChanged, ///< somebody imported into it after this file was made
    };
    Reason reason = Reason::None;
    QString phrase; ///< "contoso/Integration"; what must be typed
    [[nodiscard]] bool needsPhrase() const { return reason != Reason::None; }
};

[[nodiscard]] ImportGuard importGuard(const Connection& connection, const QString& environment,
                                      const ImportStakes& stakes);
[[nodiscard]] QString importGuardName(ImportGuard::Reason reason); ///< "noBackup"; empty for None
/// `CONNECTION/ENVIRONMENT`, the names as the person knows them.
[[nodiscard]] QString targetPhrase(const QString& connectionName, const QString& environment);
/// Without regard to case and to blanks at the ends.
[[nodiscard]] bool isConfirmed(const QString& typed, const QString& phrase);

} // namespace longshore
