#include "app/transfers/partfile.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <cerrno>

using namespace Qt::StringLiterals;

namespace longshore {

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString& path, const QByteArray& content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

/// The part of the permissions that others have.
QFileDevice::Permissions othersMay(const QString& path)
{
    constexpr QFileDevice::Permissions others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup
                                                | QFileDevice::ReadOther | QFileDevice::WriteOther
                                                | QFileDevice::ExeOther;
    return QFileInfo(path).permissions() & others;
}

} // namespace

class TestPartFile final : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void isReadableByItsOwnerOnly()
    {
        PartFile part(path(u"new/folder/a.part"_s));
        QVERIFY(part.open());
        QVERIFY(part.writeAt(0, "personal"));
        QCOMPARE(othersMay(part.path()), QFileDevice::Permissions());
        QCOMPARE(othersMay(path(u"new/folder"_s)), QFileDevice::Permissions());
    }

    void takesBytesInAnyOrder()
    {
        PartFile part(path(u"a.part"_s));
        QCOMPARE(part.open().value_or(-1), 0);
        QVERIFY(part.reserve(9));
        QVERIFY(part.writeAt(6, "end"));
        QVERIFY(part.writeAt(0, "middle"));
        QVERIFY(part.sync());
        QCOMPARE(contentOf(part.path()), "middleend"_ba);
        QByteArray read(20, 0);
        QCOMPARE(part.readAt(3, read.data(), 20).value_or(-1), 6);
        QCOMPARE(read.first(6), "dleend"_ba);
    }

    void reservingKeepsWhatIsThere()
    {
        put(path(u"a.part"_s), "abc");
        PartFile part(path(u"a.part"_s));
        QCOMPARE(part.open().value_or(-1), 3);
        QVERIFY(part.reserve(1'000));
        QCOMPARE(QFileInfo(part.path()).size(), 1'000);
        QVERIFY(part.reserve(10)); // never shortens
        QCOMPARE(contentOf(part.path()).first(3), "abc"_ba);
        QCOMPARE(QFileInfo(part.path()).size(), 1'000);
    }

    void aNewFileSharesNothingWithTheOldOne()
    {
        PartFile part(path(u"a.part"_s));
        QVERIFY(part.open());
        QVERIFY(part.writeAt(0, "old object"));
        QFile stillOpen(part.path());
        QVERIFY(stillOpen.open(QIODevice::ReadOnly));
        QVERIFY(part.startNew());
        QVERIFY(part.writeAt(0, "new"));
        QCOMPARE(stillOpen.readAll(), "old object"_ba);
        QCOMPARE(contentOf(part.path()), "new"_ba);
    }

    void doesNotWriteThroughASymbolicLink()
    {
        put(path(u"precious"_s), "mine");
        QVERIFY(QFile::link(path(u"precious"_s), path(u"a.part"_s)));
        PartFile part(path(u"a.part"_s));
        QCOMPARE(part.open().error().code, Error::Code::FileAccess);
        QCOMPARE(contentOf(path(u"precious"_s)), "mine"_ba);
    }

    void getsItsNameAndClosesItToOthers()
    {
        put(path(u"a.part"_s), "x");
        const auto done = finishPartFile(path(u"a.part"_s), path(u"library/a.bacpac"_s));
        QVERIFY(done);
        QCOMPARE(*done, path(u"library/a.bacpac"_s));
        QCOMPARE(othersMay(*done), QFileDevice::Permissions());
        QVERIFY(!QFileInfo::exists(path(u"a.part"_s)));
    }

    void neverReplacesAFile()
    {
        put(path(u"a.bacpac"_s), "first");
        put(path(u"a (2).bacpac"_s), "second");
        put(path(u"a.part"_s), "third");
        const auto done = finishPartFile(path(u"a.part"_s), path(u"a.bacpac"_s));
        QVERIFY(done);
        QCOMPARE(*done, path(u"a (3).bacpac"_s));
        QCOMPARE(contentOf(path(u"a.bacpac"_s)), "first"_ba);
        QCOMPARE(contentOf(path(u"a (2).bacpac"_s)), "second"_ba);
        QCOMPARE(contentOf(*done), "third"_ba);
    }

    void numbersNamesWithoutSuffixAndWithDots()
    {
        put(path(u"dump"_s), "1");
        put(path(u"site-1.2.bacpac"_s), "1");
        put(path(u"a.part"_s), "2");
        put(path(u"b.part"_s), "2");
        QCOMPARE(finishPartFile(path(u"a.part"_s), path(u"dump"_s)).value_or(QString()), path(u"dump (2)"_s));
        QCOMPARE(finishPartFile(path(u"b.part"_s), path(u"site-1.2.bacpac"_s)).value_or(QString()),
                 path(u"site-1.2 (2).bacpac"_s));
    }

    void noPartFileIsNotFound()
    {
        QCOMPARE(finishPartFile(path(u"a.part"_s), path(u"a.bacpac"_s)).error().code, Error::Code::NotFound);
        QVERIFY(!QFileInfo::exists(path(u"a.bacpac"_s)));
    }

    void aFullDiskIsNamedAsSuch()
    {
        QCOMPARE(fileError(ENOSPC, u"/data/a.part"_s).code, Error::Code::DiskFull);
        QCOMPARE(fileError(EDQUOT, u"/data/a.part"_s).code, Error::Code::DiskFull);
        QCOMPARE(fileError(ENOSPC, u"/data/a.part"_s).subject, u"/data"_s);
        QCOMPARE(fileError(EACCES, u"/data/a.part"_s).code, Error::Code::FileAccess);
    }

    void countsTheBytesThatAreMissing()
    {
        QVERIFY(checkSpace(path(u"a.part"_s), 1));
        QVERIFY(checkSpace(path(u"a.part"_s), -1));
        constexpr qint64 exabyte = 1'000'000'000'000'000'000;
        const auto space = checkSpace(path(u"a.part"_s), exabyte);
        QCOMPARE(space.error().code, Error::Code::DiskFull);
        QCOMPARE(space.error().subject, m_folder->path());
        QVERIFY(space.error().detail.toLongLong() > 0);
        QVERIFY(space.error().detail.toLongLong() < exabyte);
    }
};

} // namespace longshore

QTEST_GUILESS_MAIN(longshore::TestPartFile)
#include "tst_partfile.moc"
