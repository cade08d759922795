#include "ui/common/tones.h"

#include <QPalette>

namespace longshore {

namespace {

QColor mixed(const QColor& a, const QColor& b, double partOfA)
{
    const auto part = [partOfA](int x, int y) { return qRound(x * partOfA + y * (1 - partOfA)); };
    return QColor(part(a.red(), b.red()), part(a.green(), b.green()), part(a.blue(), b.blue()));
}

} // namespace

bool isDark(const QPalette& palette)
{
    return palette.color(QPalette::Base).lightness() < palette.color(QPalette::Text).lightness();
}

QColor toneColor(Tone tone, const QPalette& palette)
{
    const bool dark = isDark(palette);
    switch (tone) {
    case Tone::Plain:
        break;
    case Tone::Muted:
        return mixed(palette.color(QPalette::Text), palette.color(QPalette::Base), 0.68);
    case Tone::Active:
        return dark ? QColor(0x6c, 0xb6, 0xff) : QColor(0x0b, 0x5e, 0x9c);
    case Tone::Good:
        return dark ? QColor(0x57, 0xc9, 0x72) : QColor(0x17, 0x70, 0x31);
    case Tone::Caution:
        return dark ? QColor(0xe8, 0xb4, 0x4c) : QColor(0x8a, 0x53, 0x00);
    case Tone::Bad:
        return dark ? QColor(0xff, 0x8a, 0x80) : QColor(0xb3, 0x26, 0x1e);
    }
    return palette.color(QPalette::Text);
}

QColor toneTint(Tone tone, const QPalette& palette)
{
    return mixed(toneColor(tone, palette), palette.color(QPalette::Base), isDark(palette) ? 0.22 : 0.10);
}

Tone tierTone(Tier tier)
{
    switch (tier) {
    case Tier::Development:
        return Tone::Good;
    case Tier::Test:
        return Tone::Active;
    case Tier::Staging:
        return Tone::Caution;
    case Tier::Production:
        break;
    }
    return Tone::Bad;
}

} // namespace longshore
