#pragma once

#include <QByteArrayView>
#include <QString>

namespace longshore {

/// What a file most likely is that is neither a package nor a dump: "is a web page (HTML)". Empty when nothing speaks
/// for any of them. `start`: its first bytes, some hundred.
[[nodiscard]] QString otherFormat(QByteArrayView start);

} // namespace longshore
