#include "app/archive/dumpwriter.h"
#include "app/jobs/dumpfollower.h"

#include <QCryptographicHash>
#include <QDir>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace longshore;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype PieceSize = 1024 * 1024;

const CancelFlag& never()
{
    static const CancelFlag flag = std::make_shared<std::atomic_bool>(false);
    return flag;
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Hardly compressible, so that what is written follows what was read.
QByteArray dump(quint32 seed, qsizetype size)
{
    QRandomGenerator random(seed);
    QByteArray sql = "-- MySQL dump 10.13\nCREATE TABLE t (a VARCHAR(90));\n";
    while (sql.size() < size) {
        QByteArray value;
        for (int index = 0; index < 8; ++index) {
            value += QByteArray::number(random.generate64(), 36);
        }
        sql += "INSERT INTO t VALUES ('" + value + "');\n";
    }
    return sql + "-- Dump completed\n";
}

} // namespace

class TestDumpFollower : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsCompressedWhileItComesIn()
    {
        const QByteArray whole = dump(1, 6 * PieceSize);
        DumpFollower follower(m_part, DumpFormat::Gzip, nullptr);
        append(whole.first(4 * PieceSize));
        follower.reached(4 * PieceSize);
        // Nobody said that the download is done, and most of what is there is compressed already.
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(m_part + u".dump"_s).size() > PieceSize, 30000);
        append(whole.mid(4 * PieceSize));
        follower.reached(whole.size());
        follower.complete(whole.size());
        const auto arrived = receiveDump(fetched(whole), DumpFormat::Gzip, Reread::No, &follower, never());
        QVERIFY(arrived);
        QCOMPARE(arrived->replaced, m_part);
        QCOMPARE(arrived->file.sha256, hashOf(contentOf(arrived->file.partPath)));
        QCOMPARE(unpacked(arrived->file.partPath), whole);
    }

    void anArchiveIsUnpackedWhileItComesIn()
    {
        const QByteArray whole = dump(2, 3 * PieceSize);
        const QByteArray packed = gzipped(whole);
        DumpFollower follower(m_part, DumpFormat::Plain, nullptr);
        append(packed);
        follower.reached(packed.size() / 2);
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(m_part + u".dump"_s).size() > 0, 30000);
        follower.reached(packed.size());
        follower.complete(packed.size());
        const auto made = follower.take(never());
        QVERIFY(made);
        QCOMPARE(contentOf(made->partPath), whole);
    }

    void theObjectChangedMeanwhile()
    {
        const QByteArray before = dump(3, 3 * PieceSize);
        const QByteArray after = dump(4, 2 * PieceSize);
        DumpFollower follower(m_part, DumpFormat::Gzip, nullptr);
        append(before.first(2 * PieceSize));
        follower.reached(2 * PieceSize);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_part + u".dump"_s), 30000);
        QVERIFY(QFile::remove(m_part));
        follower.startedOver();
        append(after);
        follower.reached(after.size());
        follower.complete(after.size());
        const auto made = follower.take(never());
        QVERIFY(made);
        QCOMPARE(unpacked(made->partPath), after);
    }

    void whoStopsLeavesNothingBehind()
    {
        const QByteArray whole = dump(5, 2 * PieceSize);
        auto first = std::make_shared<DumpFollower>(m_part, DumpFormat::Gzip, nullptr);
        append(whole);
        first->reached(PieceSize);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_part + u".dump"_s), 30000);
        first->stop();
        QVERIFY(!first->take(never()));
        QVERIFY(!QFile::exists(m_part + u".dump"_s));
        // The next one begins anew and is not disturbed by the one before.
        DumpFollower second(m_part, DumpFormat::Gzip, first);
        second.reached(whole.size());
        second.complete(whole.size());
        const auto made = second.take(never());
        QVERIFY(made);
        QCOMPARE(unpacked(made->partPath), whole);
    }

    void aFileThatCameAsWantedIsLeftAlone()
    {
        const QByteArray whole = dump(6, PieceSize);
        DumpFollower follower(m_part, DumpFormat::Plain, nullptr);
        append(whole);
        follower.reached(whole.size());
        follower.complete(whole.size());
        QVERIFY(!follower.take(never()));
        QVERIFY(receiveDump(fetched(whole), DumpFormat::Plain, Reread::No, &follower, never())->replaced.isEmpty());
    }

    void waitingForItsEndCanBeCancelled()
    {
        DumpFollower follower(m_part, DumpFormat::Gzip, nullptr);
        append(dump(7, PieceSize));
        follower.reached(PieceSize);
        QVERIFY(!follower.take(std::make_shared<std::atomic_bool>(true)));
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files), QStringList{u"dump.part"_s});
    }

    void init()
    {
        const QStringList names = QDir(m_folder.path()).entryList(QDir::Files);
        for (const QString& name : names) {
            QFile::remove(m_folder.filePath(name));
        }
    }

private:
    static QString hashOf(const QByteArray& bytes)
    {
        return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    }
    void append(const QByteArray& bytes) const
    {
        QFile file(m_part);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Append));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    [[nodiscard]] FetchedFile fetched(const QByteArray& bytes) const { return {m_part, bytes.size(), hashOf(bytes)}; }
    [[nodiscard]] QByteArray gzipped(const QByteArray& bytes) const
    {
        const QString path = m_folder.filePath(u"packed"_s);
        const auto writer = DumpWriter::create(path, DumpFormat::Gzip);
        const bool written = writer && (*writer)->add(bytes) && (*writer)->finish();
        return written ? contentOf(path) : QByteArray();
    }
    [[nodiscard]] QByteArray unpacked(const QString& path) const
    {
        const QString plain = m_folder.filePath(u"plain"_s);
        return repackDump(path, plain, DumpFormat::Plain, {}) ? contentOf(plain) : QByteArray();
    }

    QTemporaryDir m_folder;
    const QString m_part = m_folder.filePath(u"dump.part"_s);
};

QTEST_GUILESS_MAIN(TestDumpFollower)
#include "tst_dumpfollower.moc"
