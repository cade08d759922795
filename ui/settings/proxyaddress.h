#pragma once

#include <QString>
#include <QUrl>
#include <optional>

namespace longshore {

/// `http://host:port` from what a person typed; the scheme may be left out. Empty when it is not one.
[[nodiscard]] std::optional<QUrl> proxyFromText(const QString& typed);

} // namespace longshore
