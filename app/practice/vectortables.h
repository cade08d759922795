#pragma once

#include <QByteArray>

namespace longshore::practice {

/// The columns and keys of a table of WordPress or WooCommerce, as they stand in its CREATE TABLE.
[[nodiscard]] QByteArray vectorTable(const QByteArray& name);

} // namespace longshore::practice
