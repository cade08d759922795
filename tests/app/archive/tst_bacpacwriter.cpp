#include "app/archive/bacpacwriter.h"
#include "app/archive/modelwriter.h"
#include "app/archive/zipentryreader.h"
#include "tests/support/bacpacdecoder.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QTimeZone>
#include <QtTest>

using namespace longshore;
using namespace Qt::StringLiterals;

namespace {

SqlColumn column(const QString& name, SqlType type)
{
    SqlColumn made;
    made.name = name;
    made.type = type;
    return made;
}

SqlModel twoTables()
{
    SqlColumn text = column(u"Text]"_s, SqlType::NVarChar);
    text.length = SqlColumn::max;
    text.nullable = true;
    SqlColumn twice = column(u"Twice"_s, SqlType::Int);
    twice.computed = u"([Id]*(2))"_s;
    SqlTable keyed;
    keyed.name = u"Order Details"_s;
    keyed.columns = {column(u"Id"_s, SqlType::Int), twice, text};
    keyed.primaryKey = {u"Id"_s};
    SqlTable heap;
    heap.schema = u"log"_s;
    heap.name = u"Lines"_s;
    heap.columns = {column(u"Id"_s, SqlType::BigInt)};
    SqlModel model;
    model.tables = {keyed, heap};
    return model;
}

BacpacOrigin origin()
{
    return {.databaseName = u"sqldb-test"_s,
            .exportedAt = QDateTime(QDate(2026, 1, 12), QTime(7, 30, 1, 20), QTimeZone::utc()),
            .operation = QUuid(u"{c5ed83c6-6e1f-40c5-9bb8-d4b00ec03910}"_s),
            .serverVersion = u"Microsoft SQL Azure"_s,
            .sourceSizeKb = 24000};
}

} // namespace

class TestBacpacWriter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatWasWrittenDecodes();
    void cutsKeyedTablesIntoPartsAndHeapsNever();
    void largeRowsMakePartsOfFourMegabytes();
    void originCarriesTheModelChecksumAndTheRowCount();
    void relationshipsCarryTheRawNames();
    void aPackageWithoutRowsHasNoRelationships();
    void refusesATableThatTheModelLacks();
    void doublesBracketsInNames();

private:
    Result<void> write(const SqlModel& model, const std::function<Result<void>(BacpacWriter&)>& fill);
    QByteArray entry(const QByteArray& name);
    QList<QByteArray> names();

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestBacpacWriter::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"test.bacpac"_s);
}

Result<void> TestBacpacWriter::write(const SqlModel& model, const std::function<Result<void>(BacpacWriter&)>& fill)
{
    QFile file(m_path);
    if (!file.open(QIODevice::WriteOnly)) {
        return fail(Error::Code::FileAccess, m_path);
    }
    Result<std::unique_ptr<BacpacWriter>> writer = BacpacWriter::create(&file, model, origin());
    if (!writer) {
        return fail(writer.error());
    }
    return fill(**writer).and_then([&writer] { return (*writer)->finish(); });
}

QByteArray TestBacpacWriter::entry(const QByteArray& name)
{
    QFile file(m_path);
    const bool opened = file.open(QIODevice::ReadOnly);
    const Result<ZipDirectory> directory = ZipDirectory::read(file);
    if (!opened || !directory || directory->find(name) == nullptr) {
        return {};
    }
    return readSmallEntry(file, *directory, *directory->find(name), 100'000'000).value_or(QByteArray());
}

QList<QByteArray> TestBacpacWriter::names()
{
    QList<QByteArray> found;
    QFile file(m_path);
    const bool opened = file.open(QIODevice::ReadOnly);
    const Result<ZipDirectory> directory = ZipDirectory::read(file);
    if (opened && directory) {
        for (const ZipEntry& each : directory->entries()) {
            found.append(each.name);
        }
    }
    return found;
}

void TestBacpacWriter::whatWasWrittenDecodes()
{
    QVERIFY(write(twoTables(), [](BacpacWriter& writer) {
        return writer.beginTable(u"dbo"_s, u"Order Details"_s, BacpacWriter::Packing::Deflated)
            .and_then([&] {
                return writer.addRow({qint64{1}, u"åäö"_s});
            })
            .and_then([&] {
                return writer.addRow({qint64{2}, SqlNull{}});
            })
            .and_then([&] { return writer.beginTable(u"log"_s, u"Lines"_s, BacpacWriter::Packing::Stored); })
            .and_then([&] { return writer.addRow({qint64{7}}); });
    }));
    const Result<DecodedPackage> package = decodePackage(m_path);
    QVERIFY2(package, qPrintable(package ? QString() : package.error().detail));
    QCOMPARE(package->rows, 3);
    const DecodedTable* details = package->table(u"Order Details"_s);
    QVERIFY(details != nullptr);
    QCOMPARE(details->columns.size(), 2); // not the computed one
    QCOMPARE(details->rows.at(0), (QVariantList{qint64{1}, u"åäö"_s}));
    QCOMPARE(details->rows.at(1), (QVariantList{qint64{2}, QVariant()}));
    QCOMPARE(package->table(u"Lines"_s)->rows, QList<QVariantList>{QVariantList{qint64{7}}});
}

void TestBacpacWriter::cutsKeyedTablesIntoPartsAndHeapsNever()
{
    QVERIFY(write(twoTables(), [](BacpacWriter& writer) -> Result<void> {
        const QList<std::pair<QString, QString>> tables{{u"dbo"_s, u"Order Details"_s}, {u"log"_s, u"Lines"_s}};
        for (const auto& [schema, name] : tables) {
            if (const Result<void> begun = writer.beginTable(schema, name, BacpacWriter::Packing::Deflated); !begun) {
                return begun;
            }
            for (qint64 i = 0; i < 1200; ++i) {
                const Result<void> added =
                    writer.addRow(schema == u"dbo" ? QList<SqlValue>{i, u"x"_s} : QList<SqlValue>{i});
                if (!added) {
                    return added;
                }
            }
        }
        return {};
    }));
    const Result<DecodedPackage> package = decodePackage(m_path);
    QVERIFY(package);
    QCOMPARE(package->table(u"Order Details"_s)->parts, 3); // 511 + 512 + 177
    QCOMPARE(package->table(u"Order Details"_s)->rows.size(), 1200);
    QCOMPARE(package->table(u"Lines"_s)->parts, 1);
    QVERIFY(names().contains("Data/dbo.Order%20Details/TableData-002-00000.BCP"));
}

void TestBacpacWriter::largeRowsMakePartsOfFourMegabytes()
{
    QVERIFY(write(twoTables(), [](BacpacWriter& writer) -> Result<void> {
        Result<void> done = writer.beginTable(u"dbo"_s, u"Order Details"_s, BacpacWriter::Packing::Stored);
        const QString half(500'000, u'h'); // a million bytes
        for (qint64 i = 0; done && i < 9; ++i) {
            done = writer.addRow({i, half});
        }
        return done;
    }));
    const Result<DecodedPackage> package = decodePackage(m_path);
    QVERIFY(package);
    QCOMPARE(package->table(u"Order Details"_s)->parts, 3); // 4 + 4 + 1
}

void TestBacpacWriter::originCarriesTheModelChecksumAndTheRowCount()
{
    QVERIFY(write(twoTables(), [](BacpacWriter& writer) {
        return writer.beginTable(u"log"_s, u"Lines"_s, BacpacWriter::Packing::Deflated).and_then([&] {
            return writer.addRow({qint64{7}});
        });
    }));
    const QByteArray text = entry("Origin.xml");
    const QByteArray hash = QCryptographicHash::hash(entry("model.xml"), QCryptographicHash::Sha256).toHex().toUpper();
    QVERIFY(text.startsWith("\xEF\xBB\xBF<?xml"));
    QVERIFY(text.contains(QByteArray("<Checksum Uri=\"/model.xml\">" + hash + "</Checksum>")));
    QVERIFY(text.contains("<TableRowCountTotalTag>1</TableRowCountTotalTag>"));
    QVERIFY(text.contains("<Start>2026-01-12T07:30:01.0200000+00:00</Start>"));
    QVERIFY(text.contains("<Version>3.1.0.0</Version>"));
    QVERIFY(entry("DacMetadata.xml").contains("<Name>sqldb-test</Name>"));
}

void TestBacpacWriter::relationshipsCarryTheRawNames()
{
    QVERIFY(write(twoTables(), [](BacpacWriter& writer) {
        return writer.beginTable(u"dbo"_s, u"Order Details"_s, BacpacWriter::Packing::Deflated).and_then([&] {
            return writer.addRow({qint64{7}, SqlNull{}});
        });
    }));
    const QByteArray text = entry("_rels/.rels");
    QVERIFY(text.contains("Type=\"table=Order Details\" Target=\"/Data/dbo.Order%20Details/TableData-000-00000.BCP\""));
    QVERIFY(text.contains("Type=\"schema=dbo\""));
    QVERIFY(entry("[Content_Types].xml").contains("Extension=\"BCP\""));
}

void TestBacpacWriter::aPackageWithoutRowsHasNoRelationships()
{
    QVERIFY(write(twoTables(), [](BacpacWriter& writer) {
        return writer.beginTable(u"log"_s, u"Lines"_s, BacpacWriter::Packing::Deflated);
    }));
    QCOMPARE(names(), (QList<QByteArray>{"model.xml", "DacMetadata.xml", "Origin.xml", "[Content_Types].xml"}));
    QVERIFY(entry("Origin.xml").contains("<Version>3.0.0.0</Version>"));
    QVERIFY(!entry("[Content_Types].xml").contains("BCP"));
}

void TestBacpacWriter::refusesATableThatTheModelLacks()
{
    const Result<void> written = write(twoTables(), [](BacpacWriter& writer) {
        return writer.beginTable(u"dbo"_s, u"Nowhere"_s, BacpacWriter::Packing::Deflated);
    });
    QVERIFY(!written);
    QCOMPARE(written.error().code, Error::Code::NotFound);
}

void TestBacpacWriter::doublesBracketsInNames()
{
    QCOMPARE(bracketed({u"dbo"_s, u"a]b"_s}), u"[dbo].[a]]b]"_s);
    QVERIFY(modelXml(twoTables()).contains("Name=\"[dbo].[Order Details].[Text]]]\""));
}

QTEST_GUILESS_MAIN(TestBacpacWriter)
#include "tst_bacpacwriter.moc"
