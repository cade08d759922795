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
    static DropSentence misplaced(const DropDecision& decision, Platform platform, const QString& place);
    static QString filter();
};

struct Ending
{
    QLatin1StringView suffix;
    Kind kind;
    FileKind holds = FileKind::Package; ///< of Open
};

// The first that fits counts. What opens by its ending opens also when the contents do not tell: the check says more.
constexpr Ending endings[] = {
    {".part"_L1, Kind::Unfinished},
    {".crdownload"_L1, Kind::Unfinished},
    {".partial"_L1, Kind::Unfinished},
    {".dacpac"_L1, Kind::Dacpac},
    {".bak"_L1, Kind::Backup},
    {".mdf"_L1, Kind::Backup},
    {".nupkg"_L1, Kind::CodePackage},
    {".bacpac"_L1, Kind::Open},
    {".sql"_L1, Kind::Open, FileKind::Dump},
    {".sql.gz"_L1, Kind::Open, FileKind::Dump},
    {".sql.bz2"_L1, Kind::Open, FileKind::Dump},
    {".sql.xz"_L1, Kind::Open, FileKind::Dump},
    {".sql.zst"_L1, Kind::Open, FileKind::Dump},
    {".tar.gz"_L1, Kind::Open, FileKind::Dump},
    {".tgz"_L1, Kind::Open, FileKind::Dump},
    {".dump"_L1, Kind::Open, FileKind::Dump},
    {".zip"_L1, Kind::Zip},
};

const Ending* endingOf(const QString& path)
{
    const auto* found = std::ranges::find_if(
        endings, [&path](const Ending& ending) { return path.endsWith(ending.suffix, Qt::CaseInsensitive); });
    return found == std::end(endings) ? nullptr : found;
}

/// Whether the contents may make more of a file than its name promises.
bool contentsCount(Kind byName)
{
    return byName == Kind::Zip || byName == Kind::OtherFormat;
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
    const Ending* ending = endingOf(thing.path);
    Kind kind = ending == nullptr ? Kind::OtherFormat : ending->kind;
    if (thing.holds && contentsCount(kind)) {
        kind = Kind::Open;
    }
    if (kind != Kind::Open) {
        return kind;
    }
    return !thing.isReadable ? Kind::Unreadable : thing.size == 0 ? Kind::Empty : Kind::Open;
}

DropDecision decisionAbout(const DroppedThing& thing, Kind kind, int count)
{
    const Ending* ending = endingOf(thing.path);
    const FileKind byName = ending == nullptr ? FileKind::Package : ending->holds;
    return {.kind = kind, .path = thing.path, .count = count, .holds = thing.holds.value_or(byName)};
}

DropSentence Sentences::of(const DropDecision& decision)
{
    const QString name = QFileInfo(decision.path).fileName();
    switch (decision.kind) {
    case Kind::Open:
        return {};
    case Kind::Nothing:
        return {tr("There was no file in what you dropped."),
                tr("Drop a database package (.bacpac) or an SQL dump (.sql, also packed).")};
    case Kind::Several:
        return {tr("%n files were dropped; an import takes one.", nullptr, decision.count),
                tr("Each file replaces a whole database, so each is looked at on its own.")};
    case Kind::Folder:
        //: %1 is the name of a folder
        return {tr("%1 is a folder.").arg(name),
                tr("Drop the file that lies in it: a package (.bacpac) or an SQL dump.")};
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
        return {tr("%1 is a ZIP archive without an SQL dump in it.").arg(name),
                tr("Unpack it if there is a .bacpac inside, and drop that.")};
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
        return {tr("%1 is a code package.").arg(name),
                tr("Longshore imports databases. Deploy code with your usual pipeline.")};
    default:
        //: %1 is the name of a file
        return {tr("%1 is not a database file.").arg(name),
                tr("An import takes packages (.bacpac) and SQL dumps (.sql, also packed).")};
    }
}

DropSentence Sentences::misplaced(const DropDecision& decision, Platform platform, const QString& place)
{
    const bool takesDumps = platform == Platform::VectorPro;
    if (decision.kind != Kind::Open || takesDumps == (decision.holds == FileKind::Dump)) {
        return {};
    }
    const QString name = QFileInfo(decision.path).fileName();
    if (takesDumps) {
        //: %1 is the name of a file, %2 a place of Vector Pro
        return {tr("%1 is a package of SQL Server; %2 takes SQL dumps.").arg(name, place),
                tr("Packages (.bacpac) go to the environments of an Optimizely project.")};
    }
    //: %1 is the name of a file, %2 a place of Optimizely
    return {tr("%1 is an SQL dump; %2 takes packages of SQL Server (.bacpac).").arg(name, place),
            tr("SQL dumps go to the environments of a Vector Pro site.")};
}

QString Sentences::filter()
{
    const QStringList patterns{u"*.bacpac"_s, u"*.sql"_s, u"*.sql.gz"_s, u"*.sql.bz2"_s, u"*.sql.xz"_s, u"*.sql.zst"_s,
                               u"*.gz"_s,     u"*.bz2"_s, u"*.xz"_s,     u"*.zst"_s,     u"*.tgz"_s,    u"*.zip"_s};
    //: Kinds of files in the system's dialog; %1 are patterns such as *.sql
    return tr("Database files (%1)").arg(patterns.join(u' ')) + u";;"_s + tr("All files (*)");
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
        return decisionAbout(things.first(), kindOf(things.first()), 1);
    }
    const auto first = std::ranges::find_if(things, [](const DroppedThing& t) { return kindOf(t) == Kind::Open; });
    return decisionAbout(first == things.end() ? DroppedThing{} : *first, Kind::Several,
                         static_cast<int>(things.size()));
}

DropSentence misplacedSentence(const DropDecision& decision, Platform platform, const QString& place)
{
    return Sentences::misplaced(decision, platform, place);
}

QString databaseFileFilter()
{
    return Sentences::filter();
}

DropSentence dropSentence(const DropDecision& decision)
{
    return Sentences::of(decision);
}

} // namespace longshore
