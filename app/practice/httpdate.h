#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace longshore::practice {

/// "Fri, 20 Nov 2026 18:26:38 GMT"
[[nodiscard]] QByteArray httpDate(const QDateTime& time);
/// Invalid when it is none.
[[nodiscard]] QDateTime fromHttpDate(const QByteArray& text);

} // namespace longshore::practice
