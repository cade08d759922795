#include "tests/fuzz/packagefuzz.h"

#include "app/archive/packagechecks.h"
#include "app/archive/packagexml.h"
#include "app/archive/zipentryreader.h"

#include <QBuffer>

namespace longshore {

namespace {

constexpr qint64 readAtMost = 8'000'000; ///< of all entries together; more is only more of the same
constexpr qint64 smallPart = 1'000'000;

bool readParts(QIODevice& device, const ZipDirectory& directory)
{
    bool good = true;
    for (const ZipEntry& entry : directory.entries()) {
        if (entry.size > smallPart) {
            continue;
        }
        const Result<QByteArray> contents = readSmallEntry(device, directory, entry, smallPart);
        if (!contents) {
            good = false;
            continue;
        }
        const bool origin = readOrigin(*contents).has_value();
        const bool name = readDatabaseName(*contents).has_value();
        const bool relationships = readRelationships(*contents).has_value();
        ModelTableScanner scanner;
        const bool model = scanner.add(*contents).has_value() && scanner.finish().has_value();
        good = good && (origin || name || relationships || model || !entry.name.endsWith(".xml"));
    }
    return good;
}

/// The findings of the whole: told as they come, the same as in the list, and never without end.
bool isChecked(QIODevice& device)
{
    QList<Finding> told;
    const InspectionWatch watch{.found = [&told](const Finding& finding) { told.append(finding); }};
    PackageChecks checks(device, watch, PackageChecks::Until::TheEnd);
    return checks.run().has_value() && told == checks.findings() && told.size() < 200;
}

} // namespace

bool readAsPackage(const QByteArray& bytes)
{
    QBuffer device;
    device.setData(bytes);
    if (!device.open(QIODevice::ReadOnly)) {
        return false;
    }
    if (!isChecked(device)) {
        qFatal("the checks disagree with themselves");
    }
    const Result<ZipDirectory> directory = ZipDirectory::read(device);
    if (!directory) {
        return false;
    }
    qint64 left = readAtMost;
    for (const ZipEntry& entry : directory->entries()) {
        Result<ZipEntryReader> reader = ZipEntryReader::open(device, *directory, entry);
        while (reader && left > 0) {
            const Result<QByteArrayView> piece = reader->next();
            if (!piece) {
                return false;
            }
            if (piece->isEmpty()) {
                break;
            }
            left -= piece->size();
        }
        if (!reader) {
            return false;
        }
    }
    return readParts(device, *directory);
}

} // namespace longshore
