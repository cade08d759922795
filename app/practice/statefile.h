#pragma once

#include "app/core/result.h"

#include <QJsonDocument>
#include <QString>

namespace longshore::practice {

/// An empty document when the file is not there. Errors: FileAccess, StorageBroken.
[[nodiscard]] Result<QJsonDocument> readStateFile(const QString& path);
/// Replaces the file atomically, readable by its owner only. Errors: FileAccess.
[[nodiscard]] Result<void> writeStateFile(const QString& path, const QJsonDocument& document);

} // namespace longshore::practice
