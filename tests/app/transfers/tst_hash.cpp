#include "app/transfers/hash.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace longshore {

class TestHash final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithThePublishedVector()
    {
        Sha256 hash;
        hash.add("abc");
        QCOMPARE(hash.result().toHex(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_ba);
    }

    void goesOnAfterAResult()
    {
        Sha256 hash;
        hash.add("a");
        (void)hash.result();
        hash.add("bc");
        QCOMPARE(hash.result(), QCryptographicHash::hash("abc", QCryptographicHash::Sha256));
        hash.reset();
        QCOMPARE(hash.result(), QCryptographicHash::hash({}, QCryptographicHash::Sha256));
    }

    void hashesAFileOfManyPieces()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"f"_s));
        QByteArray content(3'000'001, 'x');
        content[2'000'000] = 'y';
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        const auto hash = hashFile(file.fileName(), {});
        QVERIFY(hash);
        QCOMPARE(hash->size, content.size());
        QCOMPARE(hash->sha256, QCryptographicHash::hash(content, QCryptographicHash::Sha256));
    }

    void stopsWhenCancelled()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"f"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("something");
        file.close();
        const auto cancel = std::make_shared<std::atomic_bool>(true);
        QCOMPARE(hashFile(file.fileName(), cancel).error().code, Error::Code::Cancelled);
    }

    void saysWhichFileIsMissing()
    {
        const auto hash = hashFile(u"/nowhere/at/all"_s, {});
        QCOMPARE(hash.error().code, Error::Code::NotFound);
        QCOMPARE(hash.error().subject, u"/nowhere/at/all"_s);
    }
};

} // namespace longshore

QTEST_GUILESS_MAIN(longshore::TestHash)
#include "tst_hash.moc"
