#pragma once

#include "app/archive/fileinspection.h"
#include "app/domain/platform.h"

#include <QList>
#include <QString>
#include <QUrl>

namespace longshore {

/// One thing that was dropped on us or named at the start, and what a look at the disk told about it.
struct DroppedThing
{
    QString path; ///< absolute; empty: it is not a file of this computer
    QUrl link; ///< where it is instead; may be signed, so it is never shown
    bool exists = false;
    bool isFolder = false;
    bool isReadable = false;
    qint64 size = -1;
    std::optional<FileKind> holds{}; ///< by its contents; nothing: they do not tell

    friend bool operator==(const DroppedThing&, const DroppedThing&) = default;
};

/// What comes of a drop. Only Open leads anywhere; everything else is a sentence.
struct DropDecision
{
    enum class Kind {
        Open, ///< the assistant, with `path`
        Nothing, ///< text, a picture, an empty list
        Several, ///< `path`: the first that could be opened, or empty
        Folder,
        Missing,
        Unreadable,
        Empty, ///< a file without a byte
        Link, ///< http or https
        ElsewherePlace, ///< on another machine or in a phone: sftp, smb, mtp
        Unfinished, ///< still being downloaded
        Zip,
        Dacpac,
        Backup, ///< of SQL Server
        CodePackage,
        OtherFormat,
    };

    Kind kind = Kind::Nothing;
    QString path;
    int count = 0; ///< of things
    FileKind holds = FileKind::Package; ///< of `path`, by its contents, else by its name

    friend bool operator==(const DropDecision&, const DropDecision&) = default;
};

struct DropSentence
{
    QString headline;
    QString text;
};

/// From `text/uri-list`, before anyone looked at the disk.
[[nodiscard]] QList<DroppedThing> droppedThings(const QList<QUrl>& urls);
[[nodiscard]] DropDecision decideDrop(const QList<DroppedThing>& things);
/// Why nothing opens and what to do instead; both empty for Open.
[[nodiscard]] DropSentence dropSentence(const DropDecision& decision);
/// Of a file that was dropped on an environment whose platform takes the other kind; both empty when it takes this one.
/// `place`: as the person knows it.
[[nodiscard]] DropSentence misplacedSentence(const DropDecision& decision, Platform platform, const QString& place);
/// What the system's dialog offers to choose, for QFileDialog.
[[nodiscard]] QString databaseFileFilter();

} // namespace longshore
