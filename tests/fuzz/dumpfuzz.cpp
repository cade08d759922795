#include "tests/fuzz/dumpfuzz.h"

#include "app/archive/dumpreader.h"
#include "app/archive/dumpscanner.h"
#include "app/archive/otherformat.h"

#include <QBuffer>

namespace longshore {

namespace {

constexpr qint64 readAtMost = 8'000'000; ///< a bomb is only more of the same

struct Seen
{
    DumpFacts facts;
    QList<Finding> findings;
    bool isSql = false;

    friend bool operator==(const Seen&, const Seen&) = default;
};

Seen scanned(const QByteArray& first, const QByteArray& second)
{
    Seen seen;
    DumpScanner scanner([&seen](const Finding& finding) { seen.findings.append(finding); });
    scanner.add(first);
    scanner.add(second);
    scanner.finish();
    seen.facts = scanner.facts();
    seen.isSql = scanner.isSql();
    return seen;
}

} // namespace

bool scanAsDump(const QByteArray& bytes)
{
    (void)otherFormat(bytes);
    const Seen whole = scanned(bytes, {});
    const qsizetype cut = bytes.isEmpty() ? 0 : static_cast<uchar>(bytes.back()) % (bytes.size() + 1);
    const Seen parted = scanned(bytes.first(cut), bytes.sliced(cut));
    if (whole != parted || whole.findings.size() > 300) {
        qFatal("the border of a block makes a difference");
    }
    return whole.isSql;
}

bool unpackAsDump(const QByteArray& bytes)
{
    QBuffer device;
    device.setData(bytes);
    if (!device.open(QIODevice::ReadOnly)) {
        return false;
    }
    const auto reader = DumpReader::open(device, std::make_shared<std::atomic_bool>(false));
    if (!reader) {
        return false;
    }
    for (qint64 left = readAtMost; left > 0;) {
        const Result<QByteArrayView> piece = (*reader)->next();
        if (!piece) {
            return false;
        }
        if (piece->isEmpty()) {
            return true;
        }
        left -= piece->size();
    }
    return true;
}

} // namespace longshore
