#pragma once

#include <QColor>
#include <QPalette>

class QApplication;

namespace longshore {

/// The look where the desktop brings none of its own (plain X11, GNOME without a Qt theme, offscreen). Under a desktop
/// that has a style (Breeze, Windows, macOS) nothing is touched.
enum class Theme { FollowSystem, Light, Dark };
void applyTheme(QApplication& application, Theme theme);

[[nodiscard]] QPalette lightPalette();
[[nodiscard]] QPalette darkPalette();
/// WCAG 2 contrast ratio, 1 to 21.
[[nodiscard]] double contrastRatio(const QColor& a, const QColor& b);
/// `amount` 0: a, 1: b.
[[nodiscard]] QColor blend(const QColor& a, const QColor& b, double amount);
/// Hairlines between things.
[[nodiscard]] QColor lineColour(const QPalette& palette);

} // namespace longshore
