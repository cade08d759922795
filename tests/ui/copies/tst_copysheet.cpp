#include "ui/copies/copysheet.h"

#include "app/jobs/jobs.h"
#include "tests/ui/stage.h"
#include "ui/copies/copytext.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace longshore;

namespace {

Connection bakery(VectorDialect dialect)
{
    Connection site = lanternBakery();
    site.dialect = dialect;
    for (Environment& environment : site.environments) {
        environment.domain = environment.name + u".example"_s;
    }
    return site;
}

} // namespace

/// The sheet that copies a database, on services whose jobs stay where they are.
class TestCopySheet final : public QObject
{
    Q_OBJECT

    std::unique_ptr<Stage> m_stage;
    std::unique_ptr<CopySheet> m_sheet;

    void open(const QList<Connection>& connections, const QString& environment)
    {
        m_stage = std::make_unique<Stage>();
        m_stage->connections = connections;
        m_stage->start();
        m_sheet = std::make_unique<CopySheet>(m_stage->services(), Place{connections.first().id, environment}, nullptr);
        m_sheet->setAttribute(Qt::WA_DeleteOnClose, false);
        m_sheet->show();
    }
    template <class Widget>
    [[nodiscard]] Widget* part(const QString& name) const
    {
        return m_sheet->findChild<Widget*>(name);
    }
    /// As a person does it in the list of targets.
    void choose(const QString& environment)
    {
        auto* targets = part<QComboBox>(u"copyTarget"_s);
        const int row = targets->findData(Place{m_sheet->draft().from.connectionId, environment}.key());
        QVERIFY(row >= 0);
        Q_EMIT targets->activated(row);
    }
    [[nodiscard]] bool isPossible(const QString& environment) const
    {
        const auto* targets = part<QComboBox>(u"copyTarget"_s);
        const int row = targets->findData(Place{m_sheet->draft().from.connectionId, environment}.key());
        return qobject_cast<QStandardItemModel*>(targets->model())->item(row)->isEnabled();
    }
    [[nodiscard]] QPushButton* startButton() const { return part<QPushButton>(u"copyStart"_s); }

private Q_SLOTS:
    void cleanup()
    {
        m_sheet.reset();
        m_stage.reset();
    }

    void productionIsReadAndNeverReplaced()
    {
        open({bakery(VectorDialect::D)}, u"development"_s);
        QVERIFY(isPossible(u"staging"_s));
        QVERIFY(!isPossible(u"production"_s));
        QVERIFY(!startButton()->isEnabled());
        choose(u"staging"_s);
        part<QLineEdit>(u"copyPhrase"_s)->clear();
        QVERIFY(!startButton()->isEnabled()); // staging: its name has to be typed
        QTest::keyClicks(part<QLineEdit>(u"copyPhrase"_s), u"lantern-bakery/staging"_s);
        QVERIFY(startButton()->isEnabled());
        QVERIFY(startButton()->text().contains(u"staging"_s));
    }

    void productionDataWantsATickOfItsOwn()
    {
        open({bakery(VectorDialect::D)}, u"production"_s);
        choose(u"development"_s);
        auto* tick = part<QCheckBox>(u"copyProductionData"_s);
        QVERIFY(tick->isVisible());
        QVERIFY(!tick->isChecked());
        QVERIFY(!startButton()->isEnabled());
        tick->click();
        QVERIFY(startButton()->isEnabled());
        // For another target it is another question.
        choose(u"staging"_s);
        QVERIFY(!tick->isChecked());
    }

    void theWayIsToldInSentences_data()
    {
        QTest::addColumn<VectorDialect>("dialect");
        QTest::addColumn<int>("sentences");
        QTest::addColumn<QString>("says");
        QTest::newRow("export and import") << VectorDialect::G1 << 4 << u"upload the file"_s;
        QTest::newRow("promotion") << VectorDialect::G2 << 3 << u"No file comes to this computer"_s;
    }
    void theWayIsToldInSentences()
    {
        QFETCH(const VectorDialect, dialect);
        QFETCH(const int, sentences);
        QFETCH(const QString, says);
        open({bakery(dialect)}, u"development"_s);
        choose(u"staging"_s);
        const QString text = part<QLabel>(u"copySteps"_s)->text();
        QCOMPARE(text.count(u'\n') + 1, sentences);
        QVERIFY2(text.contains(says), qPrintable(text));
        // What cannot be told to the service is not asked either.
        QCOMPARE(part<QCheckBox>(u"copyAddress"_s)->isVisible(), dialect == VectorDialect::G1);
        QCOMPARE(part<QCheckBox>(u"copyWarnings"_s)->isVisible(), dialect == VectorDialect::G1);
        QVERIFY(part<QCheckBox>(u"copyDropTables"_s)->isVisible());
    }

    void theDialectWithoutOptionsShowsNone()
    {
        open({bakery(VectorDialect::D)}, u"development"_s);
        choose(u"staging"_s);
        QVERIFY(!part<QCheckBox>(u"copyDropTables"_s)->isVisible());
        QVERIFY(!part<QCheckBox>(u"copyAddress"_s)->isVisible());
    }

    void itFilesOneJobWithWhatWasChosen()
    {
        open({bakery(VectorDialect::G1)}, u"development"_s);
        choose(u"staging"_s);
        QTest::keyClicks(part<QLineEdit>(u"copyPhrase"_s), u"lantern-bakery/staging"_s);
        part<QCheckBox>(u"copyDropTables"_s)->click();
        QSignalSpy started(m_sheet.get(), &CopySheet::jobStarted);
        startButton()->click();
        QTRY_COMPARE(started.size(), 1);
        const auto record = m_stage->services().jobs().record(started.first().first().toString());
        QVERIFY(record && record->import && record->import->source);
        QCOMPARE(record->import->source->environment, u"development"_s);
        QCOMPARE(record->environment(), u"staging"_s);
        QCOMPARE(record->import->way, ImportWay::Upload);
        QVERIFY(!record->import->options.dropTables);
        QCOMPARE(record->import->options.searchFor, u"//development.example"_s);
        QCOMPARE(record->import->options.replaceBy, u"//staging.example"_s);
        QCOMPARE(record->import->backup, ImportRequest::Backup::First);
    }

    void enterStartsNothing()
    {
        open({bakery(VectorDialect::D)}, u"development"_s);
        choose(u"staging"_s);
        QTest::keyClicks(part<QLineEdit>(u"copyPhrase"_s), u"lantern-bakery/staging"_s);
        QSignalSpy started(m_sheet.get(), &CopySheet::jobStarted);
        QTest::keyClick(part<QLineEdit>(u"copyPhrase"_s), Qt::Key_Return);
        QTest::keyClick(m_sheet.get(), Qt::Key_Enter);
        QVERIFY(m_sheet->isVisible());
        QVERIFY(m_stage->services().jobs().records().isEmpty());
        QVERIFY(started.isEmpty());
    }

    void whatTheServiceRestoresIsASheetToo()
    {
        m_stage = std::make_unique<Stage>();
        m_stage->connections = {bakery(VectorDialect::G2)};
        m_stage->start();
        JobRecord undone;
        undone.id = u"j1"_s;
        undone.import = ImportRequest{};
        undone.import->connectionId = m_stage->connections.first().id;
        undone.import->environment = u"staging"_s;
        undone.import->database = Database::MySql;
        undone.import->way = ImportWay::Promote;
        undone.backupServerId = u"backup:b1/download:d1"_s;
        undone.createdAt = QDateTime::currentDateTimeUtc();
        m_sheet = std::make_unique<CopySheet>(m_stage->services(), undone, nullptr);
        m_sheet->setAttribute(Qt::WA_DeleteOnClose, false);
        m_sheet->show();
        QVERIFY(!part<QComboBox>(u"copyTarget"_s)->isVisible());
        QVERIFY(part<QLabel>(u"copySteps"_s)->text().contains(u"its own backup"_s));
        QTest::keyClicks(part<QLineEdit>(u"copyPhrase"_s), u"lantern-bakery/staging"_s);
        QSignalSpy started(m_sheet.get(), &CopySheet::jobStarted);
        startButton()->click();
        QTRY_COMPARE(started.size(), 1);
        const auto record = m_stage->services().jobs().record(started.first().first().toString());
        QVERIFY(record && record->import);
        QCOMPARE(record->import->way, ImportWay::Restore);
        QCOMPARE(record->import->restores, undone.backupServerId);
        QCOMPARE(record->import->undoes, u"j1"_s);
    }

    void everythingHasAName()
    {
        open({bakery(VectorDialect::G1)}, u"production"_s);
        choose(u"staging"_s);
        QCOMPARE(unnamedFocusTargets(*m_sheet), QStringList());
    }

    void aProjectOfDxpChoosesItsDatabase()
    {
        open({contoso()}, u"Production"_s);
        QVERIFY(part<QComboBox>(u"copyDatabase"_s)->isVisible());
        QVERIFY(isPossible(u"Integration"_s));
        QVERIFY(!isPossible(u"Preproduction"_s));
        choose(u"Integration"_s);
        Q_EMIT part<QComboBox>(u"copyDatabase"_s)->activated(1);
        QCOMPARE(m_sheet->draft().into.target->database, Database::Commerce);
        QVERIFY(!part<QCheckBox>(u"copyDropTables"_s)->isVisible());
    }
};

QTEST_MAIN(TestCopySheet)
#include "tst_copysheet.moc"
