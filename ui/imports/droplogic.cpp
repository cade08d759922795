#include "ui/imports/droplogic.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <algorithm>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

using Kind = DropDecision::Kind;

/// The translation context of the sentences about drops.
class Sentences
{
    Q_DECLARE_TR_FUNCTIONS(longshore::DropLogic)

public:
    static DropSentence of(const DropDecision& decision);
    static DropSentence ofFormat(const DropDecision& decision);
};

struct Ending
{
    QLatin1StringView suffix;
    Kind kind;
};

// The first that fits counts.
constexpr Ending endings[] = {
    {".part"_L1, Kind::Unfinished},    {".crdownload"_L1, Kind::Unfinished},
    {".partial"_L1, Kind::Unfinished}, {".bacpac"_L1, Kind::Open},
    {".dacpac"_L1, Kind::Dacpac},      {".zip"_L1, Kind::Zip},
    {".sql"_L1, Kind::SqlDump},        {".sql.gz"_L1, Kind::SqlDump},
    {".sql.zst"_L1, Kind::SqlDump},    {".dump"_L1, Kind::SqlDump},
    {".bak"_L1, Kind::Backup},         {".mdf"_L1, Kind::Backup},
    {".nupkg"_L1, Kind::CodePackage},
};

Kind kindOfName(const QString& path)
{
    const auto* found = std::ranges::find_if(
        endings, [&path](const Ending& ending) { return path.endsWith(ending.suffix, Qt::CaseInsensitive); });
    return found == std::end(endings) ? Kind::OtherFormat : found->kind;
}

Kind kindOf(const DroppedThing& thing)
{
    if (thing.path.isEmpty()) {
        const QString scheme = thing.link.scheme().toLower();
        return scheme == "http"_L1 || scheme == "https"_L1 ? Kind::Link : Kind::ElsewherePlace;
    }
    if (!thing.exists) {
        return Kind::Missing;
    }
    if (thing.isFolder) {
        return Kind::Folder;
    }
    const Kind byName = kindOfName(thing.path);
    if (byName != Kind::Open) {
        return byName;
    }
    return !thing.isReadable ? Kind::Unreadable : thing.size == 0 ? Kind::Empty : Kind::Open;
}

DropSentence Sentences::of(const DropDecision& decision)
{
    const QString name = QFileInfo(decision.path).fileName();
    switch (decision.kind) {
    case Kind::Open:
        return {};
    case Kind::Nothing:
        return {tr("There was no file in what you dropped."), tr("Drop a database package (.bacpac).")};
    case Kind::Several:
        return {tr("%n files were dropped; an import takes one.", nullptr, decision.count),
                tr("Each package replaces a whole database, so each is looked at on its own.")};
    case Kind::Folder:
        //: %1 is the name of a folder
        return {tr("%1 is a folder.").arg(name), tr("Drop the package (.bacpac) that lies in it.")};
    case Kind::Missing:
        //: %1 is the name of a file
        return {tr("%1 is not there any more.").arg(name), tr("It may have been moved or renamed. Drop it again.")};
    case Kind::Unreadable:
        //: %1 is the name of a file
        return {tr("The system does not let us read %1.").arg(name),
                tr("Check its rights, or choose it with File, Import: that asks the system for access.")};
    case Kind::Empty:
        //: %1 is the name of a file
        return {tr("%1 is empty.").arg(name), tr("It may still be being copied, or its download failed.")};
    case Kind::Link:
        return {tr("That is a link, not a file."),
                tr("Download it first; “longshorectl download” does it, checks it and goes on after an "
                   "interruption. Then drop the file.")};
    case Kind::ElsewherePlace:
        return {tr("That file is not on this computer."), tr("Copy it to a folder here, then drop the copy.")};
    default:
        return ofFormat(decision);
    }
}

DropSentence Sentences::ofFormat(const DropDecision& decision)
{
    const QString name = QFileInfo(decision.path).fileName();
    switch (decision.kind) {
    case Kind::Unfinished:
        //: %1 is the name of a file
        return {tr("%1 is still being downloaded.").arg(name), tr("Wait until it has its real name.")};
    case Kind::Zip:
        //: %1 is the name of a file
        return {tr("%1 is a ZIP archive, not a database package.").arg(name),
                tr("Unpack it if there is a .bacpac inside, and drop that.")};
    case Kind::SqlDump:
        //: %1 is the name of a file
        return {tr("%1 is an SQL script.").arg(name),
                tr("Optimizely takes its databases as packages of SQL Server (.bacpac) only.")};
    case Kind::Dacpac:
        //: %1 is the name of a file
        return {tr("%1 holds tables but no data (.dacpac).").arg(name),
                tr("Importing it would leave an empty database. Export with data, as .bacpac.")};
    case Kind::Backup:
        //: %1 is the name of a file
        return {tr("%1 is a backup of SQL Server itself.").arg(name),
                tr("Restore it on an SQL Server and export it from there as .bacpac.")};
    case Kind::CodePackage:
        //: %1 is the name of a file
        return {tr("%1 is a code package.").arg(name), tr("Longshore imports databases (.bacpac). Deploy code with "
                                                          "your usual pipeline.")};
    default:
        //: %1 is the name of a file
        return {tr("%1 is not a database package.").arg(name), tr("An import takes files that end in .bacpac.")};
    }
}

} // namespace

QList<DroppedThing> droppedThings(const QList<QUrl>& urls)
{
    QList<DroppedThing> things;
    for (const QUrl& url : urls) {
        if (url.isEmpty()) {
            continue;
        }
        DroppedThing thing;
        if (url.isLocalFile()) {
            thing.path = url.toLocalFile();
        } else {
            thing.link = url;
        }
        things << thing;
    }
    return things;
}

DropDecision decideDrop(const QList<DroppedThing>& things)
{
    if (things.isEmpty()) {
        return {};
    }
    if (things.size() == 1) {
        return {.kind = kindOf(things.first()), .path = things.first().path, .count = 1};
    }
    const auto first = std::ranges::find_if(things, [](const DroppedThing& t) { return kindOf(t) == Kind::Open; });
    return {.kind = Kind::Several,
            .path = first == things.end() ? QString() : first->path,
            .count = static_cast<int>(things.size())};
}

DropSentence dropSentence(const DropDecision& decision)
{
    return Sentences::of(decision);
}

} // namespace longshore
