#include "app/practice/practicedata.h"
#include "app/practice/practiceschema.h"
#include "tests/support/bacpacdecoder.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QTimeZone>
#include <QtTest>

using namespace longshore;
using namespace Qt::StringLiterals;

namespace {

CancelFlag never()
{
    return std::make_shared<std::atomic_bool>(false);
}

QSet<QString> columnValues(const DecodedTable& table, const QString& name)
{
    qsizetype index = 0;
    while (table.columns.at(index).name != name) {
        ++index;
    }
    QSet<QString> values;
    for (const QVariantList& row : table.rows) {
        if (row.at(index).isValid()) {
            values.insert(row.at(index).toString());
        }
    }
    return values;
}

} // namespace

class TestPracticeData final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodesToItsLastByte_data();
    void decodesToItsLastByte();
    void hasEveryCommonTypeWithAndWithoutNull();
    void foreignKeysPointAtRowsThatExist_data() { decodesToItsLastByte_data(); }
    void foreignKeysPointAtRowsThatExist();
    void primaryKeysAreUnique_data() { decodesToItsLastByte_data(); }
    void primaryKeysAreUnique();
    void looksLikeACms();
    void peopleLookRealButCannotBeReached();
    void theSameSeedGivesTheSameBytes();
    void everyEnvironmentHasItsOwnData();
    void growsToTheWishedSize();
    void replacesAnOlderPackage();
    void leavesNothingBehindWhenCancelled();
    void refusesSizesThatKZipCannotWrite();
    void saysWhichFolderCannotBeWritten();

private:
    QString write(const PracticeDatabase& what, const QString& name = u"made.bacpac"_s);
    QByteArray hashOf(const PracticeDatabase& what);

    QTemporaryDir m_folder;
};

QString TestPracticeData::write(const PracticeDatabase& what, const QString& name)
{
    const QString path = m_folder.filePath(name);
    const Result<void> written = writePracticePackage(path, what, never());
    return written ? path : QString();
}

QByteArray TestPracticeData::hashOf(const PracticeDatabase& what)
{
    QFile file(write(what));
    return file.open(QIODevice::ReadOnly) ? QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha1)
                                          : QByteArray();
}

void TestPracticeData::decodesToItsLastByte_data()
{
    QTest::addColumn<Database>("database");
    QTest::newRow("CMS") << Database::Cms;
    QTest::newRow("Commerce") << Database::Commerce;
}

void TestPracticeData::decodesToItsLastByte()
{
    QFETCH(const Database, database);
    const Result<DecodedPackage> package = decodePackage(write({.environment = u"Production"_s, .database = database}));
    QVERIFY2(package,
             qPrintable(package ? QString() : QString(package.error().subject + u' ' + package.error().detail)));
    const PracticeSchema schema = practiceSchema(database);
    QVERIFY(schema.tables.size() >= 25);
    QVERIFY(package->rows >= 5000);
    qsizetype withSeveralParts = 0;
    for (const PracticeTable& table : schema.tables) {
        const DecodedTable* decoded = package->table(table.table.name);
        QVERIFY2(decoded != nullptr, qPrintable(table.table.name));
        QCOMPARE(decoded->rows.size(), table.rows);
        withSeveralParts += decoded->parts > 1 ? 1 : 0;
    }
    QVERIFY(withSeveralParts >= 5);
}

void TestPracticeData::hasEveryCommonTypeWithAndWithoutNull()
{
    QSet<QString> required;
    QSet<QString> nullable;
    for (const Database database : databasesOf(Platform::OptimizelyDxp)) {
        for (const PracticeTable& table : practiceSchema(database).tables) {
            for (const PracticeColumn& column : table.columns) {
                const bool max = column.column.length == SqlColumn::max;
                const QString type = sqlTypeName(column.column.type) + (max ? u"(max)"_s : QString());
                (column.column.nullable ? nullable : required).insert(type);
            }
        }
    }
    const QStringList types{u"bigint"_s,   u"int"_s,           u"smallint"_s,
                            u"tinyint"_s,  u"bit"_s,           u"real"_s,
                            u"float"_s,    u"decimal"_s,       u"numeric"_s,
                            u"money"_s,    u"smallmoney"_s,    u"date"_s,
                            u"time"_s,     u"datetime2"_s,     u"datetimeoffset"_s,
                            u"datetime"_s, u"smalldatetime"_s, u"uniqueidentifier"_s,
                            u"char"_s,     u"nchar"_s,         u"varchar"_s,
                            u"nvarchar"_s, u"nvarchar(max)"_s, u"varchar(max)"_s,
                            u"text"_s,     u"ntext"_s,         u"xml"_s,
                            u"binary"_s,   u"varbinary"_s,     u"varbinary(max)"_s,
                            u"image"_s};
    for (const QString& type : types) {
        QVERIFY2(required.contains(type), qPrintable(type));
        QVERIFY2(nullable.contains(type), qPrintable(type));
    }
    QVERIFY(required.contains(u"rowversion"_s));
}

void TestPracticeData::foreignKeysPointAtRowsThatExist()
{
    QFETCH(const Database, database);
    const Result<DecodedPackage> package =
        decodePackage(write({.environment = u"Integration"_s, .database = database}));
    QVERIFY(package);
    for (const PracticeTable& table : practiceSchema(database).tables) {
        for (const SqlForeignKey& key : table.table.foreignKeys) {
            const QSet<QString> used = columnValues(*package->table(table.table.name), key.column);
            const QSet<QString> there = columnValues(*package->table(key.table), key.foreignColumn);
            QVERIFY2(there.contains(used), qPrintable(QString(table.table.name + u'.' + key.column)));
        }
    }
}

void TestPracticeData::primaryKeysAreUnique()
{
    QFETCH(const Database, database);
    const Result<DecodedPackage> package =
        decodePackage(write({.environment = u"Integration"_s, .database = database}));
    QVERIFY(package);
    for (const PracticeTable& table : practiceSchema(database).tables) {
        const DecodedTable& decoded = *package->table(table.table.name);
        QSet<QString> keys;
        for (const QVariantList& row : decoded.rows) {
            QString key;
            for (qsizetype i = 0; i < decoded.columns.size(); ++i) {
                if (table.table.primaryKey.contains(decoded.columns.at(i).name)) {
                    QVERIFY(row.at(i).isValid());
                    key += row.at(i).toString() + u'|';
                }
            }
            keys.insert(key);
        }
        QVERIFY2(table.table.primaryKey.isEmpty() || keys.size() == decoded.rows.size(), qPrintable(table.table.name));
    }
}

void TestPracticeData::looksLikeACms()
{
    const PracticeSchema schema = practiceSchema(Database::Cms);
    for (const QString& name : {u"tblContent"_s, u"tblContentType"_s, u"tblPropertyDefinition"_s, u"AspNetUsers"_s}) {
        QVERIFY2(schema.table(name) != nullptr, qPrintable(name));
    }
    const PracticeSchema commerce = practiceSchema(Database::Commerce);
    for (const QString& name : {u"Catalog"_s, u"cls_Contact"_s, u"OrderGroup"_s, u"ecfVersion"_s}) {
        QVERIFY2(commerce.table(name) != nullptr, qPrintable(name));
    }
}

void TestPracticeData::peopleLookRealButCannotBeReached()
{
    const Result<DecodedPackage> package = decodePackage(write({.environment = u"Production"_s}));
    QVERIFY(package);
    const QSet<QString> mails = columnValues(*package->table(u"AspNetUsers"_s), u"Email"_s);
    QVERIFY(mails.size() > 200);
    for (const QString& mail : mails) {
        QVERIFY2(mail.endsWith(u"@example.com") || mail.endsWith(u"@example.org") || mail.endsWith(u"@example.net"),
                 qPrintable(mail));
    }
}

void TestPracticeData::theSameSeedGivesTheSameBytes()
{
    const PracticeDatabase what{.environment = u"Production"_s, .seed = 7};
    const QByteArray first = hashOf(what);
    QVERIFY(!first.isEmpty());
    QCOMPARE(hashOf(what), first);
    QVERIFY(hashOf({.environment = u"Production"_s, .seed = 8}) != first);
}

void TestPracticeData::everyEnvironmentHasItsOwnData()
{
    QVERIFY(hashOf({.environment = u"Production"_s}) != hashOf({.environment = u"Integration"_s}));
}

void TestPracticeData::growsToTheWishedSize()
{
    const QString path = write({.environment = u"Production"_s, .sizeMb = 24});
    const qint64 size = QFileInfo(path).size();
    QVERIFY2(qAbs(size - 24'000'000) < 700'000, qPrintable(QString::number(size)));
    const Result<DecodedPackage> package = decodePackage(path);
    QVERIFY(package);
    QVERIFY(package->table(u"tblMediaBlob"_s)->parts >= 5);
}

void TestPracticeData::replacesAnOlderPackage()
{
    const QString path = m_folder.filePath(u"old.bacpac"_s);
    QFile old(path);
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
    old.close();
    QCOMPARE(write({.environment = u"Production"_s}, u"old.bacpac"_s), path);
    QVERIFY(QFileInfo(path).size() > 100'000);
    QCOMPARE(QFileInfo(path).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void TestPracticeData::leavesNothingBehindWhenCancelled()
{
    const QTemporaryDir folder;
    const Result<void> written =
        writePracticePackage(folder.filePath(u"a.bacpac"_s), {.environment = u"Production"_s, .sizeMb = 50},
                             std::make_shared<std::atomic_bool>(true));
    QVERIFY(!written);
    QCOMPARE(written.error().code, Error::Code::Cancelled);
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestPracticeData::refusesSizesThatKZipCannotWrite()
{
    for (const qint64 size : {qint64{-1}, qint64{4001}}) {
        const Result<void> written =
            writePracticePackage(m_folder.filePath(u"x"_s), {.environment = u"P"_s, .sizeMb = size}, never());
        QCOMPARE(written.error().code, Error::Code::BadInput);
    }
}

void TestPracticeData::saysWhichFolderCannotBeWritten()
{
    const Result<void> written =
        writePracticePackage(m_folder.filePath(u"no/such/a.bacpac"_s), {.environment = u"P"_s}, never());
    QVERIFY(!written);
    QCOMPARE(written.error().code, Error::Code::FileAccess);
}

QTEST_GUILESS_MAIN(TestPracticeData)
#include "tst_practicedata.moc"
