#include "app/transfers/filehasher.h"
#include "app/transfers/parthasher.h"
#include "app/transfers/sourcefile.h"

#include <QCryptographicHash>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <atomic>

using namespace Qt::StringLiterals;

namespace longshore {

/// Hashes that are made beside the sending.
class TestPartHasher final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QByteArray m_content;

    std::shared_ptr<SourceFile> write(qsizetype size)
    {
        QRandomGenerator random(5);
        m_content.resize(size);
        std::generate(m_content.begin(), m_content.end(), [&random] { return static_cast<char>(random.generate()); });
        QFile file(m_folder.filePath(u"f"_s));
        if (file.open(QIODevice::WriteOnly)) {
            file.write(m_content);
        }
        file.close();
        return SourceFile::open(file.fileName()).value_or(nullptr);
    }
    [[nodiscard]] QByteArray md5(const FilePart& part) const
    {
        return QCryptographicHash::hash(m_content.mid(part.offset, part.length), QCryptographicHash::Md5);
    }
    static std::vector<int> all(const std::vector<FilePart>& parts)
    {
        std::vector<int> numbers(parts.size());
        std::iota(numbers.begin(), numbers.end(), 0);
        return numbers;
    }

private Q_SLOTS:
    void hashesEveryPartAlsoTheShortOnes()
    {
        const auto file = write(5'123'457);
        const auto parts = planParts(m_content.size(), {.usual = 300'000, .smallest = 10'000});
        PartHasher hasher(file, parts);
        hasher.want(all(parts));
        for (std::size_t i = 0; i < parts.size(); ++i) {
            QTRY_VERIFY(!hasher.md5Of(static_cast<int>(i)).isEmpty());
            QCOMPARE(hasher.md5Of(static_cast<int>(i)).toHex(), md5(parts[i]).toHex());
        }
    }

    void hashesOnlyWhatIsWanted()
    {
        const auto file = write(1'000'000);
        const auto parts = planParts(m_content.size(), {.usual = 100'000, .smallest = 100'000});
        std::atomic_int told = 0;
        PartHasher hasher(file, parts);
        hasher.tell({.more = [&told] { ++told; }, .failed = {}});
        hasher.want({2, 5});
        QTRY_VERIFY(!hasher.md5Of(2).isEmpty() && !hasher.md5Of(5).isEmpty());
        QTRY_VERIFY(told >= 1);
        QVERIFY(hasher.md5Of(0).isEmpty());
        hasher.want({0});
        QTRY_COMPARE(hasher.md5Of(0).toHex(), md5(parts[0]).toHex());
        hasher.close();
    }

    void aFileThatBecameShorterIsAFailure()
    {
        const auto file = write(1'000'000);
        const auto parts = planParts(m_content.size(), {.usual = 100'000, .smallest = 100'000});
        QVERIFY(QFile::resize(file->path(), 450'000));
        std::atomic_bool failed = false;
        PartHasher hasher(file, parts);
        hasher.tell(
            {.more = {}, .failed = [&failed](const Error& error) { failed = error.code == Error::Code::FileAccess; }});
        hasher.want(all(parts));
        QTRY_VERIFY(failed);
        hasher.close();
    }

    void hashesAWholeFileAsFarAsItMay()
    {
        const auto file = write(3'000'001);
        std::atomic_bool done = false;
        Result<FileHasher::Hashes> hashes = fail(Error::Code::Internal);
        FileHasher hasher(file, {.sha256 = true, .md5 = true}, [&](const Result<FileHasher::Hashes>& result) {
            hashes = result;
            done = true;
        });
        hasher.allow(1'000'000);
        QTRY_VERIFY(hasher.read() >= 512 * 1024);
        QVERIFY(hasher.read() <= 1'000'000);
        QVERIFY(!done);
        hasher.allow(m_content.size());
        QTRY_VERIFY(done);
        QVERIFY(hashes);
        QCOMPARE(hashes->sha256, QCryptographicHash::hash(m_content, QCryptographicHash::Sha256));
        QCOMPARE(hashes->md5, QCryptographicHash::hash(m_content, QCryptographicHash::Md5));
    }

    void leavesAtOnceWhenNobodyWantsItAnyMore()
    {
        const auto file = write(1'000'000);
        const auto parts = planParts(m_content.size(), {.usual = 100'000, .smallest = 100'000});
        for (int round = 0; round < 20; ++round) {
            PartHasher hasher(file, parts);
            hasher.want(all(parts));
            FileHasher whole(file, {}, [](const auto&) {});
            whole.allow(m_content.size());
        }
    }
};

} // namespace longshore

QTEST_GUILESS_MAIN(longshore::TestPartHasher)
#include "tst_parthasher.moc"
