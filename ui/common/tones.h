#pragma once

#include "app/domain/tier.h"

#include <QColor>

class QPalette;

namespace longshore {

/// What a colour says. Never alone: a word or a shape says the same.
enum class Tone { Plain, Muted, Active, Good, Caution, Bad };

[[nodiscard]] bool isDark(const QPalette& palette);
/// For text and lines on the palette's window and base colours; at least 4.5 : 1 there, except Muted in high contrast.
[[nodiscard]] QColor toneColor(Tone tone, const QPalette& palette);
/// A quiet background of that tone, on which palette text stays readable.
[[nodiscard]] QColor toneTint(Tone tone, const QPalette& palette);
[[nodiscard]] Tone tierTone(Tier tier);

} // namespace longshore
