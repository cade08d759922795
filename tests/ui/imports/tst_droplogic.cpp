#include "ui/imports/dropfacts.h"
#include "ui/imports/droplogic.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#if defined(Q_OS_UNIX)
#include <unistd.h>
#endif

using namespace longshore;
using namespace Qt::StringLiterals;
using Kind = DropDecision::Kind;

class TestDropLogic : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decides_data();
    void decides();
    void linksAreNeverShown();
    void severalOfferTheFirstThatFits();
    void everyRefusalSaysWhatToDo();
    void eachPlatformTakesItsOwnKind();
    void looksAtTheDisk();
    void anUnreadableFileIsNoticed();
};

namespace {

DroppedThing file(const QString& name, qint64 size = 4096)
{
    return {.path = u"/tmp/"_s + name, .link = {}, .exists = true, .isFolder = false, .isReadable = true, .size = size};
}

} // namespace

void TestDropLogic::decides_data()
{
    QTest::addColumn<QList<DroppedThing>>("things");
    QTest::addColumn<Kind>("kind");

    const auto one = [](const DroppedThing& thing) { return QList<DroppedThing>{thing}; };
    DroppedThing folder = file(u"cms.bacpac"_s); // a folder may have any name
    folder.isFolder = true;
    DroppedThing secret = file(u"cms.bacpac"_s);
    secret.isReadable = false;
    DroppedThing gone = file(u"cms.bacpac"_s);
    gone.exists = gone.isReadable = false;

    QTest::newRow("a package") << one(file(u"cms.bacpac"_s)) << Kind::Open;
    QTest::newRow("in capitals") << one(file(u"CMS.BACPAC"_s)) << Kind::Open;
    QTest::newRow("nothing") << QList<DroppedThing>{} << Kind::Nothing;
    QTest::newRow("two packages") << QList{file(u"a.bacpac"_s), file(u"b.bacpac"_s)} << Kind::Several;
    QTest::newRow("a folder") << one(folder) << Kind::Folder;
    QTest::newRow("unreadable") << one(secret) << Kind::Unreadable;
    QTest::newRow("gone") << one(gone) << Kind::Missing;
    QTest::newRow("empty") << one(file(u"cms.bacpac"_s, 0)) << Kind::Empty;
    QTest::newRow("https") << droppedThings({QUrl(u"https://example.org/cms.bacpac?sig=abc"_s)}) << Kind::Link;
    QTest::newRow("http") << droppedThings({QUrl(u"http://example.org/"_s)}) << Kind::Link;
    QTest::newRow("sftp") << droppedThings({QUrl(u"sftp://host/cms.bacpac"_s)}) << Kind::ElsewherePlace;
    QTest::newRow("unfinished") << one(file(u"cms.bacpac.part"_s)) << Kind::Unfinished;
    QTest::newRow("zip") << one(file(u"cms.zip"_s)) << Kind::Zip;
    for (const QString& ending : {u"sql"_s, u"sql.gz"_s, u"sql.bz2"_s, u"sql.xz"_s, u"sql.zst"_s, u"tar.gz"_s}) {
        QTest::newRow(qPrintable(ending)) << one(file(u"shop."_s + ending)) << Kind::Open;
    }
    DroppedThing packed = file(u"shop.zip"_s);
    packed.holds = FileKind::Dump;
    QTest::newRow("dump in a zip") << one(packed) << Kind::Open;
    DroppedThing nameless = file(u"shop"_s);
    nameless.holds = FileKind::Dump;
    QTest::newRow("dump without an ending") << one(nameless) << Kind::Open;
    DroppedThing code = file(u"cms.app.1.0.nupkg"_s);
    code.holds = FileKind::Package; // a ZIP with whatever in it
    QTest::newRow("code package") << one(code) << Kind::CodePackage;
    QTest::newRow("dacpac") << one(file(u"cms.dacpac"_s)) << Kind::Dacpac;
    QTest::newRow("bak") << one(file(u"cms.bak"_s)) << Kind::Backup;
    QTest::newRow("nupkg") << one(file(u"cms.app.1.0.nupkg"_s)) << Kind::CodePackage;
    QTest::newRow("picture") << one(file(u"cat.jpeg"_s)) << Kind::OtherFormat;
    QTest::newRow("no ending") << one(file(u"bacpac"_s)) << Kind::OtherFormat;
}

void TestDropLogic::decides()
{
    QFETCH(QList<DroppedThing>, things);
    QFETCH(Kind, kind);
    const DropDecision decision = decideDrop(things);
    QCOMPARE(decision.kind, kind);
    QCOMPARE(decision.path.isEmpty(), things.isEmpty() || things.first().path.isEmpty());
}

void TestDropLogic::linksAreNeverShown()
{
    const DropSentence said = dropSentence(decideDrop(droppedThings({QUrl(u"https://x.example/a?sig=CANARY"_s)})));
    QVERIFY(said.text.contains(u"longshorectl download"_s));
    QVERIFY(!QString(said.headline + said.text).contains(u"CANARY"_s));
}

void TestDropLogic::severalOfferTheFirstThatFits()
{
    const DropDecision decision = decideDrop({file(u"notes.txt"_s), file(u"b.bacpac"_s), file(u"c.bacpac"_s)});
    QCOMPARE(decision.kind, Kind::Several);
    QCOMPARE(decision.count, 3);
    QCOMPARE(decision.path, u"/tmp/b.bacpac"_s);
    QVERIFY(decideDrop({file(u"a.txt"_s), file(u"b.txt"_s)}).path.isEmpty());
}

void TestDropLogic::everyRefusalSaysWhatToDo()
{
    QSet<QString> sentences;
    for (int kind = static_cast<int>(Kind::Nothing); kind <= static_cast<int>(Kind::OtherFormat); ++kind) {
        const DropSentence said =
            dropSentence({.kind = static_cast<Kind>(kind), .path = u"/tmp/cms.bacpac"_s, .count = 2});
        QVERIFY2(!said.headline.isEmpty() && !said.text.isEmpty(), qPrintable(QString::number(kind)));
        sentences.insert(said.headline);
    }
    QCOMPARE(sentences.size(), static_cast<int>(Kind::OtherFormat));
    QVERIFY(dropSentence({.kind = Kind::Open, .path = u"/tmp/a.bacpac"_s, .count = 1}).headline.isEmpty());
}

void TestDropLogic::eachPlatformTakesItsOwnKind()
{
    const DropDecision dump = decideDrop({file(u"shop.sql.gz"_s)});
    const DropDecision package = decideDrop({file(u"cms.bacpac"_s)});
    QCOMPARE(dump.holds, FileKind::Dump);
    QCOMPARE(package.holds, FileKind::Package);
    QVERIFY(misplacedSentence(dump, Platform::VectorPro, u"Shop / staging"_s).headline.isEmpty());
    QVERIFY(misplacedSentence(package, Platform::OptimizelyDxp, u"Contoso / ADE1"_s).headline.isEmpty());
    const DropSentence one = misplacedSentence(dump, Platform::OptimizelyDxp, u"Contoso / ADE1"_s);
    QVERIFY(one.headline.contains(u"Contoso / ADE1"_s) && one.headline.contains(u"shop.sql.gz"_s));
    QVERIFY(one.text.contains(u"Vector Pro"_s));
    const DropSentence other = misplacedSentence(package, Platform::VectorPro, u"Shop / staging"_s);
    QVERIFY(other.headline.contains(u"Shop / staging"_s));
    QVERIFY(other.text.contains(u"Optimizely"_s));
    DroppedThing renamed = file(u"cms.bacpac"_s);
    renamed.holds = FileKind::Dump; // the contents count
    QVERIFY(misplacedSentence(decideDrop({renamed}), Platform::VectorPro, u"S"_s).headline.isEmpty());
}

void TestDropLogic::looksAtTheDisk()
{
    QTemporaryDir home;
    QFile made(home.filePath(u"cms.bacpac"_s));
    QVERIFY(made.open(QIODevice::WriteOnly));
    made.write("PK");
    made.close();
    const auto decide = [](const QString& path) {
        return decideDrop(lookAt(droppedThings({QUrl::fromLocalFile(path)}))).kind;
    };
    QCOMPARE(decide(made.fileName()), Kind::Open);
    QCOMPARE(decide(home.path()), Kind::Folder);
    QCOMPARE(decide(home.filePath(u"other.bacpac"_s)), Kind::Missing);
}

void TestDropLogic::anUnreadableFileIsNoticed()
{
#if defined(Q_OS_UNIX)
    if (::geteuid() == 0) {
        QSKIP("the superuser reads everything");
    }
#endif
    QTemporaryDir home;
    QFile made(home.filePath(u"cms.bacpac"_s));
    QVERIFY(made.open(QIODevice::WriteOnly));
    made.write("PK");
    made.close();
    QVERIFY(made.setPermissions(QFileDevice::WriteOwner));
    QCOMPARE(decideDrop(lookAt(droppedThings({QUrl::fromLocalFile(made.fileName())}))).kind, Kind::Unreadable);
}

QTEST_GUILESS_MAIN(TestDropLogic)
#include "tst_droplogic.moc"
