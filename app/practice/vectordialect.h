#pragma once

#include "app/domain/vectordialect.h"

#include <QByteArray>
#include <QDateTime>

namespace longshore {
namespace practice {

enum class VectorKind { Export, Import, Promote, Backup, Download, Restore };

/// A fresh id of a record in the dialect's style: `exp_k3m9qz`, or an ULID in capital or small letters.
[[nodiscard]] QString newVectorId(VectorDialect dialect, VectorKind kind, const QDateTime& now);
/// The id of a site or environment: a number, or an ULID that follows from the seed.
[[nodiscard]] QString vectorPlaceId(VectorDialect dialect, quint32 seed, const QByteArray& place, int number);
/// "2026-01-24T12:00:00Z" (D) or "2026-01-24T12:00:00+00:00".
[[nodiscard]] QString vectorTime(VectorDialect dialect, const QDateTime& time);

} // namespace practice
} // namespace longshore
