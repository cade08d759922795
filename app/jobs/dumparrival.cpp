#include "app/jobs/dumparrival.h"

#include "app/archive/dumplook.h"
#include "app/archive/dumpreader.h"
#include "app/archive/dumpwriter.h"
#include "app/jobs/dumpfollower.h"

#include <QFile>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

constexpr auto UnpackedSuffix = ".dump"_L1;

QStringList layersOf(DumpFormat format)
{
    switch (format) {
    case DumpFormat::Gzip:
        return {u"gzip"_s};
    case DumpFormat::Zstd:
        return {u"zstd"_s};
    case DumpFormat::Plain:
        break;
    }
    return {};
}

Result<void> copy(DumpReader& reader, DumpWriter& writer, const CancelFlag& cancel)
{
    for (;;) {
        if (cancel->load()) {
            return fail(Error::Code::Cancelled);
        }
        const Result<QByteArrayView> bytes = reader.next();
        if (!bytes || bytes->isEmpty()) {
            return bytes.map([](QByteArrayView) {});
        }
        if (const Result<void> added = writer.add(*bytes); !added) {
            return added;
        }
    }
}

Result<FetchedFile> rewrite(DumpReader& reader, const QString& path, DumpFormat wanted, const CancelFlag& cancel)
{
    const Result<std::unique_ptr<DumpWriter>> writer = DumpWriter::create(path, wanted);
    if (!writer) {
        return fail(writer.error());
    }
    const Result<WrittenDump> written =
        copy(reader, **writer, cancel).and_then([&writer] { return (*writer)->finish(); });
    const Result<void> good =
        written ? checkDump(path, cancel).map([](const DumpFacts&) {}) : Result<void>(fail(written.error()));
    if (!good) {
        QFile::remove(path);
        return fail(good.error());
    }
    return FetchedFile{path, written->size, QString::fromLatin1(written->sha256.toHex())};
}

} // namespace

Result<std::optional<FetchedFile>> writeAsWanted(QIODevice& dump, const QString& partPath, DumpFormat wanted,
                                                 const CancelFlag& cancel)
{
    const Result<std::unique_ptr<DumpReader>> reader = DumpReader::open(dump, cancel);
    if (!reader) {
        return fail(reader.error());
    }
    if ((*reader)->packing().layers == layersOf(wanted)) {
        return std::nullopt;
    }
    return rewrite(**reader, partPath + UnpackedSuffix, wanted, cancel).map([](const FetchedFile& made) {
        return std::optional(made);
    });
}

Result<ArrivedDump> receiveDump(const FetchedFile& file, DumpFormat wanted, Reread reread, DumpFollower* follower,
                                const CancelFlag& cancel)
{
    // In any case before the files are touched here: its thread may still use them.
    std::optional<FetchedFile> made = follower != nullptr ? follower->take(cancel) : std::nullopt;
    if (const Result<void> same = checkFetchedBytes(file, reread, cancel); !same) {
        if (made) {
            QFile::remove(made->partPath);
        }
        return fail(same.error());
    }
    if (!made) {
        QFile packed(file.partPath);
        if (!packed.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
            return fail(Error::Code::FileAccess, file.partPath, packed.errorString());
        }
        const Result<std::optional<FetchedFile>> written = writeAsWanted(packed, file.partPath, wanted, cancel);
        if (!written) {
            return fail(written.error());
        }
        made = *written;
    }
    if (made) {
        return ArrivedDump{*made, file.partPath};
    }
    return checkDump(file.partPath, cancel).map([&file](const DumpFacts&) { return ArrivedDump{file, {}}; });
}

Result<void> discardArrival(const QString& partPath)
{
    return discardPartFile(partPath + UnpackedSuffix).and_then([&partPath] { return discardPartFile(partPath); });
}

} // namespace longshore
