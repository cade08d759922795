#include "app/core/log.h"
#include "app/core/redaction.h"
#include "app/core/ringbuffer.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <thread>

using namespace longshore;
using namespace Qt::StringLiterals;

class TestLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hidesKeysInWhatForeignCodeWrites_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("sas") << u"GET https://h/f?sp=r&sig=canary%2B%3D&se=1 failed"_s
                             << u"GET https://h/f?sp=r&sig=hidden&se=1 failed"_s;
        QTest::newRow("sas, escaped once more")
            << u"redirect=https%3A%2F%2Fh%3Fsig%3Dcanary"_s << u"redirect=https%3A%2F%2Fh%3Fsig%3Dhidden"_s;
        QTest::newRow("s3") << u"x-amz-credential=canary/2026&X-Amz-Signature=canary, then"_s
                            << u"x-amz-credential=hidden&X-Amz-Signature=hidden then"_s;
        QTest::newRow("field") << u"> Authorization: epi-hmac canary:1:2:canary=\nHost: h"_s
                               << u"> Authorization: hidden\nHost: h"_s;
        QTest::newRow("field of a proxy")
            << u"Proxy-Authorization: Basic Y2FuYXJ5"_s << u"Proxy-Authorization: hidden"_s;
        QTest::newRow("json field") << u"{\"Authorization\":\"Bearer canary\"}"_s << u"{\"Authorization\":\"hidden"_s;
        QTest::newRow("scheme alone") << u"signed as epi-hmac key:1700000000:nonce:canary= ok"_s
                                      << u"signed as epi-hmac hidden ok"_s;
        QTest::newRow("bearer") << u"using bearer canary.canary"_s << u"using bearer hidden"_s;
        QTest::newRow("basic") << u"Basic dXNlcjpjYW5hcnk="_s << u"Basic hidden"_s;
        QTest::newRow("secret in json") << u"{\"clientSecret\": \"canary\\\"x\", \"a\": 1}"_s
                                        << u"{\"clientSecret\": \"hidden\", \"a\": 1}"_s;
        QTest::newRow("ordinary words") << u"a basic design; assigned; the signature ended"_s
                                        << u"a basic design; assigned; the signature ended"_s;
    }
    void hidesKeysInWhatForeignCodeWrites()
    {
        QFETCH(const QString, text);
        QTEST(redactedText(text), "shown");
        QVERIFY(!redactedText(text).contains(u"canary"_s));
        QCOMPARE(redactedText(redactedText(text)), redactedText(text));
    }

    void canariesReachNeitherBufferNorFile()
    {
        QTemporaryDir folder;
        QString recent;
        {
            const Log log({.folder = folder.path(), .echoWarnings = false});
            qWarning("curl: > Authorization: epi-hmac %s", "canary-1");
            qCInfo(lcNet) << "link https://h/f?sig=canary-2";
            qCWarning(lcTransfer).noquote() << u"X-Amz-Signature=canary-3"_s;
            recent = Log::recentText();
        }
        const QString file = contents(folder.filePath(u"longshore.log"_s));
        for (const QString& text : {recent, file}) {
            QVERIFY(!text.contains(u"canary"_s));
            QCOMPARE(text.count(u"hidden"_s), 3);
        }
        QVERIFY(file.contains(u"warning longshore.transfer "_s));
    }

    void bufferKeepsTheNewestLines()
    {
        const Log log({.folder = {}, .keptLines = 3, .echoWarnings = false});
        for (int i = 0; i < 10; ++i) {
            qCInfo(lcApp) << "line" << i;
        }
        const QStringList lines = Log::recentText().split(u'\n');
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines.first().endsWith(u"line 7"_s));
        QVERIFY(lines.last().endsWith(u"line 9"_s));
        QVERIFY(Log::filePath().isEmpty());
    }

    void fileIsForTheOwnerOnlyAndRotates()
    {
        QTemporaryDir folder;
        {
            const Log log(
                {.folder = folder.filePath(u"logs"_s), .fileBytes = 1'000, .keptFiles = 2, .echoWarnings = false});
            for (int i = 0; i < 100; ++i) {
                qCInfo(lcApp).noquote() << u"a line of about fifty bytes, number"_s << i;
            }
        }
        const QDir logs(folder.filePath(u"logs"_s));
        const QFileInfoList files = logs.entryInfoList(QDir::Files, QDir::Name);
        QStringList names;
        QString all;
        for (const QFileInfo& file : files) {
            names.append(file.fileName());
            QVERIFY(file.size() < 1'200);
            QCOMPARE(file.permissions()
                         & (QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther
                            | QFileDevice::WriteOther),
                     QFileDevice::Permissions());
            all += contents(file.filePath());
        }
        QVERIFY(names.contains(u"longshore.log.1"_s));
        QVERIFY(names.contains(u"longshore.log.2"_s));
        QVERIFY(!names.contains(u"longshore.log.3"_s));
        QVERIFY(all.contains(u"number 99"_s));
        QVERIFY(!all.contains(u"number 0\n"_s));
    }

    void aMessageCannotForgeALine()
    {
        const Log log({.folder = {}, .echoWarnings = false});
        qCInfo(lcApp).noquote() << u"first\n2026-01-01T00:00:00Z warning longshore.net forged"_s;
        const QStringList lines = Log::recentText().split(u'\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines.last().startsWith(u"    "_s));
    }

    void manyThreadsLoseNothing()
    {
        QTemporaryDir folder;
        {
            const Log log({.folder = folder.path(), .fileBytes = 100'000'000, .echoWarnings = false});
            std::vector<std::thread> threads;
            for (int t = 0; t < 4; ++t) {
                threads.emplace_back([t] {
                    for (int i = 0; i < 500; ++i) {
                        qCInfo(lcJobs) << "t" << t << i;
                    }
                });
            }
            for (std::thread& thread : threads) {
                thread.join();
            }
        }
        QCOMPARE(contents(folder.filePath(u"longshore.log"_s)).count(u'\n'), 2'000);
    }

    void aFolderThatCannotBeWrittenStopsNobody()
    {
        QTemporaryDir folder;
        QFile blocker(folder.filePath(u"file"_s));
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        const Log log({.folder = blocker.fileName() + u"/logs"_s, .echoWarnings = false});
        qCInfo(lcApp) << "still here";
        QVERIFY(Log::recentText().endsWith(u"still here"_s));
    }

    void debugIsOffUnlessAskedFor()
    {
        QVERIFY(!lcNet().isDebugEnabled());
        QVERIFY(lcNet().isInfoEnabled());
        QCOMPARE(QString::fromUtf8(lcNet().categoryName()), u"longshore.net"_s);
    }

    void withoutALogThereIsNothingToCopy() { QVERIFY(Log::recentText().isEmpty()); }

    void ringBufferDropsTheOldest()
    {
        RingBuffer<int> ring(2);
        QVERIFY(ring.values().isEmpty());
        ring.add(1);
        ring.add(2);
        ring.add(3);
        QCOMPARE(ring.values(), (QList{2, 3}));
    }

private:
    static QString contents(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
};

QTEST_GUILESS_MAIN(TestLog)
#include "tst_log.moc"
