#pragma once

#include "ui/imports/droplogic.h"

namespace longshore {

/// Looks at the disk; a share may take seconds to answer. Blocks; for BackgroundTask.
[[nodiscard]] QList<DroppedThing> lookAt(QList<DroppedThing> things);

} // namespace longshore
