#include "app/archive/sqltokenizer.h"

#include <QTest>
#include <random>

using namespace longshore;
using namespace Qt::StringLiterals;

namespace {

/// Everything that came, as lines: "1:0 word SELECT", "end 1:0+9".
class Recorder final : public SqlTokenHandler
{
public:
    void token(const SqlToken& token) override
    {
        static constexpr std::array names{"word", "text", "name", "symbol", "comment", "version", "versionend"};
        QByteArray line = QByteArray::number(token.line) + ':' + QByteArray::number(token.offset) + ' '
                          + names.at(static_cast<std::size_t>(token.kind));
        if (token.kind == SqlToken::Kind::Symbol || token.kind == SqlToken::Kind::Text) {
            line += ' ';
            line += token.byte;
        }
        if (token.kind == SqlToken::Kind::VersionBegin) {
            line += ' ' + QByteArray::number(token.version);
        }
        if (!token.text.isEmpty()) {
            line += ' ';
            line += token.text;
        }
        lines.append(line);
        if (skipAtValues && token.kind == SqlToken::Kind::Word && token.text == "VALUES") {
            tokenizer->skipTuples();
        }
    }
    void statementEnded(const SqlStatement& statement) override
    {
        QByteArray line = "end " + QByteArray::number(statement.line) + ':' + QByteArray::number(statement.offset) + '+'
                          + QByteArray::number(statement.length);
        if (statement.tuples > 0) {
            line += " tuples " + QByteArray::number(statement.tuples);
        }
        if (statement.questionRuns > 0) {
            line += " questions " + QByteArray::number(statement.questionRuns);
        }
        lines.append(line);
    }

    QByteArrayList lines;
    SqlTokenizer* tokenizer = nullptr;
    bool skipAtValues = false;
};

enum class Values { Read, Skip };

/// In blocks that end at the given places.
QByteArrayList tokens(const QByteArray& sql, Values values = Values::Read, const QList<qsizetype>& cuts = {})
{
    static constexpr std::array open{"", "open statement", "open text", "open name", "open comment", "open version"};
    Recorder recorder;
    SqlTokenizer tokenizer(recorder);
    recorder.tokenizer = &tokenizer;
    recorder.skipAtValues = values == Values::Skip;
    qsizetype from = 0;
    for (const qsizetype cut : cuts) {
        const QByteArray block = sql.mid(from, cut - from); // of its own, so that reading beyond it is noticed
        tokenizer.add(block);
        from = cut;
    }
    tokenizer.add(sql.mid(from));
    if (const auto left = tokenizer.finish(); left != SqlTokenizer::Open::Nothing) {
        recorder.lines.append(open.at(static_cast<std::size_t>(left)));
    }
    return recorder.lines;
}

/// Without the places.
QByteArrayList kinds(const QByteArray& sql, Values values = Values::Read)
{
    QByteArrayList all = tokens(sql, values);
    for (QByteArray& line : all) {
        line = line.startsWith("end") ? "end" + line.mid(line.indexOf(' ', 4) < 0 ? line.size() : line.indexOf(' ', 4))
               : line.startsWith("open") ? line
                                         : line.mid(line.indexOf(' ') + 1);
    }
    return all;
}

/// Everything that can stand across a border.
QByteArray tricky()
{
    return "\xEF\xBB\xBF-- MySQL dump 10.13\n"
           "/*!999999\\- enable the sandbox mode */ \r\n"
           "/*M!999999\\- enable the sandbox mode */\n"
           "/*!40101 SET NAMES utf8mb4 */;\n/*M!100616 SET @a=1*/;\n"
           "#hash; 'comment'\n--\n-- last\n/* plain; ' comment **/ /**/ /*M not versioned */\n"
           "DROP TABLE IF EXISTS `wp_``odd;`;\n"
           "INSERT INTO `wp_posts` VALUES (1,'it''s; a \\'text\\' \\\\',NULL,-5.5e-3,0xFF),\n"
           "(2,\"dou\"\"ble \\\" ` ' -- # /*\",_binary 'a\nb',5--3),(3,'????? ??\?','?\?','\xF0\x9F\x98\x80') ;\n"
           "INSERT INTO t (a,b) VALUES ((1),(2)),(3,(4)) ON DUPLICATE KEY UPDATE a=VALUES(a), b=(b*2/1);\n"
           "DELIMITER ;;\n"
           "/*!50003 CREATE*/ /*!50017 DEFINER=`root`@`%`*/ /*!50003 TRIGGER t BEGIN a; b; END */;;\n"
           "CREATE PROCEDURE p() BEGIN SELECT ';;'; SELECT 1; END ;;\n"
           "delimiter $$ \n SELECT $a$ $$ DELIMITER //\nSELECT 4/2 /* x */ // DELIMITER -->\nSELECT 1-1 - -1 -->\n"
           "Delimiter ENDE\nSELECT 2; SELECT 3 ENDE\nDELIMITER ;\n"
           "SELECT 1;-- Dump completed";
}

} // namespace

class TestSqlTokenizer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokensHaveTheirPlace();
    void readsWhatTheClientReads_data();
    void readsWhatTheClientReads();
    void saysWhatIsOpenAtTheEnd_data();
    void saysWhatIsOpenAtTheEnd();
    void bordersOfBlocksMakeNoDifference_data();
    void bordersOfBlocksMakeNoDifference();
    void skippedTuplesAreCounted_data();
    void skippedTuplesAreCounted();
    void aSkippedStatementEndsWhereAReadOneEnds();
    void onlyTheBeginningOfALongTextIsKept();
    void offsetsGoBeyondThirtyTwoBits();
};

void TestSqlTokenizer::tokensHaveTheirPlace()
{
    QCOMPARE(tokens("SELECT\n  'a\nb' ;\n-- c\r\nUSE `x`;"),
             (QByteArrayList{"1:0 word SELECT", "2:9 text ' a\nb", "end 1:0+16", "4:17 comment  c\r", "5:23 word USE",
                             "5:27 name x", "end 5:23+8"}));
}

void TestSqlTokenizer::readsWhatTheClientReads_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QByteArrayList>("expected");
    const auto row = [](const char* name, const QByteArray& sql, const QByteArrayList& expected) {
        QTest::newRow(name) << sql << expected;
    };
    row("doubled quote", "'a''b'", {"text ' a''b", "open statement"});
    row("backslash before a quote", "'a\\'b';", {"text ' a\\'b", "end"});
    row("backslash before a backslash", "'a\\\\';", {"text ' a\\\\", "end"});
    row("no backslash in names", "`a\\`;", {"name a\\", "end"});
    row("doubled back-tick", "`a``b`;", {"name a``b", "end"});
    row("other quotes inside", "'\"`' \"'`\" `'\"`;", {"text ' \"`", "text \" '`", "name '\"", "end"});
    row("delimiter in a text", "';';", {"text ' ;", "end"});
    row("delimiter in a comment", "/*;*/-- ;\n#;\n;", {"comment ;", "comment  ;", "comment ;"});
    row("minus minus needs a blank", "1--1;", {"word 1", "symbol -", "symbol -", "word 1", "end"});
    row("minus minus at the end of a line", "--\n1;", {"comment", "word 1", "end"});
    row("minus minus tabulator", "--\tx", {"comment \tx"});
    row("slash", "4/2;", {"word 4", "symbol /", "word 2", "end"});
    row("stars in a comment", "/***a**/;", {"comment **a*"});
    row("versioned comment is code", "/*!40101 SET a*/;", {"version 40101", "word SET", "word a", "versionend", "end"});
    row("six digits", "/*!100616SET*/;", {"version 100616", "word SET", "versionend", "end"});
    row("no version", "/*! SET*/;", {"version 0", "word SET", "versionend", "end"});
    row("MariaDB's own", "/*M!100616 SET*/;", {"version 100616", "word SET", "versionend", "end"});
    row("text with the end of a comment", "/*!1 '*/' */;", {"version 1", "text ' */", "versionend", "end"});
    row("plain comment inside", "/*!1 a /* b */ c*/;",
        {"version 1", "word a", "comment  b ", "word c", "versionend", "end"});
    row("star outside", "a*/b;", {"word a", "symbol *", "symbol /", "word b", "end"});
    row("begins with M only", "/*Mx*/;", {"comment Mx"});
    row("sandbox line", "/*!999999\\- enable the sandbox mode */ SELECT 1;",
        {"comment !999999\\- enable the sandbox mode ", "word SELECT", "word 1", "end"});
    row("delimiter of two", "DELIMITER ;;\na;b;;c;;", {"word a", "symbol ;", "word b", "end", "word c", "end"});
    row("delimiter in any case", "delimiter //\na/b//", {"word a", "symbol /", "word b", "end"});
    row("comment although the delimiter begins alike", "DELIMITER //\n/*a*/b//", {"comment a", "word b", "end"});
    row("dollars", "DELIMITER $$\na$b$$", {"word a", "symbol $", "word b", "end"});
    row("half of a delimiter", "DELIMITER $$$\n$$a$$$", {"symbol $", "symbol $", "word a", "end"});
    row("delimiter is a word", "DELIMITER go\nSELECT 1;go", {"word SELECT", "word 1", "symbol ;", "end"});
    row("delimiter behind blanks", "  DELIMITER   |  \nSELECT 1|", {"word SELECT", "word 1", "end"});
    row("the word inside a statement", "SELECT delimiter ;", {"word SELECT", "word delimiter", "end"});
    row("an empty delimiter is none", "DELIMITER \na;", {"word a", "end"});
    row("empty statements", ";;;", {});
    row("byte order mark", "\xEF\xBB\xBFUSE x;", {"word USE", "word x", "end"});
    row("byte order mark alone", "\xEF\xBB\xBF-- a", {"comment  a"});
    row("bytes from 0x80 are letters", "\xC3\xA5\xFF;", {"word \xC3\xA5\xFF", "end"});
    row("question marks", "'???\?','??\?','a???? ???\?';",
        {"text ' ????", "symbol ,", "text ' ???", "symbol ,", "text ' a???? ????", "end questions 2"});
}

void TestSqlTokenizer::readsWhatTheClientReads()
{
    QFETCH(const QByteArray, sql);
    QFETCH(const QByteArrayList, expected);
    QCOMPARE(kinds(sql), expected);
}

void TestSqlTokenizer::saysWhatIsOpenAtTheEnd_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QByteArray>("open");
    const auto row = [](const char* sql, const char* open) {
        QTest::newRow(QByteArray(sql).simplified().constData()) << QByteArray(sql) << QByteArray(open);
    };
    row("", "");
    row("SELECT 1;", "");
    row("SELECT 1; -- all", "");
    row("SELECT 1", "open statement");
    row("SELECT '1", "open text");
    row("SELECT '1\\", "open text");
    row("SELECT '1'", "open statement");
    row("SELECT `a", "open name");
    row("a; /*", "open comment");
    row("a; /* b *", "open comment");
    row("a; /*!", "open version");
    row("a; /*!50003 b", "open version");
    row("a; /*!50003 b;", "open version");
    row("DELIMITER ;;\na;", "open statement");
    row("a -", "open statement");
    row("DELIMITER ;;\n", "");
}

void TestSqlTokenizer::saysWhatIsOpenAtTheEnd()
{
    QFETCH(const QByteArray, sql);
    QFETCH(const QByteArray, open);
    const QByteArrayList all = tokens(sql);
    QCOMPARE(all.isEmpty() || !all.constLast().startsWith("open") ? QByteArray() : all.constLast(), open);
}

void TestSqlTokenizer::bordersOfBlocksMakeNoDifference_data()
{
    QTest::addColumn<Values>("values");
    QTest::newRow("all tokens") << Values::Read;
    QTest::newRow("tuples skipped") << Values::Skip;
}

void TestSqlTokenizer::bordersOfBlocksMakeNoDifference()
{
    QFETCH(const Values, values);
    const QByteArray sql = tricky();
    const QByteArrayList whole = tokens(sql, values);
    QVERIFY(whole.size() > 100 || values == Values::Skip);
    for (qsizetype cut = 0; cut <= sql.size(); ++cut) {
        QCOMPARE(tokens(sql, values, {cut}), whole);
    }
    QList<qsizetype> everywhere;
    for (qsizetype cut = 1; cut < sql.size(); ++cut) {
        everywhere.append(cut);
        everywhere.append(cut); // and an empty block
    }
    QCOMPARE(tokens(sql, values, everywhere), whole);
    std::mt19937 random(1);
    for (int round = 0; round < 200; ++round) {
        QList<qsizetype> cuts;
        for (qsizetype at = 0; at < sql.size(); at += 1 + static_cast<qsizetype>(random() % 40)) {
            cuts.append(at);
        }
        QCOMPARE(tokens(sql, values, cuts), whole);
    }
}

void TestSqlTokenizer::skippedTuplesAreCounted_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QByteArrayList>("expected");
    const auto row = [](const QByteArray& sql, const QByteArrayList& expected) {
        QTest::newRow(sql.simplified().constData()) << sql << expected;
    };
    row("VALUES (1);", {"word VALUES", "end tuples 1"});
    row("VALUES (1),(2) , (3);", {"word VALUES", "end tuples 3"});
    row("VALUES ('),(;'),(\"),(\"),(`),(`);", {"word VALUES", "end tuples 3"});
    row("VALUES (1,(2),(3)),((4),5);", {"word VALUES", "end tuples 2"});
    row("VALUES (1) /* ,(2) */,(3) -- ,(4)\n;", {"word VALUES", "end tuples 2"});
    row("VALUES (1),/* x */(2);", {"word VALUES", "end tuples 2"});
    row("VALUES (-1),(3-2),(4/2*1);", {"word VALUES", "end tuples 3"});
    row("VALUES (1) ON DUPLICATE KEY UPDATE a=VALUES(a);", {"word VALUES", "end tuples 1"});
    row("VALUES ('\\'),(\\\\');", {"word VALUES", "end tuples 1"});
    row("VALUES ('???\?');SELECT 1;", {"word VALUES", "end tuples 1 questions 1", "word SELECT", "word 1", "end"});
    row("VALUES (1", {"word VALUES", "open statement"});
    row("VALUES (1),('", {"word VALUES", "open text"});
}

void TestSqlTokenizer::skippedTuplesAreCounted()
{
    QFETCH(const QByteArray, sql);
    QFETCH(const QByteArrayList, expected);
    QCOMPARE(kinds(sql, Values::Skip), expected);
}

void TestSqlTokenizer::aSkippedStatementEndsWhereAReadOneEnds()
{
    const auto ends = [](const QByteArrayList& all) {
        QByteArrayList some;
        for (const QByteArray& line : all) {
            if (line.startsWith("end")) {
                some.append(line.split(' ').at(1));
            }
        }
        return some;
    };
    QCOMPARE(ends(tokens(tricky(), Values::Skip)), ends(tokens(tricky())));
}

void TestSqlTokenizer::onlyTheBeginningOfALongTextIsKept()
{
    const QByteArray sql = "'" + QByteArray(5'000'000, 'x') + "';";
    const QByteArray first = "1:0 text ' " + QByteArray(SqlTokenizer::MaximumText, 'x');
    QCOMPARE(tokens(sql), (QByteArrayList{first, "end 1:0+5000003"}));
    QCOMPARE(tokens(sql, Values::Read, {1000, 1010, 1'000'000, 5'000'001}), (QByteArrayList{first, "end 1:0+5000003"}));
}

/// Five gigabytes, without having them anywhere.
void TestSqlTokenizer::offsetsGoBeyondThirtyTwoBits()
{
    Recorder recorder;
    SqlTokenizer tokenizer(recorder);
    const QByteArray block(100'000'000, 'x');
    tokenizer.add("INSERT '");
    for (int i = 0; i < 50; ++i) {
        tokenizer.add(block);
    }
    tokenizer.add("';\nUSE b;");
    QCOMPARE(tokenizer.finish(), SqlTokenizer::Open::Nothing);
    QCOMPARE(recorder.lines.at(2), "end 1:0+5000000010");
    QCOMPARE(recorder.lines.mid(3),
             (QByteArrayList{"2:5000000011 word USE", "2:5000000015 word b", "end 2:5000000011+6"}));
}

QTEST_GUILESS_MAIN(TestSqlTokenizer)
#include "tst_sqltokenizer.moc"
