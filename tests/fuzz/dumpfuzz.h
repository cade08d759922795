#pragma once

#include <QByteArray>

namespace longshore {

/// Reads any bytes as a dump, as a whole and in two blocks, which must give the same. True when statements were found.
bool scanAsDump(const QByteArray& bytes);
/// Reads any bytes as a packed dump, as far as they go. True when they could be unpacked to the end.
bool unpackAsDump(const QByteArray& bytes);

} // namespace longshore
