#include "app/core/storage.h"
#include "app/transfers/transferjournal.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace longshore {

class TestTransferJournal final : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Storage> m_storage;

    template <class T>
    Result<T> run(std::function<Result<T>(QSqlDatabase&)> work)
    {
        auto* task = m_storage->run<T>(std::move(work), this);
        Result<T> outcome = fail(Error::Code::Internal);
        connect(task, &Task::finished, this, [task, out = &outcome] { *out = task->result(); });
        QSignalSpy finished(task, &Task::finished);
        task->start();
        return finished.wait() ? outcome : fail(Error::Code::Timeout);
    }
    Result<TransferJournal> read(const QString& id)
    {
        return run<TransferJournal>([id](QSqlDatabase& database) { return readJournal(database, id); });
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_storage = std::make_unique<Storage>(m_folder->filePath(u"state.sqlite"_s));
    }
    void cleanup() { m_storage.reset(); }

    void outlivesTheProgram()
    {
        const TransferJournal journal{
            .id = u"t"_s, .path = u"/a.part"_s, .etag = u"\"1\""_s, .size = 900, .parts = {{0, 0, 800, 100, 50}}};
        QVERIFY(run<void>([journal](QSqlDatabase& database) { return writeJournal(database, journal); }));
        QVERIFY(run<void>([](QSqlDatabase& database) {
            return markParts(database, u"t"_s, {{0, 0, 800, 250, 100}, {1, 800, 100, 7, 0, "\"tag\""}});
        }));
        m_storage = std::make_unique<Storage>(m_folder->filePath(u"state.sqlite"_s));
        const auto found = read(u"t"_s);
        QVERIFY(found);
        QCOMPARE(found->path, journal.path);
        QCOMPARE(found->etag, journal.etag);
        QCOMPARE(found->size, 900);
        QCOMPARE(found->parts, (QList<JournalPart>{{0, 0, 800, 250, 100}, {1, 800, 100, 7, 0, "\"tag\""}}));
    }

    void aFileThatWasMadeAgainGoesOnFromWhatWasSent()
    {
        const TransferJournal journal{
            .id = u"t"_s, .path = u"/a.gz"_s, .size = 900, .source = "before", .parts = {{0, 0, 900, 900}}};
        QVERIFY(run<void>([journal](QSqlDatabase& database) {
            return writeJournal(database, journal).and_then([&] {
                return renewJournalSource(database, u"t"_s, "now");
            });
        }));
        const auto found = read(u"t"_s);
        QVERIFY(found);
        QCOMPARE(found->source, "now");
        QCOMPARE(found->parts, journal.parts);
        // One that was never begun is not begun by it.
        QVERIFY(run<void>([](QSqlDatabase& database) { return renewJournalSource(database, u"other"_s, "now"); }));
        QCOMPARE(*read(u"other"_s), TransferJournal{.id = u"other"_s});
    }

    void anUnknownTransferIsEmpty()
    {
        const auto found = read(u"never"_s);
        QVERIFY(found);
        QCOMPARE(found->id, u"never"_s);
        QVERIFY(found->parts.isEmpty());
    }

    void forgetsOneAndKeepsTheOther()
    {
        for (const QString& id : {u"a"_s, u"b"_s}) {
            const TransferJournal journal{.id = id, .size = 5, .parts = {{0, 0, 5, 5, 5}}};
            QVERIFY(run<void>([journal](QSqlDatabase& database) { return writeJournal(database, journal); }));
        }
        forgetTransfer(*m_storage, u"a"_s);
        QVERIFY(read(u"a"_s)->parts.isEmpty());
        QCOMPARE(read(u"b"_s)->parts.size(), 1);
    }
};

} // namespace longshore

QTEST_GUILESS_MAIN(longshore::TestTransferJournal)
#include "tst_transferjournal.moc"
