#pragma once

#include "app/core/backgroundtask.h"

#include <QString>

namespace longshore::practice {

/// One invented WordPress + WooCommerce database. The same values give the same bytes.
struct VectorSeed
{
    QString database; ///< its name; decides with the seed what is in it
    QString domain; ///< of the site, in siteurl, posts and serialized data
    quint32 seed = 1;
    qint64 sizeMb = 0; ///< decimal MB the dump is about as large as; 0: as small as its rows
};

/// Writes the database as a dump in the form of mysqldump. Blocking; a few MB of memory. Errors: FileAccess, DiskFull,
/// Cancelled.
[[nodiscard]] Result<void> writeVectorSeed(const QString& path, const VectorSeed& what, const CancelFlag& cancel);

/// What PHP's serialize() makes of a text.
[[nodiscard]] QByteArray phpText(const QByteArray& text);
/// Of an array; the pairs are serialized already.
[[nodiscard]] QByteArray phpArray(const QList<std::pair<QByteArray, QByteArray>>& members);
[[nodiscard]] QByteArray phpNumber(qint64 number);

} // namespace longshore::practice
