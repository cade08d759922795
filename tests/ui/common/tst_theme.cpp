#include "app/domain/tier.h"
#include "ui/common/theme.h"
#include "ui/common/tierbadge.h"
#include "ui/common/tones.h"

#include <QTest>

using namespace longshore;
using namespace Qt::StringLiterals;

class TestTheme final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textKeepsItsContrast_data();
    void textKeepsItsContrast();
    void contrastIsThatOfTheGuideline();
    void badgeSaysItsTierInWords();
};

void TestTheme::textKeepsItsContrast_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestTheme::textKeepsItsContrast()
{
    QFETCH(bool, dark);
    const QPalette palette = dark ? darkPalette() : lightPalette();
    QCOMPARE(isDark(palette), dark);
    constexpr double enough = 4.5;
    for (const auto ground : {QPalette::Window, QPalette::Base, QPalette::AlternateBase}) {
        const QColor back = palette.color(ground);
        QVERIFY(contrastRatio(palette.color(QPalette::Text), back) >= enough);
        QVERIFY(contrastRatio(palette.color(QPalette::PlaceholderText), back) >= enough);
        QVERIFY(contrastRatio(palette.color(QPalette::Link), back) >= enough);
        for (const Tone tone : {Tone::Muted, Tone::Active, Tone::Good, Tone::Caution, Tone::Bad}) {
            QVERIFY2(contrastRatio(toneColor(tone, palette), back) >= enough, qPrintable(back.name()));
        }
    }
    QVERIFY(contrastRatio(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= enough);
    for (const Tier tier : {Tier::Development, Tier::Test, Tier::Staging, Tier::Production}) {
        const Tone tone = tierTone(tier);
        const double ratio = contrastRatio(toneColor(tone, palette), toneTint(tone, palette));
        QVERIFY2(ratio >= enough, qPrintable(tierName(tier) + u' ' + QString::number(ratio)));
    }
}

void TestTheme::contrastIsThatOfTheGuideline()
{
    QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
    QVERIFY(qAbs(contrastRatio(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
}

void TestTheme::badgeSaysItsTierInWords()
{
    TierBadge badge(Tier::Staging);
    QVERIFY(badge.accessibleName().contains(u"Staging"_s));
    const QSize before = badge.sizeHint();
    badge.setTier(Tier::Production);
    QVERIFY(badge.accessibleName().contains(u"Production"_s));
    QVERIFY(badge.sizeHint().width() > before.width());
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
