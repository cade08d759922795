#include "app/archive/dumplook.h"
#include "app/practice/mariadbinstance.h"
#include "app/practice/vectorseed.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <random>

using namespace longshore;
using namespace longshore::practice;
using namespace Qt::StringLiterals;

namespace {

using Kind = Finding::Kind;

CancelFlag never()
{
    return std::make_shared<std::atomic_bool>(false);
}

QList<Finding> of(const PackageInspection& look, Kind kind)
{
    QList<Finding> some;
    for (const Finding& finding : look.findings) {
        if (finding.kind == kind) {
            some.append(finding);
        }
    }
    return some;
}

/// Whatever a text can hold that looks like the end of it, or like a statement.
QByteArray oddBytes(std::mt19937& random)
{
    static const QByteArrayList pieces{"'",        "\"",
                                       "`",        "\\",
                                       "\\'",      ";",
                                       "\n",       "\r\n",
                                       "-- ",      "#",
                                       "/*",       "*/",
                                       "/*!",      "),(",
                                       "VALUES ",  "DELIMITER ",
                                       "USE x;",   QByteArray(1, '\0'),
                                       "\x1A",     "\xFF",
                                       "\xC3\xA5", "\xF0\x9F\x98\x80",
                                       "?\?\?\?",  "a"};
    QByteArray bytes;
    for (std::size_t left = random() % 30; left > 0; --left) {
        bytes += pieces.at(static_cast<qsizetype>(random() % static_cast<quint32>(pieces.size())));
    }
    return bytes;
}

} // namespace

/// The look at a dump against the programs of MariaDB: what it counts is what the server has.
class TestRealDump final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_server.reset(); }
    void ourOwnSeedIsCountedAsTheServerCountsIt();
    void everyFormOfDumpIsCountedAsTheServerCountsIt_data();
    void everyFormOfDumpIsCountedAsTheServerCountsIt();
    void whatNeedsRightsIsFound();
    void aDumpThatWasCutAnywhereIsNoticed();

private:
    [[nodiscard]] bool run(const QString& program, const QStringList& arguments, const QString& input,
                           QByteArray* output);
    [[nodiscard]] QString dumped(const QStringList& options);
    [[nodiscard]] qint64 rowsOf(const QString& table);
    void compareCounts(const PackageInspection& look);

    QTemporaryDir m_folder{QDir::tempPath() + u"/lsr-XXXXXX"_s};
    std::unique_ptr<MariaDbInstance> m_server;
    QString m_seed;
};

bool TestRealDump::run(const QString& program, const QStringList& arguments, const QString& input, QByteArray* output)
{
    const Result<ProgramEnd> end =
        runProgram({.program = program,
                    .arguments = QStringList(m_server->clientArguments(u"root"_s) + arguments),
                    .input = input},
                   never());
    if (end && output != nullptr) {
        *output = end->output;
    }
    if (!end || end->code != 0) {
        qWarning() << (end ? end->errors : QByteArray("not started"));
        return false;
    }
    return true;
}

void TestRealDump::initTestCase()
{
    const std::optional<MariaDbTools> tools = MariaDbTools::find();
    if (!tools) {
        QSKIP("whole program: MariaDB is not installed (Debian: mariadb-server-core mariadb-client)");
    }
    m_server = std::make_unique<MariaDbInstance>(*tools, m_folder.filePath(u"server"_s));
    const Result<void> started = m_server->start(never());
    QVERIFY2(started, qPrintable(started ? QString() : started.error().detail));
    m_seed = m_folder.filePath(u"seed.sql"_s);
    QVERIFY(writeVectorSeed(m_seed, {.database = u"shop"_s, .domain = u"shop.example"_s}, never()));

    QByteArray sql = "CREATE DATABASE wp DEFAULT CHARACTER SET utf8mb4; USE wp;"
                     "CREATE TABLE odd (id INT PRIMARY KEY, t LONGTEXT, b LONGBLOB, n DECIMAL(10,2)) ENGINE=InnoDB;";
    std::mt19937 random(20260112);
    for (int id = 0; id < 400; ++id) {
        const QByteArray bytes = oddBytes(random);
        sql += "INSERT INTO odd VALUES (" + QByteArray::number(id) + ",CONVERT(X'" + bytes.toHex()
               + "' USING latin1),X'" + bytes.toHex() + "',-" + QByteArray::number(id) + ".5);";
    }
    sql += "CREATE VIEW v AS SELECT id FROM odd; CREATE PROCEDURE p() SELECT ';;';"
           "CREATE TRIGGER t BEFORE INSERT ON odd FOR EACH ROW SET NEW.t = 'a;b';"
           "CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO SELECT 1;";
    const Result<QByteArray> filled = m_server->query(sql, never());
    QVERIFY2(filled, qPrintable(filled ? QString() : filled.error().detail));
    QVERIFY(run(m_server->tools().client, {u"--default-character-set=utf8mb4"_s, u"wp"_s}, m_seed, nullptr));
}

qint64 TestRealDump::rowsOf(const QString& table)
{
    const QByteArray sql = "SELECT COUNT(*) FROM wp.`" + table.toUtf8() + "`";
    return m_server->query(sql, never()).value_or("-1").trimmed().split('\n').constLast().toLongLong();
}

QString TestRealDump::dumped(const QStringList& options)
{
    QByteArray dump;
    const QString path = m_folder.filePath(u"dump.sql"_s);
    QFile file(path);
    const bool ok = run(m_server->tools().dumper, QStringList(options + QStringList{u"wp"_s}), {}, &dump)
                    && file.open(QIODevice::WriteOnly) && file.write(dump) == dump.size();
    return ok ? path : QString();
}

void TestRealDump::compareCounts(const PackageInspection& look)
{
    QVERIFY(look.dump);
    QVERIFY(look.dump->tables.size() > 5);
    for (const DumpTable& table : look.dump->tables) {
        QVERIFY2(table.rows == rowsOf(table.name),
                 qPrintable(u"%1: %2, the server has %3"_s.arg(table.name).arg(table.rows).arg(rowsOf(table.name))));
    }
}

void TestRealDump::ourOwnSeedIsCountedAsTheServerCountsIt()
{
    const PackageInspection look = lookAtDumpNow(m_seed, {}).value();
    QVERIFY(!blocks(look.findings));
    QCOMPARE(look.dump->tablePrefix, u"wp_"_s);
    QVERIFY(look.dump->siteUrl.contains(u"shop.example"_s));
    compareCounts(look);
}

void TestRealDump::everyFormOfDumpIsCountedAsTheServerCountsIt_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("as it is") << QStringList{};
    QTest::newRow("a row a statement") << QStringList{u"--skip-extended-insert"_s};
    QTest::newRow("hexadecimal") << QStringList{u"--hex-blob"_s, u"--complete-insert"_s};
    QTest::newRow("no comments") << QStringList{u"--compact"_s};
    QTest::newRow("ANSI quotes") << QStringList{u"--compatible=ansi"_s};
    QTest::newRow("REPLACE") << QStringList{u"--replace"_s, u"--skip-quote-names"_s};
    QTest::newRow("small statements") << QStringList{u"--net-buffer-length=4096"_s, u"--tz-utc"_s,
                                                     u"--order-by-primary"_s};
    QTest::newRow("everything") << QStringList{u"--routines"_s, u"--events"_s, u"--triggers"_s};
}

void TestRealDump::everyFormOfDumpIsCountedAsTheServerCountsIt()
{
    QFETCH(const QStringList, options);
    const QString path = dumped(options);
    QVERIFY(!path.isEmpty());
    const PackageInspection look = lookAtDumpNow(path, {}).value();
    QVERIFY2(!blocks(look.findings), qPrintable(findingName(look.findings.constLast().kind)));
    compareCounts(look);
    QVERIFY(of(look, Kind::UsesDatabase).isEmpty());
    const bool comments = !options.contains(u"--compact"_s);
    QCOMPARE(of(look, Kind::DumpComplete).size(), comments ? 1 : 0);
}

void TestRealDump::whatNeedsRightsIsFound()
{
    const QString path = dumped({u"--routines"_s, u"--events"_s, u"--triggers"_s});
    QStringList objects;
    for (const Finding& finding : of(lookAtDumpNow(path, {}).value(), Kind::DefinerUsed)) {
        QVERIFY2(finding.subject.startsWith("root@"_L1), qPrintable(finding.subject));
        objects.append(finding.detail);
    }
    objects.sort();
    QCOMPARE(objects, (QStringList{u"event"_s, u"procedure"_s, u"trigger"_s, u"view"_s}));
}

void TestRealDump::aDumpThatWasCutAnywhereIsNoticed()
{
    const QString path = dumped({});
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    const QString cutPath = m_folder.filePath(u"cut.sql"_s);
    std::mt19937 random(3);
    const qsizetype first = whole.indexOf("CREATE TABLE");
    for (int round = 0; round < 60; ++round) {
        const qsizetype left =
            first + static_cast<qsizetype>(random() % static_cast<quint32>(whole.size() - first - 40));
        QFile cut(cutPath);
        QVERIFY(cut.open(QIODevice::WriteOnly) && cut.write(whole.first(left)) == left && cut.flush());
        QVERIFY2(!of(lookAtDumpNow(cutPath, {}).value(), Kind::DumpTruncated).isEmpty(),
                 qPrintable(QString::number(left)));
    }
}

QTEST_GUILESS_MAIN(TestRealDump)
#include "tst_realdump.moc"
