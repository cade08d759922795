#pragma once

#include "app/cli/transferoptions.h"
#include "app/domain/priority.h"

#include <QString>
#include <chrono>
#include <optional>

namespace longshore::cli {

enum class Verb {
    ConnectionsAdd,
    ConnectionsAddVector,
    ConnectionsList,
    ConnectionsTest,
    ConnectionsRemove,
    Sites,
    Export,
    Import,
    Inspect,
    Copy,
    Undo,
    PackagesName,
    JobsList,
    JobsShow,
    JobsWatch,
    JobsAdopt,
    JobsForget,
    JobsComplete,
    JobsReset,
    JobsPause,
    JobsResume,
    JobsCancel,
    JobsPriority,
    JobsLimit,
    LibraryList,
    LibraryVerify,
    Download,
    Upload,
};

/// What was typed, not yet judged.
struct Arguments
{
    Verb verb = Verb::JobsList;
    bool json = false;
    bool practice = false;
    bool verbose = false;
    std::chrono::milliseconds patience = std::chrono::minutes(10); ///< with a network or service that does not work

    QString name; ///< of a connection
    QString baseUrl;
    QString projectId;
    QString clientKey;
    bool secretFromStdin = false;
    QString site; ///< of Vector Pro: id, customer id or domain
    QString dialect; ///< of Vector Pro; empty: found out
    bool test = true; ///< a new connection is tried before it is stored

    QString environment;
    QString database;
    QString keep;
    QString compress;
    QString folder;
    bool download = true;
    bool wait = false;

    QString source; ///< of a copy: CONNECTION/ENVIRONMENT
    QString target; ///< of an import: CONNECTION/ENVIRONMENT
    QString confirmation; ///< the target once more, as the person typed it
    QString packageName;
    bool backup = true;
    bool acceptWarnings = false;
    std::optional<bool> quick; ///< inside the request or not; empty: as it fits
    bool dropTables = true;
    bool foreignKeysOff = true;
    QString searchFor;
    QString replaceBy;
    bool acceptProductionData = false;
    bool replaceAddress = false;

    QString id; ///< of a job or a library file
    QString serverId;
    bool all = false;
    Priority priority = Priority::Usual;
    qint64 bytesPerSecond = 0; ///< of one job; 0: none

    QString url; ///< "-": from standard input
    QString file;
    TransferArguments transfer;
    QString storeKind; ///< of an upload: "azure", "s3"; empty: told by the link
    bool contentMd5 = true;
    bool replace = false;
    bool fresh = false; ///< gives up what was sent before
};

struct ParsedArguments
{
    Arguments arguments;
    std::optional<int> exitCode; ///< nothing is left to do: help was shown, or the line was wrong
};

[[nodiscard]] ParsedArguments parseArguments(int argc, char** argv);

/// "90s", "10m", "2h", "45" (seconds).
[[nodiscard]] std::optional<std::chrono::milliseconds> durationFromText(const QString& text);

} // namespace longshore::cli
