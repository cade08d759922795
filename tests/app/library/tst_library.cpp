#include "app/core/storage.h"
#include "app/library/library.h"
#include "app/practice/practicedata.h"
#include "app/transfers/hash.h"
#include "app/transfers/knownhashes.h"
#include "tests/support/await.h"
#include "tests/support/fakeclock.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace longshore {

class TestLibrary final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Storage> m_storage;
    FakeClock m_clock;
    std::unique_ptr<Library> m_library;

    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }

    template <class T>
    Result<T> outcomeOf(ResultTask<T>* task)
    {
        Result<T> outcome = fail(Error::Code::Internal);
        connect(task, &Task::finished, this, [task, out = &outcome] { *out = task->result(); });
        QSignalSpy finished(task, &Task::finished);
        task->start();
        return finished.wait(20'000) ? outcome : fail(Error::Code::Timeout);
    }

    /// A real package on disk and the row that a job would file for it.
    LibraryEntry packageAt(const QString& name)
    {
        PracticeDatabase database;
        database.environment = u"Production"_s;
        const auto written = writePracticePackage(path(name), database, std::make_shared<std::atomic_bool>(false));
        const auto hash = hashFile(path(name), {});
        LibraryEntry entry;
        if (written && hash) {
            entry.path = path(name);
            entry.connectionId = u"c1"_s;
            entry.connectionName = u"Contoso"_s;
            entry.environment = u"Production"_s;
            entry.jobId = u"job-"_s + name;
            entry.exportedAt = m_clock.nowUtc();
            entry.verifiedAt = m_clock.nowUtc();
            entry.size = hash->size;
            entry.sha256 = QString::fromLatin1(hash->sha256.toHex());
            entry.health = LibraryEntry::Health::Verified;
        }
        return entry;
    }
    LibraryEntry added(const LibraryEntry& entry)
    {
        return outcomeOf(m_library->add(entry, this)).value_or(LibraryEntry());
    }
    void openLibrary()
    {
        m_library = std::make_unique<Library>(*m_storage, m_clock);
        QSignalSpy ready(m_library.get(), &Library::ready);
        m_library->load();
        QVERIFY(ready.wait());
    }
    void damage(const QString& file, qint64 at)
    {
        QFile raw(file);
        QVERIFY(raw.open(QIODevice::ReadWrite));
        QVERIFY(raw.seek(at));
        char byte = 0;
        QVERIFY(raw.getChar(&byte));
        QVERIFY(raw.seek(at));
        QVERIFY(raw.putChar(static_cast<char>(byte ^ 1)));
    }

private Q_SLOTS:
    void initTestCase()
    {
        // The trash of the person who runs the tests is not ours.
        qputenv("XDG_DATA_HOME", QFile::encodeName(m_home.filePath(u"data"_s)));
        qputenv("HOME", QFile::encodeName(m_home.path()));
        QVERIFY(QDir().mkpath(m_home.filePath(u"data"_s)));
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>(m_home.filePath(u"lib-XXXXXX"_s));
        m_storage = std::make_unique<Storage>(path(u"state.sqlite"_s));
        openLibrary();
    }
    void cleanup()
    {
        m_library.reset();
        m_storage.reset();
    }

    void keepsRowsOverARestart()
    {
        const LibraryEntry entry = added(packageAt(u"a.bacpac"_s));
        QVERIFY(!entry.id.isEmpty());
        openLibrary();
        QCOMPARE(m_library->entries(), QList{entry});
    }

    void filingTheSameFileTwiceKeepsOneRow()
    {
        const LibraryEntry package = packageAt(u"a.bacpac"_s);
        const LibraryEntry first = added(package);
        const LibraryEntry again = added(package);
        QCOMPARE(again.id, first.id);
        QCOMPARE(m_library->entries().size(), 1);
    }

    void aNewFileUnderTheNameOfAGoneOneReplacesItsRow()
    {
        const LibraryEntry first = added(packageAt(u"a.bacpac"_s));
        LibraryEntry other = first;
        other.id.clear();
        other.jobId = u"another job"_s;
        QSignalSpy removed(m_library.get(), &Library::entryRemoved);
        const LibraryEntry second = added(other);
        QVERIFY(second.id != first.id);
        QCOMPARE(removed.size(), 1);
        QCOMPARE(m_library->entries(), QList{second});
    }

    void showsTheNewestFirstAndFindsTheNewestOfAPlace()
    {
        LibraryEntry older = packageAt(u"older.bacpac"_s);
        const LibraryEntry newer = packageAt(u"newer.bacpac"_s);
        older.exportedAt = older.exportedAt.addDays(-1);
        const LibraryEntry filedNewer = added(newer);
        const LibraryEntry filedOlder = added(older);
        QCOMPARE(m_library->entries(), (QList{filedNewer, filedOlder}));
        QCOMPARE(m_library->newest(u"c1"_s, u"production"_s, Database::Cms), std::optional(filedNewer));
        QCOMPARE(m_library->newest(u"c1"_s, u"Production"_s, Database::Commerce), std::nullopt);
    }

    void noticesAFileThatIsGone()
    {
        const LibraryEntry entry = added(packageAt(u"a.bacpac"_s));
        QVERIFY(QFile::rename(entry.path, path(u"elsewhere"_s)));
        openLibrary();
        QTRY_COMPARE_WITH_TIMEOUT(m_library->entry(entry.id)->health, LibraryEntry::Health::Missing, 30000);
        QVERIFY(QFile::rename(path(u"elsewhere"_s), entry.path));
        m_library->load();
        QTRY_COMPARE_WITH_TIMEOUT(m_library->entry(entry.id)->health, LibraryEntry::Health::Unchecked, 30000);
    }

    void takesInWhatAnotherProcessFiled()
    {
        Library other(*m_storage, m_clock);
        const auto filed = outcomeOf(other.add(packageAt(u"a.bacpac"_s), this));
        QVERIFY(filed);
        QCOMPARE(m_library->entries().size(), 0);
        m_library->load();
        QTRY_COMPARE_WITH_TIMEOUT(m_library->entries().size(), 1, 30000);
    }

    void verifyingAGoodFileMovesItsDate()
    {
        const LibraryEntry entry = added(packageAt(u"a.bacpac"_s));
        m_clock.advance(72h);
        const auto outcome = outcomeOf(m_library->verify(entry.id, this));
        QVERIFY(outcome);
        QCOMPARE(outcome->verifiedAt, m_clock.nowUtc());
        QCOMPARE(m_library->entry(entry.id)->verifiedAt, m_clock.nowUtc());
    }

    void oneWrongBitIsDamageAndStaysOnRecord()
    {
        const LibraryEntry entry = added(packageAt(u"a.bacpac"_s));
        damage(entry.path, entry.size / 2);
        const auto outcome = outcomeOf(m_library->verify(entry.id, this));
        QCOMPARE(outcome.error().code, Error::Code::HashMismatch);
        QCOMPARE(m_library->entry(entry.id)->health, LibraryEntry::Health::Damaged);
        openLibrary();
        QCOMPARE(m_library->entry(entry.id)->health, LibraryEntry::Health::Damaged);
    }

    void aCutFileIsTheWrongSize()
    {
        const LibraryEntry entry = added(packageAt(u"a.bacpac"_s));
        QVERIFY(QFile::resize(entry.path, entry.size - 1));
        QCOMPARE(outcomeOf(m_library->verify(entry.id, this)).error().code, Error::Code::SizeMismatch);
    }

    void aFileThatNeverWasAPackageFailsItsFormat()
    {
        QFile file(path(u"a.bacpac"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("<html>Please sign in</html>");
        file.close();
        LibraryEntry entry;
        entry.path = file.fileName();
        const LibraryEntry filed = added(entry);
        QCOMPARE(outcomeOf(m_library->verify(filed.id, this)).error().code, Error::Code::FormatInvalid);
        QCOMPARE(m_library->entry(filed.id)->health, LibraryEntry::Health::Damaged);
    }

    void verifyingAFileSparesAnUploadReadingIt()
    {
        const LibraryEntry entry = added(packageAt(u"a.bacpac"_s));
        QVERIFY(outcomeOf(m_library->verify(entry.id, this)));
        const auto known = awaitResult(m_storage->run<std::optional<QByteArray>>(
            [path = entry.path, now = FileIdentity::read(entry.path).value_or(FileIdentity())](QSqlDatabase& database) {
                return knownHash(database, path, now);
            },
            this));
        QVERIFY(known && *known);
        QCOMPARE(QString::fromLatin1((*known)->toHex()), entry.sha256);
    }

    void verifyingAMissingFileSaysSo()
    {
        const LibraryEntry entry = added(packageAt(u"a.bacpac"_s));
        QVERIFY(QFile::remove(entry.path));
        QCOMPARE(outcomeOf(m_library->verify(entry.id, this)).error().code, Error::Code::NotFound);
        QCOMPARE(m_library->entry(entry.id)->health, LibraryEntry::Health::Missing);
        QCOMPARE(outcomeOf(m_library->verify(u"nobody"_s, this)).error().code, Error::Code::NotFound);
    }

    void deletingMovesTheFileToTheTrash()
    {
        const LibraryEntry entry = added(packageAt(u"a.bacpac"_s));
        QSignalSpy removed(m_library.get(), &Library::entryRemoved);
        QVERIFY(outcomeOf(m_library->trash(entry.id, this)));
        QCOMPARE(removed.size(), 1);
        QVERIFY(!QFile::exists(entry.path));
        QVERIFY(QFile::exists(m_home.filePath(u"data/Trash/files/a.bacpac"_s)));
        openLibrary();
        QVERIFY(m_library->entries().isEmpty());
    }

    void deletingAGoneFileOnlyLosesItsRow()
    {
        const LibraryEntry entry = added(packageAt(u"a.bacpac"_s));
        QVERIFY(QFile::remove(entry.path));
        QVERIFY(outcomeOf(m_library->trash(entry.id, this)));
        QVERIFY(m_library->entries().isEmpty());
    }

    void givesARowAsTextForATicket()
    {
        const LibraryEntry entry = packageAt(u"a.bacpac"_s);
        const QString text = Library::asText(entry);
        QVERIFY(text.contains(entry.sha256));
        QVERIFY(text.contains(u"Contoso, Production, epicms"_s));
        QVERIFY(text.contains(u"size: %1 bytes"_s.arg(entry.size)));
    }
};

} // namespace longshore

QTEST_GUILESS_MAIN(longshore::TestLibrary)
#include "tst_library.moc"
