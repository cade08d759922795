#include "ui/common/icons.h"

#include "ui/common/helpwindow.h"

#include <QApplication>
#include <QDir>
#include <QImage>
#include <QRegularExpression>
#include <QTest>
#include <QTextBrowser>

using namespace Qt::StringLiterals;
using namespace longshore;

class TestIcons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySymbolPaintsSomething_data();
    void everySymbolPaintsSomething();
    void symbolsFollowADarkPalette();
    void everyTierHasItsOwnShape();
    void tonesAreReadableInLightAndDark_data();
    void tonesAreReadableInLightAndDark();
    void everyHelpPageOpensAndEveryLinkLeadsSomewhere();
};

namespace {

double luminance(const QColor& colour)
{
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const double x = luminance(a) + 0.05;
    const double y = luminance(b) + 0.05;
    return qMax(x, y) / qMin(x, y);
}

QPalette darkPalette()
{
    QPalette palette;
    palette.setColor(QPalette::Base, QColor(0x1e, 0x1f, 0x22));
    palette.setColor(QPalette::Window, QColor(0x2a, 0x2b, 0x2f));
    palette.setColor(QPalette::Text, QColor(0xe8, 0xe8, 0xe8));
    palette.setColor(QPalette::WindowText, QColor(0xe8, 0xe8, 0xe8));
    return palette;
}

QPalette lightPalette()
{
    QPalette palette;
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::Window, QColor(0xef, 0xf0, 0xf1));
    palette.setColor(QPalette::Text, QColor(0x20, 0x22, 0x24));
    palette.setColor(QPalette::WindowText, QColor(0x20, 0x22, 0x24));
    return palette;
}

QImage shape(const QIcon& icon)
{
    return icon.pixmap(32, 32).toImage().convertToFormat(QImage::Format_Alpha8);
}

} // namespace

void TestIcons::everySymbolPaintsSomething_data()
{
    registerResources();
    QTest::addColumn<QString>("name");
    const QStringList files = QDir(u":/icons"_s).entryList({u"*.svg"_s});
    QVERIFY(files.size() > 30);
    for (const QString& file : files) {
        QTest::addRow("%s", qPrintable(file)) << file.chopped(4);
    }
}

void TestIcons::everySymbolPaintsSomething()
{
    QFETCH(QString, name);
    const QImage image = shape(icon(name));
    QVERIFY(!image.isNull());
    QImage empty = image;
    empty.fill(0);
    QVERIFY(image != empty);
}

void TestIcons::symbolsFollowADarkPalette()
{
    const QIcon folder = icon(u"folder"_s);
    const auto lightest = [&folder] {
        const QImage image = folder.pixmap(64, 64).toImage().convertToFormat(QImage::Format_ARGB32);
        int best = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor colour = image.pixelColor(x, y);
                best = colour.alpha() > 250 ? qMax(best, colour.lightness()) : best;
            }
        }
        return best;
    };
    const QPalette before = QApplication::palette();
    QApplication::setPalette(lightPalette());
    const int onLight = lightest();
    QApplication::setPalette(darkPalette());
    const int onDark = lightest();
    QApplication::setPalette(before);
    QVERIFY2(onLight < 100, qPrintable(QString::number(onLight)));
    QVERIFY2(onDark > 160, qPrintable(QString::number(onDark)));
}

void TestIcons::everyTierHasItsOwnShape()
{
    QList<QImage> shapes;
    for (const Tier tier : {Tier::Development, Tier::Test, Tier::Staging, Tier::Production}) {
        const QImage image = shape(tierIcon(tier));
        QVERIFY(!image.isNull());
        QVERIFY(!shapes.contains(image));
        shapes << image;
    }
}

void TestIcons::tonesAreReadableInLightAndDark_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << lightPalette();
    QTest::newRow("dark") << darkPalette();
}

void TestIcons::tonesAreReadableInLightAndDark()
{
    QFETCH(QPalette, palette);
    for (const Tone tone : {Tone::Plain, Tone::Muted, Tone::Active, Tone::Good, Tone::Caution, Tone::Bad}) {
        for (const QColor& ground : {palette.color(QPalette::Base), palette.color(QPalette::Window)}) {
            const double ratio = contrast(toneColor(tone, palette), ground);
            QVERIFY2(ratio >= 4.5, qPrintable(u"tone %1: %2"_s.arg(int(tone)).arg(ratio)));
        }
        QVERIFY(contrast(toneColor(tone, palette), toneTint(tone, palette)) >= 4.5);
        QVERIFY(contrast(palette.color(QPalette::Text), toneTint(tone, palette)) >= 7);
    }
}

void TestIcons::everyHelpPageOpensAndEveryLinkLeadsSomewhere()
{
    static const QRegularExpression link(u"href=\"([^\"]+)\""_s);
    HelpWindow help;
    for (const QString& page : HelpWindow::pages()) {
        help.showPage(page);
        QVERIFY2(help.findChild<QTextBrowser*>()->toPlainText().size() > 200, qPrintable(page));
        QFile file(u":/help/%1.html"_s.arg(page));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        for (auto it = link.globalMatch(text); it.hasNext();) {
            const QString target = it.next().captured(1);
            QVERIFY2(QFile::exists(u":/help/"_s + target), qPrintable(target));
        }
    }
}

QTEST_MAIN(TestIcons)
#include "tst_icons.moc"
