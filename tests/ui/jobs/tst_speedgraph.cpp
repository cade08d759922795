#include "ui/jobs/speedgraph.h"

#include "ui/common/theme.h"
#include "ui/jobs/transfertrend.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace longshore;

class TestSpeedGraph : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneValueIsNoGraph();
    void theNewestIsAtTheEnd();
    void theNewestIsAtTheStartWhereTextRunsTheOtherWay();
    void theHighestTouchesTheTopAndNothingLeavesTheFrame();
    void nothingMovedIsALineAtTheBottom();
    void itIsSharpOnADenseScreen();
    void theLineIsSeenOnLightAndDark_data();
    void theLineIsSeenOnLightAndDark();
    void itSaysTheSameInWords();
};

namespace {

QImage drawn(const QList<double>& speeds, Qt::LayoutDirection direction = Qt::LeftToRight, double density = 1)
{
    QImage image(QSize(240, 40) * density, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(density);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintSpeeds(painter, QRectF(20, 10, 200, 20), speeds, Qt::black, QColor(200, 200, 200), direction);
    return image;
}

QRect inked(const QImage& image, const QColor& ground = Qt::white)
{
    QRect all;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) != ground) {
                all |= QRect(x, y, 1, 1);
            }
        }
    }
    return all;
}

} // namespace

void TestSpeedGraph::oneValueIsNoGraph()
{
    QVERIFY(inked(drawn({})).isNull());
    QVERIFY(inked(drawn({5})).isNull());
    QVERIFY(speedsText({5}).isEmpty());
}

void TestSpeedGraph::theNewestIsAtTheEnd()
{
    const QRect ink = inked(drawn(QList<double>(15, 5)));
    QVERIFY(ink.right() >= 218);
    QVERIFY2(ink.left() > 110 && ink.left() < 130, qPrintable(QString::number(ink.left()))); // half of half a minute
    QVERIFY(inked(drawn(QList<double>(120, 5))).left() <= 21);
}

void TestSpeedGraph::theNewestIsAtTheStartWhereTextRunsTheOtherWay()
{
    const QRect ink = inked(drawn(QList<double>(15, 5), Qt::RightToLeft));
    QVERIFY(ink.left() <= 21);
    QVERIFY(ink.right() < 130);
}

void TestSpeedGraph::theHighestTouchesTheTopAndNothingLeavesTheFrame()
{
    QList<double> speeds;
    for (int i = 0; i < SpeedTrace::Longest; ++i) {
        speeds << (i % 7) * 1e9;
    }
    const QRect ink = inked(drawn(speeds));
    QVERIFY(QRect(18, 9, 204, 22).contains(ink));
    QVERIFY(ink.top() <= 11);
}

void TestSpeedGraph::nothingMovedIsALineAtTheBottom()
{
    const QRect ink = inked(drawn(QList<double>(120, 0)));
    QVERIFY(ink.top() >= 27);
    QVERIFY(ink.height() <= 4);
}

void TestSpeedGraph::itIsSharpOnADenseScreen()
{
    const QRect ink = inked(drawn(QList<double>(120, 5), Qt::LeftToRight, 2));
    QVERIFY(ink.width() >= 398);
    QVERIFY(ink.height() >= 38);
}

void TestSpeedGraph::theLineIsSeenOnLightAndDark_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestSpeedGraph::theLineIsSeenOnLightAndDark()
{
    QFETCH(const bool, dark);
    SpeedGraph graph;
    graph.setPalette(dark ? darkPalette() : lightPalette());
    graph.setAutoFillBackground(true);
    graph.resize(240, graph.sizeHint().height());
    graph.showSpeeds(QList<double>(120, 5e6));
    const QImage image = graph.grab().toImage();
    const QColor ground = graph.palette().color(QPalette::Window);
    double best = 1;
    for (int y = 0; y < image.height(); ++y) {
        best = std::max(best, contrastRatio(image.pixelColor(image.width() - 10, y), ground));
    }
    QVERIFY2(best >= 3, qPrintable(QString::number(best)));
}

void TestSpeedGraph::itSaysTheSameInWords()
{
    SpeedGraph graph;
    graph.showSpeeds({12e6, 80e6, 71e6});
    QVERIFY(!graph.accessibleName().isEmpty());
    const QString words = graph.accessibleDescription();
    QVERIFY2(words.contains(u"71.0 MB/s now"_s) && words.contains(u"between 12.0 MB/s and 80.0 MB/s"_s),
             qPrintable(words));
}

QTEST_MAIN(TestSpeedGraph)
#include "tst_speedgraph.moc"
