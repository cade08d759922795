#pragma once

#include "ui/common/tones.h"

#include <QIcon>

namespace longshore {

/// One of our own symbols below resources/icons, drawn in the colours of the palette it is painted with, so that it
/// follows a change between light and dark. "app" is the application's icon. An empty icon for an unknown name.
/// Symbols that mean something have their tone: check, verify, warning, error and the tiers.
[[nodiscard]] QIcon icon(const QString& name);
[[nodiscard]] QIcon icon(const QString& name, Tone tone);
[[nodiscard]] QIcon tierIcon(Tier tier);

/// Makes `:/icons` and `:/help` readable; icon() does it by itself.
void registerResources();

} // namespace longshore
