#include "ui/exports/folderfacts.h"

#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>

namespace longshore {

FolderFacts measureFolder(const QString& folder, const QString& fileName)
{
    FolderFacts facts{.folder = folder};
    if (!QDir::isAbsolutePath(folder)) {
        return facts;
    }
    // A folder that is not there yet will be made: its nearest ancestor tells of room and rights.
    QString existing = QDir::cleanPath(folder);
    while (!QFileInfo::exists(existing) && existing != QFileInfo(existing).path()) {
        existing = QFileInfo(existing).path();
    }
    const QFileInfo info(existing);
    facts.isWritable = info.isDir() && info.isWritable();
    const QStorageInfo disk(existing);
    if (disk.isValid()) {
        facts.freeBytes = disk.bytesAvailable();
    }
    facts.nameTaken = !fileName.isEmpty() && QFileInfo::exists(folder + QLatin1Char('/') + fileName);
    return facts;
}

} // namespace longshore
