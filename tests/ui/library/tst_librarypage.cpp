#include "ui/library/librarypage.h"

#include "app/library/library.h"
#include "tests/support/fakeclock.h"
#include "tests/ui/stage.h"
#include "ui/common/prompts.h"
#include "ui/library/librarymodel.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace longshore;

class TestLibraryPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsChangeOneByOneWithoutAReset();
    void sizesSortAsNumbersAndDatesAsTimes();
    void theFilterFindsEveryWordInAnyColumn();
    void healthIsAWordAndAShape();
    void anEmptyLibrarySaysWhatToDoNext();
    void aRowIsCopiedAsTextForATicket();
    void aDamagedFileIsNamedInline();
    void theTrashAsksFirstAndRefusedChangesNothing();
    void rowsAreDraggedOutAsFinishedFiles();
    void aPinnedFileIsMarkedAndUnpinned();
    void theTrashOfAnUndoFileSaysWhatItIs();
    void importToHandsOutTheFile();
    void everyFocusableWidgetIsNamed();
};

namespace {

/// Answers every question at once and remembers it.
class ScriptedPrompts final : public Prompts
{
public:
    bool accepts = false;
    QList<Question> asked;

    void ask(const Question& question, QWidget*, QObject*, std::function<void(bool)> answer) override
    {
        asked << question;
        answer(accepts);
    }
    void askText(const Question&, const QString&, QWidget*, QObject*, std::function<void(const QString&)>) override { }
    void askNumber(const Question&, const NumberRange&, QWidget*, QObject*, std::function<void(double)>) override { }
    void chooseFolder(const QString&, const QString&, QWidget*, QObject*, std::function<void(const QString&)>) override
    { }
    void chooseFile(const QString&, const QString&, QWidget*, QObject*, std::function<void(const QString&)>) override {
    }
};

LibraryEntry entry(const QString& id, qint64 size = 1000, int daysAgo = 0)
{
    LibraryEntry made;
    made.id = id;
    made.path = u"/home/anna/Databases/contoso-%1.bacpac"_s.arg(id);
    made.connectionId = u"c1"_s;
    made.connectionName = u"Contoso"_s;
    made.environment = u"Production"_s;
    made.exportedAt = QDateTime::currentDateTimeUtc().addDays(-daysAgo);
    made.size = size;
    made.sha256 = u"9c1f"_s.repeated(16);
    made.health = LibraryEntry::Health::Verified;
    return made;
}

LibraryEntry fileOf(const Stage& stage, const QString& name, const QByteArray& bytes)
{
    LibraryEntry made = entry(name, bytes.size());
    made.path = stage.folder() + u'/' + name;
    QFile file(made.path);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(bytes);
    }
    return made;
}

QStringList names(const QAbstractItemModel& model)
{
    QStringList list;
    for (int row = 0; row < model.rowCount(); ++row) {
        list << model.index(row, 0).data(LibraryModel::IdRole).toString();
    }
    return list;
}

} // namespace

void TestLibraryPage::rowsChangeOneByOneWithoutAReset()
{
    const FakeClock clock;
    LibraryModel model(clock, nullptr);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setEntries({entry(u"a"_s), entry(u"b"_s)});
    LibraryEntry damaged = entry(u"a"_s);
    damaged.health = LibraryEntry::Health::Damaged;
    model.put(damaged);
    QCOMPARE(changed.count(), 1);
    model.setEntries({entry(u"c"_s), entry(u"b"_s)});
    QCOMPARE(names(model), (QStringList{u"b"_s, u"c"_s}));
    QCOMPARE(reset.count(), 0);
}

void TestLibraryPage::sizesSortAsNumbersAndDatesAsTimes()
{
    const FakeClock clock;
    LibraryModel model(clock, nullptr);
    LibraryProxy proxy(nullptr);
    proxy.setSourceModel(&model);
    model.setEntries(
        {entry(u"nine"_s, 9'000'000'000, 1), entry(u"ten"_s, 10'000'000'000, 3), entry(u"one"_s, 1'000'000, 2)});
    proxy.sort(LibraryModel::Size, Qt::AscendingOrder);
    QCOMPARE(names(proxy), (QStringList{u"one"_s, u"nine"_s, u"ten"_s}));
    proxy.sort(LibraryModel::Date, Qt::DescendingOrder);
    QCOMPARE(names(proxy), (QStringList{u"nine"_s, u"one"_s, u"ten"_s}));
}

void TestLibraryPage::theFilterFindsEveryWordInAnyColumn()
{
    const FakeClock clock;
    LibraryModel model(clock, nullptr);
    LibraryProxy proxy(nullptr);
    proxy.setSourceModel(&model);
    LibraryEntry other = entry(u"shop"_s);
    other.environment = u"Integration"_s;
    model.setEntries({entry(u"cms"_s), other});
    proxy.setFilterText(u"INTEGR shop"_s);
    QCOMPARE(names(proxy), QStringList{u"shop"_s});
    proxy.setFilterText(u"shop production-nowhere"_s);
    QCOMPARE(proxy.rowCount(), 0);
    proxy.setFilterText({});
    QCOMPARE(proxy.rowCount(), 2);
}

void TestLibraryPage::healthIsAWordAndAShape()
{
    QStringList words;
    QStringList icons;
    for (const auto health : {LibraryEntry::Health::Unchecked, LibraryEntry::Health::Verified,
                              LibraryEntry::Health::Missing, LibraryEntry::Health::Damaged}) {
        LibraryEntry made = entry(u"a"_s);
        made.health = health;
        words << healthText(made, QDateTime::currentDateTimeUtc());
        icons << healthIcon(health);
    }
    QCOMPARE(QSet<QString>(words.begin(), words.end()).size(), 4);
    QCOMPARE(QSet<QString>(icons.begin(), icons.end()).size(), 4);
}

void TestLibraryPage::anEmptyLibrarySaysWhatToDoNext()
{
    Stage stage;
    stage.start();
    LibraryPage page(stage.services(), nullptr);
    page.show();
    auto* stack = page.findChild<QStackedWidget*>(u"stack"_s);
    QCOMPARE(stack->currentWidget()->objectName(), u"empty"_s);
    QString said;
    const QList<QLabel*> labels = stack->currentWidget()->findChildren<QLabel*>();
    for (const QLabel* label : labels) {
        said += label->text();
    }
    QVERIFY(said.contains(u"Ctrl+E"_s));
}

void TestLibraryPage::aRowIsCopiedAsTextForATicket()
{
    Stage stage;
    stage.files = {fileOf(stage, u"a.bacpac"_s, "bytes")};
    stage.start();
    LibraryPage page(stage.services(), nullptr);
    page.findChild<QAction*>(u"copyRow"_s)->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), Library::asText(stage.services().library().entries().constFirst()));
}

void TestLibraryPage::aDamagedFileIsNamedInline()
{
    Stage stage;
    stage.files = {fileOf(stage, u"a.bacpac"_s, "these are not the bytes of that hash")};
    stage.start();
    LibraryPage page(stage.services(), nullptr);
    page.show();
    page.findChild<QAction*>(u"verify"_s)->trigger();
    auto* notice = page.findChild<QWidget*>(u"notice"_s);
    QTRY_VERIFY_WITH_TIMEOUT(notice->isVisible(), 30000);
    QVERIFY(!notice->findChild<QLabel*>(u"noticeHeadline"_s)->text().isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(stage.services().library().entries().constFirst().health, LibraryEntry::Health::Damaged,
                              30000);
    QTRY_VERIFY_WITH_TIMEOUT(page.findChild<QAction*>(u"verify"_s)->isEnabled(), 30000);
}

void TestLibraryPage::theTrashAsksFirstAndRefusedChangesNothing()
{
    Stage stage;
    stage.files = {fileOf(stage, u"a.bacpac"_s, "bytes")};
    stage.start();
    const QString path = stage.files.constFirst().path;
    LibraryPage page(stage.services(), nullptr);
    ScriptedPrompts prompts;
    page.setPrompts(prompts);
    page.findChild<QAction*>(u"trash"_s)->trigger();
    QCOMPARE(prompts.asked.size(), 1);
    QVERIFY(prompts.asked.constFirst().destructive);
    QVERIFY(prompts.asked.constFirst().heading.contains(u"a.bacpac"_s));
    QVERIFY(QFile::exists(path));
    QCOMPARE(stage.services().library().entries().size(), 1);
}

void TestLibraryPage::rowsAreDraggedOutAsFinishedFiles()
{
    const FakeClock clock;
    LibraryModel model(clock, nullptr);
    LibraryEntry damaged = entry(u"b"_s);
    damaged.health = LibraryEntry::Health::Damaged;
    LibraryEntry gone = entry(u"c"_s);
    gone.health = LibraryEntry::Health::Missing;
    model.setEntries({entry(u"a"_s), damaged, gone});
    QModelIndexList all;
    for (int row = 0; row < 3; ++row) {
        for (int column = 0; column < LibraryModel::ColumnCount; ++column) {
            all << model.index(row, column);
        }
    }
    const std::unique_ptr<QMimeData> mime(model.mimeData(all));
    QVERIFY(mime != nullptr);
    QCOMPARE(mime->urls(), QList<QUrl>{QUrl::fromLocalFile(entry(u"a"_s).path)});
    QVERIFY(mime->hasFormat(u"text/uri-list"_s));
    QCOMPARE(model.supportedDragActions(), Qt::DropActions(Qt::CopyAction)); // never moved away
    QVERIFY(model.flags(model.index(0, 0)).testFlag(Qt::ItemIsDragEnabled));
    QVERIFY(!model.flags(model.index(1, 0)).testFlag(Qt::ItemIsDragEnabled));
    QVERIFY(model.mimeData({model.index(2, 0)}) == nullptr);
}

void TestLibraryPage::aPinnedFileIsMarkedAndUnpinned()
{
    Stage stage;
    stage.files = {fileOf(stage, u"a.bacpac"_s, "bytes")};
    stage.start();
    LibraryPage page(stage.services(), nullptr);
    auto* pin = page.findChild<QAction*>(u"pin"_s);
    QCOMPARE(pin->text(), u"Pin"_s);
    pin->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(stage.services().library().entries().constFirst().pinned, 30000);
    QTRY_COMPARE_WITH_TIMEOUT(pin->text(), u"Unpin"_s, 30000);
    QVERIFY(!page.findChild<QLabel*>(u"kept"_s)->text().isEmpty());
    pin->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!stage.services().library().entries().constFirst().pinned, 30000);
}

void TestLibraryPage::theTrashOfAnUndoFileSaysWhatItIs()
{
    Stage stage;
    stage.files = {fileOf(stage, u"a.bacpac"_s, "bytes")};
    stage.files[0].undoes = u"job-1"_s;
    stage.files[0].pinned = true;
    stage.start();
    LibraryPage page(stage.services(), nullptr);
    ScriptedPrompts prompts;
    page.setPrompts(prompts);
    page.findChild<QAction*>(u"trash"_s)->trigger();
    QCOMPARE(prompts.asked.size(), 1);
    QVERIFY2(prompts.asked.constFirst().text.contains(u"import"_s), qPrintable(prompts.asked.constFirst().text));
}

void TestLibraryPage::importToHandsOutTheFile()
{
    Stage stage;
    stage.files = {fileOf(stage, u"a.bacpac"_s, "bytes")};
    stage.start();
    LibraryPage page(stage.services(), nullptr);
    QSignalSpy asked(&page, &LibraryPage::importRequested);
    page.findChild<QAction*>(u"importTo"_s)->trigger();
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.first().first().value<LibraryEntry>().path, stage.files.constFirst().path);
}

void TestLibraryPage::everyFocusableWidgetIsNamed()
{
    Stage stage;
    stage.files = {fileOf(stage, u"a.bacpac"_s, "bytes")};
    stage.start();
    LibraryPage page(stage.services(), nullptr);
    QCOMPARE(unnamedFocusTargets(page).join(u", "), QString());
}

QTEST_MAIN(TestLibraryPage)
#include "tst_librarypage.moc"
