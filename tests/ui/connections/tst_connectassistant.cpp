#include "app/credentials/credentialstore.h"
#include "app/services.h"
#include "app/settings/connections.h"
#include "app/settings/settings.h"
#include "tests/support/await.h"
#include "tests/ui/fakeprompts.h"
#include "tests/ui/stage.h"
#include "ui/connections/connectassistant.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace longshore;
using namespace Qt::StringLiterals;

class TestConnectAssistant final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void testsRightsBeforeItSavesAnything();
    void enterTestsAndGoesOn();
    void namesAWrongSecretAndStaysThere();
    void saysWhatIsWrongWithASecretBeforeAnythingIsSent();
    void pasteAllFillsTheFields();
    void raisedTierAndAddedEnvironmentAreKept();
    void practiceIsAnotherWindow();
    void editingKeepsTheStoredSecret();

private:
    template <class Widget>
    Widget* find(const QString& name) const
    {
        return m_assistant->findChild<Widget*>(name);
    }
    void type(const QString& field, const QString& text) const
    {
        auto* edit = find<QLineEdit>(field);
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
    void fill(const QString& name, const QString& secret) const;
    /// What the page shown says about a failure; empty when it says nothing.
    [[nodiscard]] QString complaint() const
    {
        const QList<QLabel*> headlines = m_assistant->findChildren<QLabel*>(u"noticeHeadline"_s);
        for (const QLabel* headline : headlines) {
            if (headline->isVisible()) {
                return headline->text();
            }
        }
        return {};
    }
    void forward() const { QTest::mouseClick(m_assistant->forwardButton(), Qt::LeftButton); }

    QTemporaryDir m_home;
    FakePrompts m_prompts;
    std::unique_ptr<Services> m_services;
    QPointer<ConnectAssistant> m_assistant;
    Connection m_practice;
    QString m_secret;
};

void TestConnectAssistant::initTestCase()
{
    ServicesOptions options;
    options.home = m_home.path();
    options.practice = true;
    options.useKeychain = false;
    m_services = std::make_unique<Services>(options);
    QSignalSpy ready(m_services.get(), &Services::ready);
    m_services->start();
    QTRY_VERIFY_WITH_TIMEOUT(ready.count() > 0, 40'000);
    m_practice = m_services->connections().find(u"practice"_s).value();
    const auto secret = awaitResult(m_services->credentials().read(u"practice"_s, this));
    QVERIFY(secret);
    m_secret = QString::fromLatin1(secret->reveal());
}

void TestConnectAssistant::init()
{
    m_assistant = new ConnectAssistant(*m_services, m_prompts, nullptr);
    m_assistant->show();
}

void TestConnectAssistant::cleanup()
{
    delete m_assistant;
}

void TestConnectAssistant::fill(const QString& name, const QString& secret) const
{
    forward();
    type(u"name"_s, name);
    type(u"projectId"_s, m_practice.projectId);
    type(u"clientKey"_s, m_practice.clientKey);
    type(u"secret"_s, secret);
    type(u"baseUrl"_s, m_practice.baseUrl.toString());
}

void TestConnectAssistant::testsRightsBeforeItSavesAnything()
{
    fill(u"Contoso"_s, m_secret);
    QTest::mouseClick(find<QPushButton>(u"test"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(find<QWidget>(u"rights"_s)->isVisible(), 20'000);
    QVERIFY(!m_services->connections().findByName(u"Contoso"_s));
    QCOMPARE(m_assistant->currentPage(), 1);

    forward();
    QCOMPARE(m_assistant->currentPage(), 2);
    QTRY_VERIFY_WITH_TIMEOUT(m_assistant->forwardButton()->isEnabled(), 30000);
    QSignalSpy connected(m_assistant.data(), &ConnectAssistant::connected);
    forward();
    QTRY_COMPARE_WITH_TIMEOUT(connected.count(), 1, 30000);
    const auto saved = m_services->connections().findByName(u"Contoso"_s);
    QVERIFY(saved.has_value());
    QCOMPARE(saved->id, connected.first().first().toString());
    QCOMPARE(saved->environment(u"Production"_s)->access, Access::Allowed);
    QVERIFY(!saved->environment(u"ADE6"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_assistant.isNull(), 30000);
}

void TestConnectAssistant::enterTestsAndGoesOn()
{
    fill(u"Enter"_s, m_secret);
    QTest::keyClick(find<QLineEdit>(u"secret"_s), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_assistant->currentPage(), 2, 20'000);
}

void TestConnectAssistant::namesAWrongSecretAndStaysThere()
{
    QByteArray other = QByteArray::fromBase64(m_secret.toLatin1());
    other[0] = static_cast<char>(other.at(0) ^ 1);
    fill(u"Wrong"_s, QString::fromLatin1(other.toBase64()));
    forward();
    QTRY_VERIFY_WITH_TIMEOUT(!complaint().isEmpty(), 20'000);
    QCOMPARE(m_assistant->currentPage(), 1);
    QVERIFY(!find<QWidget>(u"rights"_s)->isVisible());
    QVERIFY(!m_services->connections().findByName(u"Wrong"_s));
}

void TestConnectAssistant::saysWhatIsWrongWithASecretBeforeAnythingIsSent()
{
    fill(u"Blank"_s, u"AAEC AwQF"_s);
    forward();
    QVERIFY2(complaint().contains(u"blank"_s), qPrintable(complaint()));
    QCOMPARE(m_assistant->currentPage(), 1);
}

void TestConnectAssistant::pasteAllFillsTheFields()
{
    forward();
    QGuiApplication::clipboard()->setText(
        u"Project: %1\nKey: %2\nSecret: %3"_s.arg(m_practice.projectId, m_practice.clientKey, m_secret));
    QTest::mouseClick(find<QPushButton>(u"pasteAll"_s), Qt::LeftButton);
    QCOMPARE(find<QLineEdit>(u"projectId"_s)->text(), m_practice.projectId);
    QCOMPARE(find<QLineEdit>(u"clientKey"_s)->text(), m_practice.clientKey);
    QCOMPARE(find<QLineEdit>(u"secret"_s)->text(), m_secret);
    QCOMPARE(find<QLineEdit>(u"secret"_s)->echoMode(), QLineEdit::Password);
    QGuiApplication::clipboard()->setText(u"nothing of use"_s);
    QTest::mouseClick(find<QPushButton>(u"pasteAll"_s), Qt::LeftButton);
    QVERIFY(!complaint().isEmpty());
    QCOMPARE(find<QLineEdit>(u"secret"_s)->text(), m_secret);
}

void TestConnectAssistant::raisedTierAndAddedEnvironmentAreKept()
{
    fill(u"Tiers"_s, m_secret);
    forward();
    QTRY_COMPARE_WITH_TIMEOUT(m_assistant->currentPage(), 2, 20'000);
    auto* integration = find<QComboBox>(u"tier_Integration"_s);
    integration->setCurrentIndex(integration->findData(static_cast<int>(Tier::Staging)));
    QCOMPARE(find<QComboBox>(u"tier_Production"_s)->count(), 1);
    type(u"addName"_s, u"ADE9"_s);
    QTest::mouseClick(find<QPushButton>(u"add"_s), Qt::LeftButton);
    QVERIFY(find<QComboBox>(u"tier_ADE9"_s) != nullptr);
    type(u"folder"_s, m_home.filePath(u"Files"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_assistant->forwardButton()->isEnabled(), 30000);
    QSignalSpy connected(m_assistant.data(), &ConnectAssistant::connected);
    forward();
    QTRY_COMPARE_WITH_TIMEOUT(connected.count(), 1, 30000);
    const auto saved = m_services->connections().findByName(u"Tiers"_s);
    QCOMPARE(saved->environment(u"Integration"_s)->tier, Tier::Staging);
    QVERIFY(saved->environment(u"ADE9"_s)->addedByHand);
    QCOMPARE(m_services->settings().value().libraryFolder, m_home.filePath(u"Files"_s));
}

void TestConnectAssistant::practiceIsAnotherWindow()
{
    QSignalSpy practice(m_assistant.data(), &ConnectAssistant::practiceRequested);
    find<QRadioButton>(u"practice"_s)->setChecked(true);
    forward();
    QCOMPARE(practice.count(), 1);
}

void TestConnectAssistant::editingKeepsTheStoredSecret()
{
    delete m_assistant;
    m_assistant = new ConnectAssistant(*m_services, m_prompts, m_practice, nullptr);
    m_assistant->show();
    QCOMPARE(m_assistant->currentPage(), 1);
    QVERIFY(!m_assistant->backButton()->isEnabled());
    QVERIFY(find<QLineEdit>(u"secret"_s)->text().isEmpty());
    forward();
    QTRY_COMPARE_WITH_TIMEOUT(m_assistant->currentPage(), 2, 20'000);
}

QTEST_MAIN(TestConnectAssistant)
#include "tst_connectassistant.moc"
