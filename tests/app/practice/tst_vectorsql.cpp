#include "app/practice/vectorseed.h"
#include "app/practice/vectorsql.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace longshore;
using namespace longshore::practice;

class TestVectorSql final : public QObject
{
    Q_OBJECT

    QString write(const QByteArray& bytes) const
    {
        const QString path = m_folder.filePath(u"dump.sql"_s);
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
    }
    static QByteArray read(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    const CancelFlag m_never = std::make_shared<std::atomic_bool>(false);

private Q_SLOTS:
    void dumpsAreLookedAt_data()
    {
        QTest::addColumn<QByteArray>("dump");
        QTest::addColumn<QString>("problem");
        QTest::newRow("one") << QByteArray("INSERT INTO t VALUES (1);") << QString();
        QTest::newRow("the last without its end") << QByteArray("SET NAMES utf8mb4;\nDROP TABLE t") << QString();
        QTest::newRow("comments") << QByteArray("-- don't\n# it's\n/* \"x */ SELECT 1; -- end") << QString();
        QTest::newRow("sandbox line") << QByteArray(
            "/*!999999\\- enable the sandbox mode */ \nCREATE TABLE t (a int);\n")
                                      << QString();
        QTest::newRow("quotes in quotes")
            << QByteArray("INSERT INTO `t``'` VALUES ('a\\'b','c''d;',\"e'\");") << QString();
        QTest::newRow("a dash is no comment") << QByteArray("SELECT 1--1;\nSELECT 2 - -3;") << QString();
        QTest::newRow("nothing") << QByteArray("\n-- only words\n") << u"no SQL statement"_s;
        QTest::newRow("prose") << QByteArray("SELECT 1;\n\nHello, this is no dump") << u"at line 3"_s;
        QTest::newRow("an archive") << QByteArray("PK\x03\x04", 4) << u"ERROR 1064"_s;
        QTest::newRow("cut in a text") << QByteArray("SELECT 1;\nINSERT INTO t VALUES ('abc") << u"line 2"_s;
        QTest::newRow("cut in a comment") << QByteArray("SELECT 1;\n/* abc") << u"middle of a statement"_s;
    }
    void dumpsAreLookedAt()
    {
        QFETCH(QByteArray, dump);
        QFETCH(QString, problem);
        const auto checked = checkVectorDump(write(dump), m_never);
        QCOMPARE(checked.has_value(), problem.isEmpty());
        if (!checked) {
            QVERIFY2(checked.error().detail.contains(problem), qPrintable(checked.error().detail));
        }
    }

    void piecesMayEndAnywhere()
    {
        const QByteArray dump = "-- it's\nINSERT INTO `a'b` VALUES ('x\\'y',\"z\"); /* ' */ SET a='q''r';\n";
        for (qsizetype size = 1; size < dump.size(); ++size) {
            QByteArray rest;
            QByteArrayList texts;
            TextSplitter splitter({.rest = [&](QByteArrayView piece) { rest.append(piece); },
                                   .text = [&](const QByteArray& text) { texts.append(text); }});
            for (qsizetype at = 0; at < dump.size(); at += size) {
                splitter.feed(QByteArrayView(dump).sliced(at, std::min(size, dump.size() - at)));
            }
            splitter.finish();
            QCOMPARE(texts, (QByteArrayList{"'x\\'y'", "\"z\"", "'q'", "'r'"}));
            QCOMPARE(rest, QByteArray("-- it's\nINSERT INTO `a'b` VALUES (,); /* ' */ SET a=;\n"));
        }
    }

    void replacing_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char* name, const char* value, const char* expected) {
            QTest::newRow(name) << QByteArray(value) << QByteArray(expected);
        };
        row("plain", "see old.test/a", "see längre.test/a");
        row("text", "s:8:\"old.test\";", "s:12:\"längre.test\";");
        row("array", R"(a:2:{i:0;s:10:"x old.test";s:1:"k";a:1:{i:1;b:1;}})",
            R"(a:2:{i:0;s:14:"x längre.test";s:1:"k";a:1:{i:1;b:1;}})");
        row("object", R"(O:8:"stdClass":1:{s:1:"u";s:8:"old.test";})",
            R"(O:8:"stdClass":1:{s:1:"u";s:12:"längre.test";})");
        row("serialized in serialized", "s:15:\"s:8:\"old.test\";\";", "s:20:\"s:12:\"längre.test\";\";");
        row("quotes inside", R"(a:1:{i:0;s:12:"";old.test";";})", R"(a:1:{i:0;s:16:"";längre.test";";})");
        row("broken before", R"(a:1:{i:0;s:99:"old.test";})", R"(a:1:{i:0;s:99:"längre.test";})");
        row("other numbers", R"(a:2:{s:8:"old.test";d:0.5;i:-3;N;})", R"(a:2:{s:12:"längre.test";d:0.5;i:-3;N;})");
    }
    void replacing()
    {
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, expected);
        QCOMPARE(replaceInValue(value, "old.test", "längre.test"), expected);
    }

    void onlyTextsAreReplaced()
    {
        const QString path = write("-- old.test\nINSERT INTO `old.test` VALUES ('a \\'old.test\\'\\n');\n");
        const QString target = m_folder.filePath(u"new.sql"_s);
        QVERIFY(replaceInDump(path, target, "old.test", "new", m_never));
        QCOMPARE(read(target), QByteArray("-- old.test\nINSERT INTO `old.test` VALUES ('a \\'new\\'\\n');\n"));
    }

    void theSeedDecidesEveryByte()
    {
        const auto seeded = [this](const VectorSeed& what) {
            const QString path = m_folder.filePath(u"seed.sql"_s);
            return writeVectorSeed(path, what, m_never) ? read(path) : QByteArray();
        };
        const VectorSeed what{.database = u"a_development"_s, .domain = u"a.test"_s, .seed = 5};
        const QByteArray first = seeded(what);
        QVERIFY(!first.isEmpty());
        QCOMPARE(seeded(what), first);
        VectorSeed other = what;
        other.seed = 6;
        QVERIFY(seeded(other) != first);
        other = what;
        other.sizeMb = 5;
        const qsizetype large = seeded(other).size();
        QVERIFY2(large > 4'000'000 && large < 6'000'000, qPrintable(QString::number(large)));
        QVERIFY(checkVectorDump(m_folder.filePath(u"seed.sql"_s), m_never));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestVectorSql)
#include "tst_vectorsql.moc"
