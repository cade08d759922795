#include "ui/common/theme.h"

#include "ui/common/longshorestyle.h"
#include "ui/common/tones.h"

#include <QApplication>
#include <QGuiApplication>
#include <QStyle>
#include <QStyleHints>
#include <cmath>

namespace longshore {

namespace {

struct Shades
{
    QRgb window, base, alternate, text, quiet, button, line, highlight, link;
};
constexpr Shades Light{0xf3f5f8, 0xffffff, 0xf7f9fb, 0x1b2330, 0x5d6878, 0xffffff, 0xd3d9e2, 0x1c5fb8, 0x1a58ad};
constexpr Shades Dark{0x171b21, 0x1f252d, 0x242b34, 0xe7ebf1, 0x9aa6b6, 0x2a323c, 0x3a4451, 0x2f6fc4, 0x7db4ff};

QPalette paletteFrom(const Shades& shades)
{
    const QColor window(shades.window);
    const QColor text(shades.text);
    QPalette palette(QColor(shades.button), window);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, QColor(shades.base));
    palette.setColor(QPalette::AlternateBase, QColor(shades.alternate));
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, Qt::white);
    palette.setColor(QPalette::PlaceholderText, QColor(shades.quiet));
    palette.setColor(QPalette::Highlight, QColor(shades.highlight));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, QColor(shades.link));
    palette.setColor(QPalette::LinkVisited, QColor(shades.link));
    palette.setColor(QPalette::ToolTipBase, text);
    palette.setColor(QPalette::ToolTipText, QColor(shades.base));
    palette.setColor(QPalette::Mid, QColor(shades.line));
    palette.setColor(QPalette::Dark, blend(QColor(shades.line), text, 0.3));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, blend(text, window, 0.55));
    }
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(shades.line));
    return palette;
}

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

bool systemIsDark()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
#else
    return isDark(QGuiApplication::palette());
#endif
}

} // namespace

QPalette lightPalette()
{
    return paletteFrom(Light);
}

QPalette darkPalette()
{
    return paletteFrom(Dark);
}

double contrastRatio(const QColor& a, const QColor& b)
{
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

QColor blend(const QColor& a, const QColor& b, double amount)
{
    const auto mix = [amount](float from, float to) { return static_cast<float>(from * (1 - amount) + to * amount); };
    return QColor::fromRgbF(mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()), mix(a.blueF(), b.blueF()));
}

QColor lineColour(const QPalette& palette)
{
    return blend(palette.color(QPalette::Window), palette.color(QPalette::WindowText), isDark(palette) ? 0.2 : 0.14);
}

void applyTheme(QApplication& application, Theme theme)
{
    const bool ownStyle = application.style()->name() == u"fusion";
    if (!ownStyle && theme == Theme::FollowSystem) {
        return;
    }
    const bool dark = theme == Theme::Dark || (theme == Theme::FollowSystem && systemIsDark());
    QApplication::setStyle(new LongshoreStyle);
    QApplication::setPalette(dark ? darkPalette() : lightPalette());
}

} // namespace longshore
