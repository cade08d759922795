#include "app/archive/dumpreader.h"
#include "app/archive/dumpwriter.h"
#include "app/archive/tarball.h"
#include "tests/support/zipbuilder.h"

#include <KCompressionDevice>
#include <KTar>
#include <QBuffer>
#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QtTest>
#include <random>

using namespace longshore;
using namespace Qt::StringLiterals;

namespace {

using Type = KCompressionDevice::CompressionType;

CancelFlag never()
{
    return std::make_shared<std::atomic_bool>(false);
}

QByteArray compressed(Type type, const QByteArray& plain)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    KCompressionDevice device(&buffer, false, type);
    device.open(QIODevice::WriteOnly);
    device.write(plain);
    device.close();
    return buffer.data();
}

/// By KArchive, so not by what reads it.
QByteArray tarOf(const QList<std::pair<QString, QByteArray>>& files)
{
    QBuffer buffer;
    KTar tar(&buffer);
    tar.open(QIODevice::WriteOnly);
    for (const auto& [name, contents] : files) {
        tar.writeFile(name, contents);
    }
    tar.close();
    return buffer.data();
}

QByteArray zipOf(const QList<std::pair<QByteArray, QByteArray>>& files)
{
    ZipBuilder zip;
    for (const auto& [name, contents] : files) {
        zip.add({.name = name, .contents = contents, .deflate = true});
    }
    return zip.bytes();
}

/// A stream of blocks, each of one repeated letter, and nothing behind the last (RFC 8878, 3.1.1): the command line
/// tool makes these, KArchive does not.
QByteArray zstdOf(const QList<quint32>& blocks)
{
    QByteArray frame = QByteArray::fromHex("28b52ffd0038");
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        const quint32 header = (blocks.at(i) << 3) | (1U << 1) | (i + 1 == blocks.size() ? 1U : 0U);
        for (int shift = 0; shift < 24; shift += 8) {
            frame += static_cast<char>((header >> shift) & 0xFF);
        }
        frame += 'x';
    }
    return frame;
}

struct Read
{
    QByteArray plain;
    DumpPacking packing;
};

Result<Read> readAll(const QByteArray& bytes)
{
    QBuffer device;
    device.setData(bytes);
    device.open(QIODevice::ReadOnly);
    const auto reader = DumpReader::open(device, never());
    if (!reader) {
        return fail(reader.error());
    }
    Read read{.plain = {}, .packing = (*reader)->packing()};
    for (;;) {
        const Result<QByteArrayView> piece = (*reader)->next();
        if (!piece) {
            return fail(piece.error());
        }
        if (piece->isEmpty()) {
            const Result<QByteArrayView> again = (*reader)->next(); // stays at its end
            return again && again->isEmpty() ? Result<Read>(read) : Result<Read>(fail(Error::Code::Internal));
        }
        read.plain.append(*piece);
    }
}

/// Larger than every buffer on the way, and nothing that repeats.
QByteArray dump()
{
    static const QByteArray text = [] {
        QByteArray bytes("-- MySQL dump 10.13\n");
        std::mt19937 random(20260112);
        while (bytes.size() < 3'000'000) {
            bytes += "INSERT INTO `wp_posts` VALUES (" + QByteArray::number(random()) + ",'"
                     + QByteArray::number(random(), 36) + "');\n";
        }
        return bytes;
    }();
    return text;
}

QString saidOf(const Result<Read>& read)
{
    return read ? u"read"_s : QString(read.error().subject + u": "_s + read.error().detail);
}

/// A file of 5 GB that is nowhere.
class Endless final : public QIODevice
{
public:
    Endless() { open(QIODevice::ReadOnly | QIODevice::Unbuffered); }
    [[nodiscard]] qint64 size() const override { return 5'000'000'000; }

protected:
    qint64 readData(char* data, qint64 maximum) override
    {
        const qint64 count = std::min(maximum, size() - pos());
        std::fill(data, data + count, 'x');
        return count;
    }
    qint64 writeData(const char*, qint64) override { return -1; }
};

} // namespace

class TestDumpReader final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhateverADumpIsPackedIn_data();
    void readsWhateverADumpIsPackedIn();
    void everyTruncationIsAnError_data() { packed(); }
    void everyTruncationIsAnError();
    void aFlippedByteIsAnError_data() { packed(); }
    void aFlippedByteIsAnError();
    void saysWhyAnArchiveHoldsNoSingleDump_data();
    void saysWhyAnArchiveHoldsNoSingleDump();
    void longNamesInATarAreRead();
    void streamsBehindEachOtherAreOneDump_data();
    void streamsBehindEachOtherAreOneDump();
    void archivesInArchivesComeToAnEnd();
    void aBombIsReadInFlatMemoryUntilItIsCancelled();
    void fiveGigabytesPassWithoutAFile();
    void repacksBothWays_data();
    void repacksBothWays();
    void aBrokenSourceLeavesNoFile();
    void aFileIsNotRepackedOntoItself();
    void aCancelledRepackLeavesNoFile();

private:
    void packed();
    [[nodiscard]] QString fileWith(const QByteArray& bytes) const;

    QTemporaryDir m_folder;
};

QString TestDumpReader::fileWith(const QByteArray& bytes) const
{
    const QString path = m_folder.filePath(u"source"_s);
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
}

void TestDumpReader::readsWhateverADumpIsPackedIn_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("plain");
    QTest::addColumn<QStringList>("layers");
    QTest::addColumn<QString>("member");
    const auto row = [](const char* name, const QByteArray& file, const QStringList& layers,
                        const QString& member = QString(),
                        const QByteArray& plain = dump()) { QTest::newRow(name) << file << plain << layers << member; };
    row("plain", dump(), {});
    row("empty", {}, {}, {}, {});
    row("shorter than a header", "a;", {}, {}, "a;");
    row("gzip", compressed(Type::GZip, dump()), {u"gzip"_s});
    row("bzip2", compressed(Type::BZip2, dump()), {u"bzip2"_s});
    row("xz", compressed(Type::Xz, dump()), {u"xz"_s});
    row("zstd", compressed(Type::Zstd, dump()), {u"zstd"_s});
    const QByteArray much(5'000'000, 'x'); // from less input than one piece
    row("gzip of the same", compressed(Type::GZip, much), {u"gzip"_s}, {}, much);
    row("bzip2 of the same", compressed(Type::BZip2, much), {u"bzip2"_s}, {}, much);
    row("xz of the same", compressed(Type::Xz, much), {u"xz"_s}, {}, much);
    row("zstd of the same", compressed(Type::Zstd, much), {u"zstd"_s}, {}, much);
    // The last block is taken in whole and comes out over the border of two pieces.
    row("zstd that holds bytes back", zstdOf({100'000}) + zstdOf({131'072, 131'072}), {u"zstd"_s}, {},
        much.first(362'144));
    row("gzip of nothing", compressed(Type::GZip, {}), {u"gzip"_s}, {}, {});
    row("zip", zipOf({{"readme.txt", "x"}, {"a/b.SQL", dump()}, {"__MACOSX/a/._b.sql", "x"}}), {u"zip"_s},
        u"a/b.SQL"_s);
    row("zip of gzip", zipOf({{"b.sql.gz", compressed(Type::GZip, dump())}}), {u"zip"_s, u"gzip"_s}, u"b.sql.gz"_s);
    row("tar", tarOf({{u"b.sql"_s, dump()}}), {u"tar"_s}, u"b.sql"_s);
    const QByteArray backup = tarOf({{u"site/wp-content/plugins/x/install.sql"_s, "CREATE"},
                                     {u"site/readme.txt"_s, QByteArray(1000, 'r')},
                                     {u"database/db.sql"_s, dump()},
                                     {u"site/wp-content/uploads/x.sql.gz"_s, "no"},
                                     {u"end"_s, {}}});
    row("backup", compressed(Type::GZip, backup), {u"gzip"_s, u"tar"_s}, u"database/db.sql"_s);
    row("backup of zstd", compressed(Type::GZip, tarOf({{u"db.sql.zst"_s, compressed(Type::Zstd, dump())}})),
        {u"gzip"_s, u"tar"_s, u"zstd"_s}, u"db.sql.zst"_s);
    row("a dump by its contents", tarOf({{u"notes"_s, "text"}, {u"database"_s, dump()}}), {u"tar"_s}, u"database"_s);
    row("an empty dump in a tar", tarOf({{u"b.sql"_s, {}}}), {u"tar"_s}, u"b.sql"_s, {});
}

void TestDumpReader::readsWhateverADumpIsPackedIn()
{
    QFETCH(const QByteArray, file);
    QFETCH(const QByteArray, plain);
    QFETCH(const QStringList, layers);
    QFETCH(const QString, member);
    const Result<Read> read = readAll(file);
    QVERIFY2(read, qPrintable(saidOf(read)));
    QVERIFY(read->plain == plain);
    QCOMPARE(read->packing.layers, layers);
    QCOMPARE(read->packing.member, member);
}

void TestDumpReader::packed()
{
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("gzip") << compressed(Type::GZip, dump().first(50'000));
    QTest::newRow("bzip2") << compressed(Type::BZip2, dump().first(50'000));
    QTest::newRow("xz") << compressed(Type::Xz, dump().first(50'000));
    QTest::newRow("zip") << zipOf({{"a.sql", dump().first(50'000)}});
    QTest::newRow("tar.gz") << compressed(Type::GZip, tarOf({{u"a.sql"_s, dump().first(50'000)}}));
}

void TestDumpReader::everyTruncationIsAnError()
{
    QFETCH(const QByteArray, file);
    for (qsizetype left = 20; left < file.size(); left += 1 + left / 50) {
        const Result<Read> read = readAll(file.first(left));
        QVERIFY2(!read, qPrintable(QString::number(left)));
        QCOMPARE(read.error().code, Error::Code::FormatInvalid);
    }
    QVERIFY(!readAll(file.chopped(1)));
}

void TestDumpReader::aFlippedByteIsAnError()
{
    QFETCH(const QByteArray, file);
    for (qsizetype at = 100; at < file.size() - 100; at += 997) {
        QByteArray changed = file;
        changed[at] = static_cast<char>(changed.at(at) ^ 0x10);
        QVERIFY2(!readAll(changed), qPrintable(QString::number(at)));
    }
}

void TestDumpReader::saysWhyAnArchiveHoldsNoSingleDump_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("said");
    QTest::newRow("zip without") << zipOf({{"a.txt", "x"}}) << u"zip: holds no SQL dump"_s;
    QTest::newRow("zip with two") << zipOf({{"a.sql", "x"}, {"b.sql", "y"}})
                                  << u"b.sql: is a second dump in the archive"_s;
    QTest::newRow("tar without") << tarOf({{u"a.txt"_s, "x"}}) << u"tar: holds no SQL dump"_s;
    QTest::newRow("tar with two") << tarOf({{u"a.sql"_s, "x"}, {u"b.sql"_s, "y"}})
                                  << u"b.sql: is a second dump in the archive"_s;
    QTest::newRow("7z") << QByteArray("7z\xBC\xAF\x27\x1C\0\4", 8) + QByteArray(600, 'x')
                        << u"7z: archives of this kind cannot be read"_s;
    QTest::newRow("rar") << QByteArray("Rar!\x1A\x07\x01") + QByteArray(600, 'x')
                         << u"rar: archives of this kind cannot be read"_s;
    QTest::newRow("zip in gzip") << compressed(Type::GZip, zipOf({{"a.sql", "x"}}))
                                 << u"zip: is packed inside another archive; unpack it first"_s;
    QByteArray damaged = tarOf({{u"a.sql"_s, "x"}, {u"b.txt"_s, "y"}});
    damaged[1024 + 10] = 'z';
    QTest::newRow("damaged header") << damaged << u"tar: a header is damaged"_s;
}

void TestDumpReader::saysWhyAnArchiveHoldsNoSingleDump()
{
    QFETCH(const QByteArray, file);
    QFETCH(const QString, said);
    const Result<Read> read = readAll(file);
    QCOMPARE(saidOf(read), said);
    QCOMPARE(read.error().code, Error::Code::FormatInvalid);
}

void TestDumpReader::longNamesInATarAreRead()
{
    const QString name = QString(QString(90, u'a') + u'/' + QString(90, u'b') + u'/' + QString(90, u'c') + u".sql"_s);
    const Result<Read> read = readAll(tarOf({{name, dump()}}));
    QVERIFY2(read, qPrintable(saidOf(read)));
    QVERIFY(read->plain == dump());
    QCOMPARE(read->packing.member, name);

    // ustar, as the backups of the practice server are written
    const QString inside = m_folder.filePath(u"inside.sql"_s);
    QFile file(inside);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(dump()) == dump().size() && file.flush());
    const QString tarball = m_folder.filePath(u"backup.tar.gz"_s);
    QVERIFY(writeTarball(tarball, {{.name = u"files/a"_s, .file = inside}, {.name = u"db.sql"_s, .file = inside}},
                         QDateTime::currentDateTimeUtc(), never()));
    QFile packedFile(tarball);
    QVERIFY(packedFile.open(QIODevice::ReadOnly));
    QCOMPARE(saidOf(readAll(packedFile.readAll())),
             u"db.sql: is a second dump in the archive"_s); // files/a is one, too
}

void TestDumpReader::streamsBehindEachOtherAreOneDump_data()
{
    QTest::addColumn<Type>("type");
    QTest::addColumn<qsizetype>("padding");
    QTest::newRow("gzip") << Type::GZip << qsizetype{0};
    QTest::newRow("bzip2") << Type::BZip2 << qsizetype{0};
    QTest::newRow("xz") << Type::Xz << qsizetype{0};
    QTest::newRow("xz with padding") << Type::Xz << qsizetype{400};
    QTest::newRow("zstd") << Type::Zstd << qsizetype{0};
}

/// pigz, pbzip2, pxz and `cat` make these.
void TestDumpReader::streamsBehindEachOtherAreOneDump()
{
    QFETCH(const Type, type);
    QFETCH(const qsizetype, padding);
    QByteArray file;
    for (qsizetype at = 0; at < dump().size(); at += 700'001) {
        file += compressed(type, dump().mid(at, 700'001)) + QByteArray(padding, '\0');
    }
    const Result<Read> read = readAll(file);
    QVERIFY2(read, qPrintable(saidOf(read)));
    QVERIFY(read->plain == dump());
    QVERIFY(!readAll(file.chopped(padding + 5)));
}

void TestDumpReader::archivesInArchivesComeToAnEnd()
{
    QByteArray file = dump().first(1000);
    for (int i = 0; i < 4; ++i) {
        file = compressed(Type::GZip, file);
    }
    QCOMPARE(readAll(file)->plain, dump().first(1000));
    QCOMPARE(saidOf(readAll(compressed(Type::GZip, file))),
             u"archive: is packed inside another archive; unpack it first"_s);
}

void TestDumpReader::aBombIsReadInFlatMemoryUntilItIsCancelled()
{
    QByteArray member = compressed(Type::BZip2, QByteArray(40'000'000, 'x'));
    QByteArray bomb;
    for (int i = 0; i < 1000; ++i) {
        bomb += member; // forty gigabytes
    }
    QBuffer device(&bomb);
    QVERIFY(device.open(QIODevice::ReadOnly));
    const CancelFlag cancel = never();
    const auto reader = DumpReader::open(device, cancel);
    QVERIFY(reader);
    qsizetype largest = 0;
    Result<QByteArrayView> piece = QByteArrayView();
    for (qint64 read = 0; (piece = (*reader)->next()); read += piece->size()) {
        largest = std::max(largest, piece->size());
        cancel->store(read > 50'000'000);
    }
    QCOMPARE(piece.error().code, Error::Code::Cancelled);
    QVERIFY(largest <= 2'000'000);
}

void TestDumpReader::fiveGigabytesPassWithoutAFile()
{
    Endless device;
    const auto reader = DumpReader::open(device, never());
    QVERIFY(reader);
    qint64 total = 0;
    for (;;) {
        const Result<QByteArrayView> piece = (*reader)->next();
        QVERIFY(piece);
        if (piece->isEmpty()) {
            break;
        }
        total += piece->size();
    }
    QCOMPARE(total, device.size());
}

void TestDumpReader::repacksBothWays_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<DumpFormat>("format");
    QTest::newRow("gzip to plain") << compressed(Type::GZip, dump()) << DumpFormat::Plain;
    QTest::newRow("backup to plain") << compressed(Type::GZip, tarOf({{u"db.sql"_s, dump()}})) << DumpFormat::Plain;
    QTest::newRow("plain to gzip") << dump() << DumpFormat::Gzip;
    QTest::newRow("xz to gzip") << compressed(Type::Xz, dump()) << DumpFormat::Gzip;
    QTest::newRow("plain to zstd") << dump() << DumpFormat::Zstd;
}

void TestDumpReader::repacksBothWays()
{
    QFETCH(const QByteArray, file);
    QFETCH(const DumpFormat, format);
    const QString to = m_folder.filePath(QString(u"packed"_s + dumpSuffix(format)));
    qint64 progress = 0;
    const InspectionWatch watch{.progressed = [&progress](qint64 done) { progress = done; }};
    const Result<WrittenDump> written = repackDump(fileWith(file), to, format, watch);
    QVERIFY2(written, qPrintable(written ? QString() : written.error().detail));
    QFile result(to);
    QVERIFY(result.open(QIODevice::ReadOnly));
    const QByteArray bytes = result.readAll();
    QCOMPARE(written->size, bytes.size());
    QCOMPARE(written->plainSize, dump().size());
    QCOMPARE(written->sha256, QCryptographicHash::hash(bytes, QCryptographicHash::Sha256));
    QCOMPARE(bytes.startsWith("-- MySQL"), format == DumpFormat::Plain);
    const Result<Read> again = readAll(bytes);
    QVERIFY2(again, qPrintable(saidOf(again)));
    QVERIFY(again->plain == dump());
    QCOMPARE(progress, file.size());
    if (format == DumpFormat::Gzip) {
        QCOMPARE(bytes.mid(4, 4), QByteArray(4, '\0')); // no time: the same dump gives the same bytes tomorrow
    }
    QCOMPARE(QFile::permissions(to) & (QFileDevice::ReadGroup | QFileDevice::ReadOther), QFileDevice::Permissions());
}

void TestDumpReader::aBrokenSourceLeavesNoFile()
{
    const QString to = m_folder.filePath(u"broken.sql"_s);
    const QByteArray gzip = compressed(Type::GZip, dump());
    const Result<WrittenDump> written = repackDump(fileWith(gzip.chopped(10)), to, DumpFormat::Plain, {});
    QVERIFY(!written);
    QCOMPARE(written.error().code, Error::Code::FormatInvalid);
    QVERIFY(!QFile::exists(to));
    QCOMPARE(repackDump(m_folder.filePath(u"gone"_s), to, DumpFormat::Plain, {}).error().code, Error::Code::FileAccess);
    QCOMPARE(repackDump(fileWith(gzip), m_folder.filePath(u"no/where.sql"_s), DumpFormat::Plain, {}).error().code,
             Error::Code::FileAccess);
}

void TestDumpReader::aFileIsNotRepackedOntoItself()
{
    const QString path = fileWith(dump());
    QCOMPARE(repackDump(path, path, DumpFormat::Gzip, {}).error().code, Error::Code::BadInput);
    QCOMPARE(QFileInfo(path).size(), dump().size());
}

void TestDumpReader::aCancelledRepackLeavesNoFile()
{
    const QString to = m_folder.filePath(u"cancelled.sql"_s);
    InspectionWatch watch;
    watch.progressed = [cancel = watch.cancel](qint64) { cancel->store(true); };
    QCOMPARE(repackDump(fileWith(dump()), to, DumpFormat::Plain, watch).error().code, Error::Code::Cancelled);
    QVERIFY(!QFile::exists(to));
}

QTEST_GUILESS_MAIN(TestDumpReader)
#include "tst_dumpreader.moc"
