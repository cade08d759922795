#include "app/domain/statementfailure.h"

#include <QTest>

using namespace longshore;
using namespace Qt::StringLiterals;

class TestStatementFailure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lineAndTableAreReadFromTheServersWords_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<qint64>("line");
        QTest::addColumn<QString>("table");
        QTest::newRow("a key twice")
            << u"ERROR 1062 (23000) at line 1420: Duplicate entry '1000' for key 'PRIMARY'; statement: INSERT INTO "
               "`wp_orders` VALUES (1000,'x')"_s
            << qint64(1420) << u"wp_orders"_s;
        QTest::newRow("a syntax error counts its own lines too")
            << u"ERROR 1064 (42000) at line 33: You have an error near 'VALUEZ' at line 2; statement: REPLACE INTO posts"_s
            << qint64(33) << u"posts"_s;
        QTest::newRow("the message alone names the table")
            << u"ERROR 1146 (42S02) at line 7: Table 'shop.wp_terms' doesn't exist"_s << qint64(7) << u"wp_terms"_s;
        QTest::newRow("neither") << u"The database server has gone away"_s << qint64(0) << QString();
    }
    void lineAndTableAreReadFromTheServersWords()
    {
        QFETCH(const QString, words);
        QFETCH(const qint64, line);
        QFETCH(const QString, table);
        QCOMPARE(statementFailure(words), (StatementFailure{line, table}));
    }
};

QTEST_GUILESS_MAIN(TestStatementFailure)
#include "tst_statementfailure.moc"
