#pragma once

#include "app/domain/connection.h"
#include "app/domain/importguard.h"
#include "app/domain/importrequest.h"

namespace longshore {

/// One end of a copy: a place whose database is read or replaced.
struct CopyEnd
{
    Connection connection;
    QString environment;
};

/// Why a database cannot be copied from one place to another.
enum class CopyBar {
    None,
    SamePlace,
    OtherPlatform, ///< a bacpac is no dump, and a dump no bacpac
    UnknownSource, ///< the environment is not of that connection
    NoRightAtSource,
    NoExportOfSource, ///< the service gives no file of it
    Target, ///< see CopyPlan::target
};
[[nodiscard]] QString copyBarName(CopyBar bar); ///< "samePlace"; empty for None

/// How a database gets from one place to another, or why it does not.
struct CopyPlan
{
    CopyBar bar = CopyBar::None;
    ImportBar target = ImportBar::None;
    ImportWay way = ImportWay::Upload; ///< Promote: by the platform itself; no file comes to this machine
    bool productionData = false; ///< data of real people leaves its guarded place: wants a tick of its own

    friend bool operator==(const CopyPlan&, const CopyPlan&) = default;
};

/// The platform's own promotion where it has one for these two places; otherwise the source is exported to the library
/// and imported from there. Pure. Production may be read; it is never replaced.
[[nodiscard]] CopyPlan planCopy(const CopyEnd& from, const CopyEnd& to);

/// How an import into that place is taken back: by its undo file where files go there, else by the platform's own
/// restore of the backup that the file was made of.
[[nodiscard]] ImportWay undoWay(const Connection& connection, const QString& environment);

} // namespace longshore
