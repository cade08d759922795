#include "app/archive/zipdirectory.h"
#include "app/archive/zipentryreader.h"
#include "tests/support/zipbuilder.h"

#include <KZip>
#include <QBuffer>
#include <QTemporaryDir>
#include <QtTest>

using namespace longshore;
using namespace Qt::StringLiterals;

namespace {

QString detailOf(const QByteArray& zip)
{
    QBuffer buffer;
    buffer.setData(zip);
    const bool opened = buffer.open(QIODevice::ReadOnly);
    const Result<ZipDirectory> directory = ZipDirectory::read(buffer);
    if (!opened || directory) {
        return u"opened"_s;
    }
    return directory.error().code == Error::Code::FormatInvalid
               ? QString(directory.error().subject + u": "_s + directory.error().detail)
               : errorCodeName(directory.error().code);
}

Result<QByteArray> contentsOf(QIODevice& device, const QByteArray& name)
{
    const Result<ZipDirectory> directory = ZipDirectory::read(device);
    if (!directory) {
        return fail(directory.error());
    }
    const ZipEntry* entry = directory->find(name);
    return entry == nullptr ? Result<QByteArray>(fail(Error::Code::NotFound, QString::fromUtf8(name)))
                            : readSmallEntry(device, *directory, *entry, 100'000'000);
}

Result<QByteArray> contentsOf(const QByteArray& zip, const QByteArray& name)
{
    QBuffer buffer;
    buffer.setData(zip);
    return buffer.open(QIODevice::ReadOnly) ? contentsOf(buffer, name) : fail(Error::Code::FileAccess);
}

QByteArray patched(QByteArray zip, const QByteArray& signature, qsizetype offset, const QByteArray& value)
{
    const qsizetype at = zip.lastIndexOf(signature);
    return zip.replace(at + offset, value.size(), value);
}

QByteArray smallZip()
{
    ZipBuilder zip;
    zip.add({.name = "a.txt", .contents = "the first", .deflate = true});
    zip.add("b.txt", "the second");
    return zip.bytes();
}

} // namespace

class TestZipDirectory final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsEntriesInOrderWithTheirFields();
    void readsStoredAndDeflatedContents();
    void findsTheEndBehindAComment();
    void acceptsAnEmptyZip();
    void understandsZip64FieldsEverywhere();
    void opensWhatKZipWrites();
    void opensAPackageBeyondFourGiB();
    void opensMoreEntriesThanSixteenBitsCount();
    void takesExactly65535EntriesWithoutZip64();
    void refusesBrokenDirectories_data();
    void refusesBrokenDirectories();
    void refusesEveryTruncation();
    void noticesAFlippedByte_data();
    void noticesAFlippedByte();
    void noticesAWrongSizeInTheDirectory();
    void refusesEntriesThatShareBytes();
    void refusesANameThatIsThereTwice();
    void refusesEncryptedAndUnknownMethods();
    void refusesALocalHeaderThatDisagrees();
    void largeEntriesComeInSmallPieces();
};

void TestZipDirectory::listsEntriesInOrderWithTheirFields()
{
    QBuffer buffer;
    buffer.setData(smallZip());
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    const Result<ZipDirectory> directory = ZipDirectory::read(buffer);
    QVERIFY(directory);
    QCOMPARE(directory->entries().size(), 2);
    const ZipEntry& first = directory->entries().constFirst();
    QCOMPARE(first.name, "a.txt");
    QCOMPARE(first.method, quint16{8});
    QCOMPARE(first.size, 9);
    QCOMPARE(first.versionMadeBy, quint16{45});
    QCOMPARE(first.headerOffset, 0);
    QVERIFY(!first.zip64 && !directory->isZip64());
    QCOMPARE(directory->find("b.txt")->compressedSize, 10);
    QVERIFY(directory->find("c.txt") == nullptr);
    const Result<ZipLocalHeader> local = readLocalHeader(buffer, first, directory->offset());
    QVERIFY(local);
    QCOMPARE(local->dataOffset, 30 + 5);
    QCOMPARE(local->versionNeeded, quint16{20});
}

void TestZipDirectory::readsStoredAndDeflatedContents()
{
    QCOMPARE(contentsOf(smallZip(), "a.txt").value(), "the first");
    QCOMPARE(contentsOf(smallZip(), "b.txt").value(), "the second");
}

void TestZipDirectory::findsTheEndBehindAComment()
{
    ZipBuilder zip;
    zip.add("a", "1");
    zip.setComment(QByteArray("PK\x05\x06", 4).repeated(5000)); // looks like end records
    QCOMPARE(contentsOf(zip.bytes(), "a").value(), "1");
}

void TestZipDirectory::acceptsAnEmptyZip()
{
    QCOMPARE(detailOf(ZipBuilder().bytes()), u"opened"_s);
}

void TestZipDirectory::understandsZip64FieldsEverywhere()
{
    ZipBuilder zip;
    zip.setForceZip64(true);
    zip.add({.name = "a", .contents = QByteArray(5000, 'x'), .deflate = true});
    zip.add("b", "two");
    QBuffer buffer;
    buffer.setData(zip.bytes());
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    const Result<ZipDirectory> directory = ZipDirectory::read(buffer);
    QVERIFY(directory);
    QVERIFY(directory->isZip64() && directory->entries().constLast().zip64);
    QCOMPARE(contentsOf(buffer, "a").value(), QByteArray(5000, 'x'));
    QCOMPARE(contentsOf(buffer, "b").value(), "two");
}

void TestZipDirectory::opensWhatKZipWrites()
{
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::ReadWrite));
    KZip zip(&buffer);
    QVERIFY(zip.open(QIODevice::WriteOnly));
    const QByteArray large(300'000, 'k');
    QVERIFY(zip.writeFile(u"folder/large.txt"_s, large));
    zip.setCompression(KZip::NoCompression);
    QVERIFY(zip.writeFile(u"stored.bin"_s, "as it is"));
    QVERIFY(zip.close());
    QCOMPARE(contentsOf(buffer.data(), "folder/large.txt").value(), large);
    QCOMPARE(contentsOf(buffer.data(), "stored.bin").value(), "as it is");
}

void TestZipDirectory::opensAPackageBeyondFourGiB()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"large.bacpac"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    constexpr qint64 fiveGiB = 5LL * 1024 * 1024 * 1024;
    ZipBuilder zip;
    zip.add("before", "in the first bytes");
    zip.add({.name = "behind", .contents = QByteArray(70'000, 'z'), .deflate = true, .holeBefore = fiveGiB});
    QVERIFY(zip.write(file));
    const Result<ZipDirectory> directory = ZipDirectory::read(file);
    QVERIFY2(directory, qPrintable(directory ? QString() : directory.error().detail));
    QVERIFY(directory->find("behind")->headerOffset > fiveGiB);
    QVERIFY(directory->find("behind")->zip64 && !directory->find("before")->zip64);
    QCOMPARE(contentsOf(file, "behind").value(), QByteArray(70'000, 'z'));
    QCOMPARE(contentsOf(file, "before").value(), "in the first bytes");
}

void TestZipDirectory::opensMoreEntriesThanSixteenBitsCount()
{
    ZipBuilder zip;
    for (int i = 0; i < 70'000; ++i) {
        zip.add("Data/part-" + QByteArray::number(i), "x");
    }
    QBuffer buffer;
    buffer.setData(zip.bytes());
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    const Result<ZipDirectory> directory = ZipDirectory::read(buffer);
    QVERIFY(directory);
    QCOMPARE(directory->entries().size(), 70'000);
    QCOMPARE(contentsOf(buffer, "Data/part-69999").value(), "x");
}

void TestZipDirectory::takesExactly65535EntriesWithoutZip64()
{
    ZipBuilder zip;
    for (int i = 0; i < 65'534; ++i) {
        zip.add(QByteArray::number(i), {});
    }
    QByteArray bytes = zip.bytes();
    // One entry more, by hand: the count then reads 0xFFFF, which usually announces Zip64.
    const qsizetype end = bytes.lastIndexOf("PK\x05\x06");
    const auto offset = qFromLittleEndian<quint32>(bytes.constData() + end + 16);
    QByteArray record = bytes.mid(offset, 46 + 1); // of "0"
    record[46] = 'x';
    QByteArray local = bytes.mid(0, 31);
    local[30] = 'x';
    qToLittleEndian(offset, record.data() + 42);
    const auto size = static_cast<quint32>(end - static_cast<qsizetype>(offset) + record.size());
    QByteArray tail = bytes.mid(end);
    qToLittleEndian(quint16{0xFFFF}, tail.data() + 8);
    qToLittleEndian(quint16{0xFFFF}, tail.data() + 10);
    qToLittleEndian(size, tail.data() + 12);
    qToLittleEndian(offset + 31, tail.data() + 16);
    const QByteArray whole = bytes.left(offset) + local + bytes.mid(offset, end - offset) + record + tail;
    QCOMPARE(detailOf(whole), u"opened"_s);
    QCOMPARE(contentsOf(whole, "x").value(), QByteArray());
}

void TestZipDirectory::refusesBrokenDirectories_data()
{
    QTest::addColumn<QByteArray>("zip");
    QTest::addColumn<QString>("why");
    const QByteArray good = smallZip();
    const QByteArray end("PK\x05\x06");
    const QByteArray central("PK\x01\x02");
    ZipBuilder builder64;
    builder64.setForceZip64(true);
    builder64.add("a", "1");
    const QByteArray wide = builder64.bytes();
    const QByteArray noEnd = u"end of central directory: not found; the file was cut off or is not a ZIP"_s.toUtf8();

    QTest::newRow("nothing") << QByteArray() << u"end of central directory: the file is too short for a ZIP"_s;
    QTest::newRow("noise") << QByteArray(4000, 'n') << QString::fromUtf8(noEnd);
    QTest::newRow("bytes behind the end") << QByteArray(good + "more") << QString::fromUtf8(noEnd);
    QTest::newRow("second volume") << patched(good, end, 4, QByteArray(1, '\1'))
                                   << u"end of central directory: the ZIP is one of several volumes"_s;
    QTest::newRow("offset outside") << patched(good, end, 16, "\xFF\xFF\xFF\x7F")
                                    << u"central directory: does not lie before its end record"_s;
    QTest::newRow("count too large") << patched(good, end, 8, QByteArray("\x05\x00\x05\x00", 4))
                                     << u"central directory: is too short for its number of entries"_s;
    QTest::newRow("count too small") << patched(good, end, 8, QByteArray("\x01\x00\x01\x00", 4))
                                     << u"central directory: is longer than its entries"_s;
    QTest::newRow("record signature") << patched(good, central, 0, "XX")
                                      << u"central directory, entry 2: signature missing"_s;
    QTest::newRow("name too long") << patched(good, central, 28, "\xFF\x7F")
                                   << u"central directory, entry 2: has a wrong length of its name or extra field"_s;
    QTest::newRow("entry outside") << patched(good, central, 42, QByteArray("\xFF\x00\x00\x00", 4))
                                   << u"b.txt: does not lie before the directory"_s;
    QTest::newRow("Zip64 locator lies") << patched(wide, "PK\x06\x07", 8, QByteArray(8, '\x7F'))
                                        << u"Zip64 end of central directory: locator points outside the file"_s;
    QTest::newRow("Zip64 locator missing")
        << patched(wide, "PK\x06\x07", 0, "XX") << u"Zip64 end of central directory: locator missing"_s;
    QTest::newRow("Zip64 end missing") << patched(wide, "PK\x06\x06", 0, "XX")
                                       << u"Zip64 end of central directory: signature missing"_s;
    QTest::newRow("Zip64 claims many") << patched(wide, "PK\x06\x06", 24, QByteArray(16, '\x11'))
                                       << u"central directory: claims 1229782938247303441 entries"_s;
    QTest::newRow("Zip64 field short") << patched(wide, QByteArray("\x01\x00\x18\x00", 4), 2, QByteArray("\x08\x00", 2))
                                       << u"a: Zip64 field is too short"_s;
}

void TestZipDirectory::refusesBrokenDirectories()
{
    QFETCH(const QByteArray, zip);
    QFETCH(const QString, why);
    QCOMPARE(detailOf(zip), why);
}

void TestZipDirectory::refusesEveryTruncation()
{
    const QByteArray good = smallZip();
    for (qsizetype length = 0; length < good.size(); ++length) {
        QVERIFY2(detailOf(good.left(length)) != u"opened", qPrintable(QString::number(length)));
    }
}

void TestZipDirectory::noticesAFlippedByte_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("needle");
    QTest::newRow("stored") << QByteArray("b.txt") << QByteArray("second");
    QTest::newRow("deflated") << QByteArray("a.txt") << QByteArray("a.txt"); // the data follows the name
}

void TestZipDirectory::noticesAFlippedByte()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, needle);
    QByteArray zip = smallZip();
    const qsizetype at = zip.indexOf(needle) + needle.size() + (name == "a.txt" ? 2 : -1);
    zip[at] = static_cast<char>(zip.at(at) ^ 0x10);
    const Result<QByteArray> contents = contentsOf(zip, name);
    QVERIFY(!contents);
    QCOMPARE(contents.error().code, Error::Code::FormatInvalid);
    QCOMPARE(contents.error().subject, QString::fromUtf8(name));
}

void TestZipDirectory::noticesAWrongSizeInTheDirectory()
{
    ZipBuilder zip;
    zip.add({.name = "a", .contents = QByteArray(1000, 'q'), .deflate = true});
    for (const char* size : {"\x10\x00", "\x00\x40"}) {
        const Result<QByteArray> contents =
            contentsOf(patched(zip.bytes(), "PK\x01\x02", 24, QByteArray(size, 2)), "a");
        QVERIFY(!contents);
        QCOMPARE(contents.error().code, Error::Code::FormatInvalid);
    }
}

void TestZipDirectory::refusesEntriesThatShareBytes()
{
    const QByteArray zip = patched(smallZip(), "PK\x01\x02", 42, QByteArray(4, '\0'));
    QVERIFY2(detailOf(zip).contains("overlaps"_L1), qPrintable(detailOf(zip)));
}

void TestZipDirectory::refusesANameThatIsThereTwice()
{
    ZipBuilder zip;
    zip.add("same", "1");
    zip.add("same", "2");
    QCOMPARE(detailOf(zip.bytes()), u"same: is there twice"_s);
}

void TestZipDirectory::refusesEncryptedAndUnknownMethods()
{
    ZipBuilder zip;
    zip.add({.name = "locked", .contents = "1", .flags = 1});
    zip.add({.name = "bzip2", .contents = "1", .method = 12});
    QCOMPARE(contentsOf(zip.bytes(), "locked").error().detail, u"is encrypted"_s);
    QCOMPARE(contentsOf(zip.bytes(), "bzip2").error().detail, u"uses compression method 12"_s);
}

void TestZipDirectory::refusesALocalHeaderThatDisagrees()
{
    QByteArray zip = smallZip();
    zip.replace(zip.indexOf("a.txt"), 5, "x.txt"); // in the local header only
    QCOMPARE(contentsOf(zip, "a.txt").error().detail, u"local header and directory disagree"_s);
}

void TestZipDirectory::largeEntriesComeInSmallPieces()
{
    ZipBuilder zip;
    zip.add({.name = "zeros", .contents = QByteArray(5'000'000, '\0'), .deflate = true});
    QBuffer buffer;
    buffer.setData(zip.bytes());
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    const ZipDirectory directory = ZipDirectory::read(buffer).value();
    Result<ZipEntryReader> reader = ZipEntryReader::open(buffer, directory, directory.entries().constFirst());
    QVERIFY(reader);
    qsizetype total = 0;
    for (;;) {
        const Result<QByteArrayView> piece = reader->next();
        QVERIFY(piece);
        if (piece->isEmpty()) {
            break;
        }
        QVERIFY(piece->size() <= 64 * 1024);
        total += piece->size();
    }
    QCOMPARE(total, 5'000'000);
}

QTEST_GUILESS_MAIN(TestZipDirectory)
#include "tst_zipdirectory.moc"
