#include "app/archive/fileinspection.h"

#include "app/archive/decompressor.h"
#include "app/archive/dumplook.h"
#include "app/archive/packageinspection.h"
#include "app/archive/tardump.h"
#include "app/archive/zipdirectory.h"

#include <QFile>
#include <QFileInfo>
#include <algorithm>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 enoughToTell = 16 * 1024;

/// What the person or the service meant it to be; a part file has its ending behind the name.
FileKind kindByName(const QString& path)
{
    const QString name = QFileInfo(path).fileName();
    const auto has = [&name](QLatin1StringView ending) { return name.contains(ending, Qt::CaseInsensitive); };
    return has(".bacpac"_L1) || has(".dacpac"_L1) || has(".zip"_L1) ? FileKind::Package : FileKind::Dump;
}

/// A ZIP with a dump in it is packing.
std::optional<FileKind> kindOfZip(QFile& file)
{
    const Result<ZipDirectory> directory = ZipDirectory::read(file);
    if (!directory) {
        return std::nullopt;
    }
    if (directory->find("model.xml") != nullptr) {
        return FileKind::Package;
    }
    const QList<ZipEntry>& entries = directory->entries();
    const bool holdsDump =
        std::any_of(entries.cbegin(), entries.cend(), [](const ZipEntry& entry) { return isDumpName(entry.name); });
    return holdsDump ? std::optional(FileKind::Dump) : std::nullopt;
}

bool readsAsSql(const QByteArray& start)
{
    const QByteArray text = start.toUpper();
    return text.contains("CREATE TABLE") || text.contains("INSERT INTO") || text.contains(" SQL DUMP")
           || text.contains("MYSQL DUMP") || text.contains("MARIADB DUMP") || text.contains("/*!40101 SET");
}

} // namespace

std::optional<FileKind> fileKindByContent(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    const QByteArray start = file.peek(enoughToTell);
    if (start.startsWith("PK\x03\x04") || start.startsWith("PK\x05\x06")) {
        return kindOfZip(file);
    }
    const bool isDump = compressionOf(start) || TarDump::isTar(start) || readsAsSql(start);
    return isDump ? std::optional(FileKind::Dump) : std::nullopt;
}

FileKind fileKind(const QString& path)
{
    return fileKindByContent(path).value_or(kindByName(path));
}

Result<PackageInspection> inspectFileNow(const QString& path, const InspectionWatch& watch)
{
    return fileKind(path) == FileKind::Dump ? lookAtDumpNow(path, watch) : inspectPackageNow(path, watch);
}

InspectionTask* inspectFile(const QString& path, QObject* parent)
{
    return new InspectionTask(
        path, [path](const InspectionWatch& watch) { return inspectFileNow(path, watch); }, parent);
}

} // namespace longshore
