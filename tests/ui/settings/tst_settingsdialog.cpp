#include "app/settings/settings.h"
#include "app/transfers/transfercontext.h"
#include "tests/ui/fakeprompts.h"
#include "tests/ui/stage.h"
#include "ui/settings/settingsdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

using namespace longshore;
using namespace Qt::StringLiterals;

class TestSettingsDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void changesApplyAtOnce();
    void aProxyThatIsNoneIsNotTaken();
    void aFileWithoutCertificatesIsNotTaken();
    void chosenFolderIsTaken();
    void everythingHasAName();

private:
    template <class Widget>
    Widget* find(const QString& name) const
    {
        return m_dialog->findChild<Widget*>(name);
    }
    [[nodiscard]] const Settings& settings() { return m_stage->services().settings().value(); }
    void enter(const QString& field, const QString& text) const
    {
        auto* edit = find<QLineEdit>(field);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
        Q_EMIT edit->editingFinished();
    }

    std::unique_ptr<Stage> m_stage;
    FakePrompts m_prompts;
    QPointer<SettingsDialog> m_dialog;
};

void TestSettingsDialog::init()
{
    m_stage = std::make_unique<Stage>();
    m_stage->start();
    m_dialog = new SettingsDialog(m_stage->services().settings(), m_prompts, nullptr);
    m_dialog->show();
}

void TestSettingsDialog::cleanup()
{
    delete m_dialog;
    m_stage.reset();
}

void TestSettingsDialog::changesApplyAtOnce()
{
    find<QCheckBox>(u"limited"_s)->click();
    find<QDoubleSpinBox>(u"limit"_s)->setValue(2.5);
    Q_EMIT find<QDoubleSpinBox>(u"limit"_s)->editingFinished();
    QCOMPARE(settings().bytesPerSecondLimit, 2'500'000);
    const TransferContext& transfers = m_stage->services().transfers(); // what running transfers share
    QCOMPARE(transfers.limit->limit(), 2'500'000);
    find<QCheckBox>(u"limited"_s)->click();
    QCOMPARE(settings().bytesPerSecondLimit, 0);
    find<QSpinBox>(u"streams"_s)->setValue(24);
    Q_EMIT find<QSpinBox>(u"streams"_s)->editingFinished();
    QCOMPARE(settings().streams, 24);
    QCOMPARE(transfers.budget->streams(), 24);
    QCOMPARE(find<QSpinBox>(u"streams"_s)->maximum(), 32);
    find<QCheckBox>(u"quitAsks"_s)->click();
    QVERIFY(!settings().quitAsks);
}

void TestSettingsDialog::aProxyThatIsNoneIsNotTaken()
{
    auto* mode = find<QComboBox>(u"proxyMode"_s);
    mode->setCurrentIndex(2);
    Q_EMIT mode->activated(2);
    QVERIFY(find<QLineEdit>(u"proxyAddress"_s)->isEnabled());
    QCOMPARE(settings().proxyMode, Settings::ProxyMode::System);
    enter(u"proxyAddress"_s, u"proxy.example"_s);
    QVERIFY(find<QLabel>(u"noticeHeadline"_s)->isVisible());
    QCOMPARE(settings().proxyMode, Settings::ProxyMode::System);
    enter(u"proxyAddress"_s, u"proxy.example:3128"_s);
    QCOMPARE(settings().proxyMode, Settings::ProxyMode::Manual);
    QCOMPARE(settings().manualProxy, QUrl(u"http://proxy.example:3128"_s));
    QVERIFY(!find<QLabel>(u"noticeHeadline"_s)->isVisible());
}

void TestSettingsDialog::aFileWithoutCertificatesIsNotTaken()
{
    const QString path = m_stage->folder() + u"/extra.pem"_s;
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("hello");
    file.close();
    enter(u"caFile"_s, path);
    QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>(u"noticeHeadline"_s)->isVisible(), 30000);
    QVERIFY(settings().caFile.isEmpty());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("-----BEGIN CERTIFICATE-----\n");
    file.close();
    enter(u"caFile"_s, path);
    QTRY_COMPARE_WITH_TIMEOUT(settings().caFile, path, 30000);
}

void TestSettingsDialog::chosenFolderIsTaken()
{
    m_prompts.text = m_stage->folder() + u"/Elsewhere"_s;
    QTest::mouseClick(find<QPushButton>(u"chooseFolder"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(settings().libraryFolder, m_prompts.text, 30000);
    enter(u"folder"_s, u"relative/path"_s);
    QVERIFY(find<QLabel>(u"noticeHeadline"_s)->isVisible());
    QCOMPARE(settings().libraryFolder, m_prompts.text);
}

void TestSettingsDialog::everythingHasAName()
{
    QCOMPARE(unnamedFocusTargets(*m_dialog).join(u", "), QString());
}

QTEST_MAIN(TestSettingsDialog)
#include "tst_settingsdialog.moc"
