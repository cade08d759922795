#pragma once

#include <QByteArray>

namespace longshore {

/// Reads any bytes as a package, as far as they go: directory, entries, and the XML parts. Nothing may crash, hang or
/// fill memory. True when all of it was in order.
bool readAsPackage(const QByteArray& bytes);

} // namespace longshore
