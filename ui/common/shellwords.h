#pragma once

#include <QString>

namespace longshore {

/// As one word for a POSIX shell: in quotes where it needs them.
[[nodiscard]] QString shellQuoted(const QString& word);

} // namespace longshore
