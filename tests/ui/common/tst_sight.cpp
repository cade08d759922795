#include "ui/common/sight.h"

#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>

using namespace longshore;

class TestSight : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWidgetIsSeenWhileItIsShown()
    {
        QWidget widget;
        const Sight sight(&widget);
        QSignalSpy changed(&sight, &Sight::changed);
        QVERIFY(!sight.isSeen());
        widget.show();
        QVERIFY(sight.isSeen());
        widget.hide();
        QVERIFY(!sight.isSeen());
        QCOMPARE(changed.count(), 2);
    }

    void notWhileItsWindowIsMinimised()
    {
        QWidget window;
        auto* page = new QWidget(&window);
        auto* sight = new Sight(page);
        window.show();
        QVERIFY(sight->isSeen());
        window.showMinimized();
        QTRY_VERIFY_WITH_TIMEOUT(!sight->isSeen(), 20'000);
        window.showNormal();
        QTRY_VERIFY_WITH_TIMEOUT(sight->isSeen(), 20'000);
    }

    void notBehindAnotherPage()
    {
        QTabWidget tabs;
        auto* first = new QWidget;
        auto* second = new QWidget;
        tabs.addTab(first, QStringLiteral("1"));
        tabs.addTab(second, QStringLiteral("2"));
        auto* sight = new Sight(first);
        tabs.show();
        QVERIFY(sight->isSeen());
        tabs.setCurrentIndex(1);
        QVERIFY(!sight->isSeen());
        tabs.setCurrentIndex(0);
        QVERIFY(sight->isSeen());
    }

    void aWidgetShownBeforeIsSeenAtOnce()
    {
        QWidget widget;
        widget.show();
        const Sight sight(&widget);
        QVERIFY(sight.isSeen());
    }
};

QTEST_MAIN(TestSight)
#include "tst_sight.moc"
