#include "app/core/storage.h"
#include "app/transfers/fileidentity.h"
#include "app/transfers/knownhashes.h"
#include "tests/support/await.h"

#include <QDateTime>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace longshore {

/// What a file was, and what is known of it.
class TestFileIdentity final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString write(const QByteArray& content, const QDateTime& changed = {})
    {
        const QString path = m_folder.filePath(u"f"_s);
        QFile file(path);
        if (file.open(QIODevice::WriteOnly)) {
            file.write(content);
            file.flush();
            if (changed.isValid()) {
                file.setFileTime(changed, QFileDevice::FileModificationTime);
            }
        }
        return path;
    }
    static FileIdentity read(const QString& path) { return FileIdentity::read(path).value_or(FileIdentity()); }

private Q_SLOTS:
    void aFileThatWasLeftAloneIsTheSame()
    {
        const QString path = write(QByteArray(3'000'000, 'x'));
        QCOMPARE(read(path).differsFrom(read(path)), QString());
        QCOMPARE(read(path).size, 3'000'000);
    }

    void namesWhatDiffers()
    {
        const QDateTime then = QDateTime::currentDateTimeUtc().addDays(-1);
        QByteArray content(3'000'000, 'x');
        const FileIdentity before = read(write(content, then));
        QCOMPARE(before.differsFrom(read(write(content + 'x', then))), u"size"_s);
        QCOMPARE(before.differsFrom(read(write(content, then.addSecs(2)))), u"time of change"_s);
        content[content.size() - 1] = 'y';
        QCOMPARE(before.differsFrom(read(write(content, then))), u"contents"_s);
        FileIdentity moved = before;
        moved.inode += 1;
        QCOMPARE(before.differsFrom(moved), u"inode"_s);
    }

    void looksAtTheFirstTheLastAndPiecesBetween()
    {
        const QDateTime then = QDateTime::currentDateTimeUtc().addDays(-1);
        const QByteArray content(40'000'000, 'x');
        const FileIdentity before = read(write(content, then));
        for (const qsizetype at : {qsizetype(0), content.size() - 1, content.size() - 60'000}) {
            QByteArray other = content;
            other[at] = 'y';
            QCOMPARE(before.differsFrom(read(write(other, then))), u"contents"_s);
        }
        QByteArray wiped = content;
        wiped.replace(10'000'000, 6'000'000, QByteArray(6'000'000, 'z'));
        QCOMPARE(before.differsFrom(read(write(wiped, then))), u"contents"_s);
    }

    void smallAndEmptyFilesHaveAnIdentityToo()
    {
        for (const int size : {0, 1, 65'535, 65'536, 65'537, 200'000}) {
            const FileIdentity identity = read(write(QByteArray(size, 'x')));
            QCOMPARE(identity.size, size);
            QCOMPARE(identity.spots.size(), 32);
        }
    }

    void survivesTheJournal()
    {
        const FileIdentity identity = read(write("abc"));
        QCOMPARE(FileIdentity::fromBytes(identity.toBytes()), std::optional(identity));
        QCOMPARE(QString::fromUtf8(identity.toBytes()).toUtf8(), identity.toBytes());
        for (const QByteArray broken : {"", "1 2 3", "2 3 4 5 aa", "1 x 4 5 aa"}) {
            QVERIFY2(!FileIdentity::fromBytes(broken), broken.constData());
        }
    }

    void whatIsNotThereIsSaidSo()
    {
        const auto identity = FileIdentity::read(m_folder.filePath(u"none"_s));
        QVERIFY(!identity);
        QCOMPARE(identity.error().code, Error::Code::NotFound);
    }

    void aHashIsKnownAsLongAsTheFileIsTheOneThatWasRead()
    {
        Storage storage(m_folder.filePath(u"state.sqlite"_s));
        const auto known = [this, &storage](const FileIdentity& identity) {
            return awaitResult(storage.run<std::optional<QByteArray>>(
                [identity](QSqlDatabase& database) { return knownHash(database, u"/x"_s, identity); }, this));
        };
        const FileIdentity identity = read(write("abc"));
        QCOMPARE(*known(identity), std::nullopt);
        const QByteArray sha256(32, 's');
        rememberHash(storage, u"/x"_s, identity, sha256);
        QCOMPARE(*known(identity), std::optional(sha256));
        FileIdentity changed = identity;
        changed.changedNs += 1;
        QCOMPARE(*known(changed), std::nullopt);
        changed = identity;
        changed.spots.clear(); // not looked at closely enough
        QCOMPARE(*known(changed), std::nullopt);
    }

    void keepsTheNewestFewHundredOnly()
    {
        Storage storage(m_folder.filePath(u"many.sqlite"_s));
        const FileIdentity identity = read(write("abc"));
        const auto rows = awaitResult(storage.run<int>(
            [identity](QSqlDatabase& database) -> Result<int> {
                for (int i = 0; i < 1'000; ++i) {
                    const Result<void> written =
                        rememberHash(database, u"/%1"_s.arg(i % 900), identity, QByteArray(32, 's'));
                    if (!written) {
                        return fail(written.error());
                    }
                }
                QSqlQuery query(database);
                query.exec(u"SELECT count(*) FROM hashes"_s);
                return query.next() ? query.value(0).toInt() : -1;
            },
            this));
        QVERIFY(rows);
        QVERIFY2(*rows > 100 && *rows <= 400, qPrintable(QString::number(*rows)));
        const auto newest = awaitResult(storage.run<std::optional<QByteArray>>(
            [identity](QSqlDatabase& database) { return knownHash(database, u"/99"_s, identity); }, this));
        QVERIFY(newest && *newest);
    }

    void whatChangedWhileItWasReadIsNotRemembered()
    {
        const QString path = write("abc");
        const auto before = FileIdentity::look(path);
        QVERIFY(stillTheSame(path, before));
        write("abcd");
        QVERIFY(!stillTheSame(path, before));
    }
};

} // namespace longshore

QTEST_GUILESS_MAIN(longshore::TestFileIdentity)
#include "tst_fileidentity.moc"
