#include "ui/imports/dropfacts.h"

#include <QFile>
#include <QFileInfo>

namespace longshore {

QList<DroppedThing> lookAt(QList<DroppedThing> things)
{
    for (DroppedThing& thing : things) {
        if (thing.path.isEmpty()) {
            continue;
        }
        const QFileInfo info(thing.path);
        thing.exists = info.exists();
        thing.isFolder = info.isDir();
        thing.size = info.size();
        // Rights alone do not tell in a sandbox, and nothing is opened that may wait for a writer.
        thing.isReadable = info.isFile() && QFile(thing.path).open(QIODevice::ReadOnly);
        thing.holds = thing.isReadable ? fileKindByContent(thing.path) : std::nullopt;
    }
    return things;
}

} // namespace longshore
