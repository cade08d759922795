#include "app/credentials/credentialstore.h"
#include "app/practice/practiceserver.h"
#include "app/settings/connections.h"
#include "tests/support/await.h"
#include "tests/ui/fakeprompts.h"
#include "tests/ui/stage.h"
#include "ui/connections/connectassistant.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace longshore;
using namespace Qt::StringLiterals;

/// The Connect assistant for sites of a Vector Pro account.
class TestConnectVector final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto server = PracticeServer::start({.vectorDialect = VectorDialect::G1, .vectorStore = VectorStore::Embedded});
        QVERIFY(server);
        m_server = std::move(*server);
        m_access = m_server->access().vector;
    }
    void init()
    {
        m_stage = std::make_unique<Stage>();
        m_stage->start();
        m_assistant = new ConnectAssistant(m_stage->services(), m_prompts, nullptr);
        m_assistant->show();
    }
    void cleanup()
    {
        delete m_assistant;
        m_stage.reset();
    }

    void everyTickedSiteBecomesAConnection()
    {
        toAccountPage(m_access.token.reveal());
        QTest::mouseClick(find<QPushButton>(u"testToken"_s), Qt::LeftButton);
        auto* sites = find<QListWidget>(u"sites"_s);
        QTRY_COMPARE_WITH_TIMEOUT(sites->count(), 2, 20'000);
        QVERIFY(sites->isVisible());
        QVERIFY(!m_assistant->forwardButton()->isEnabled()); // none is ticked
        sites->item(0)->setCheckState(Qt::Checked);
        sites->item(1)->setCheckState(Qt::Checked);
        QVERIFY(m_assistant->forwardButton()->isEnabled());
        forward();
        QCOMPARE(m_assistant->currentPage(), 2);
        QVERIFY(!find<QWidget>(u"addName"_s)->isVisible());

        QSignalSpy connected(m_assistant, &ConnectAssistant::connected);
        QTRY_VERIFY_WITH_TIMEOUT(m_assistant->forwardButton()->isEnabled(), 20'000);
        forward();
        QTRY_COMPARE_WITH_TIMEOUT(connected.count(), 1, 20'000);
        const QList<Connection> all = m_stage->services().connections().all();
        QCOMPARE(all.size(), 2);
        for (const Connection& site : all) {
            QCOMPARE(site.platform, Platform::VectorPro);
            QCOMPARE(site.dialect, VectorDialect::G1);
            QCOMPARE(site.environments.size(), 3);
            const auto token = awaitResult(m_stage->services().credentials().read(site.id, this));
            QVERIFY(token);
            QCOMPARE(token->reveal(), m_access.token.reveal());
        }
    }

    void aWrongTokenIsNamedAndNothingIsSaved()
    {
        toAccountPage("1|nobody");
        forward();
        QTRY_VERIFY_WITH_TIMEOUT(!complaint().isEmpty(), 20'000);
        QCOMPARE(m_assistant->currentPage(), 1);
        QVERIFY(m_stage->services().connections().all().isEmpty());
    }

    void aTokenWithABlankIsNotSent()
    {
        toAccountPage("1|no body");
        forward();
        QVERIFY(!complaint().isEmpty());
        QCOMPARE(m_assistant->currentPage(), 1);
    }

    void thePagesSpeakToAScreenReader()
    {
        toAccountPage("x");
        QCOMPARE(unnamedFocusTargets(*m_assistant), QStringList());
    }

private:
    template <class Widget>
    Widget* find(const QString& name) const
    {
        return m_assistant->findChild<Widget*>(name);
    }
    void forward() const { QTest::mouseClick(m_assistant->forwardButton(), Qt::LeftButton); }
    void type(const QString& field, const QString& text) const
    {
        auto* edit = find<QLineEdit>(field);
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
    void toAccountPage(const QByteArray& token) const
    {
        find<QRadioButton>(u"vector"_s)->click();
        forward();
        QCOMPARE(m_assistant->currentPage(), 1);
        type(u"token"_s, QString::fromLatin1(token));
        type(u"address"_s, m_access.baseUrl.toString());
    }
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

    std::unique_ptr<PracticeServer> m_server;
    VectorAccess m_access;
    std::unique_ptr<Stage> m_stage;
    FakePrompts m_prompts;
    QPointer<ConnectAssistant> m_assistant;
};

QTEST_MAIN(TestConnectVector)
#include "tst_connectvector.moc"
