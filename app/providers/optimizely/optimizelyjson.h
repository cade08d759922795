#pragma once

#include "app/core/result.h"
#include "app/providers/provider.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QLatin1StringView>

namespace longshore::optimizely {

/// The value under that key in any case (the vendor's pages spell `id` and `Id`); undefined when absent.
[[nodiscard]] QJsonValue field(const QJsonObject& object, QLatin1StringView name);
/// Text of an array of strings, of one string, or of nothing.
[[nodiscard]] QStringList texts(const QJsonValue& value);

/// Errors of all of these: BadAnswer, subject: the field that is missing or wrong.
[[nodiscard]] Result<ExportStatus> exportFromJson(const QJsonValue& result);
[[nodiscard]] Result<QList<ExportStatus>> exportsFromJson(const QJsonValue& result);
[[nodiscard]] Result<ImportStatus> deploymentFromJson(const QJsonValue& result);
[[nodiscard]] Result<QList<ImportStatus>> deploymentsFromJson(const QJsonValue& result);
/// The link of the container's blob of that name.
[[nodiscard]] Result<SignedUrl> locationFromJson(const QJsonValue& result, const QString& blobName);

[[nodiscard]] QByteArray exportBody(std::chrono::hours retention);
[[nodiscard]] QByteArray deploymentBody(const QString& environment, const QStringList& packages);
[[nodiscard]] QByteArray resetBody(const ImportReset& how);

} // namespace longshore::optimizely
