#pragma once

#include "app/domain/jobrecord.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace longshore::cli {

/// The job line of schema 1.
[[nodiscard]] QJsonObject jobJson(const JobRecord& record);
/// With its timeline and log.
[[nodiscard]] QJsonObject jobDetailsJson(const JobRecord& record);

[[nodiscard]] QString shortId(const QString& id);
/// "Contoso Production epicms".
[[nodiscard]] QString jobTitle(const JobRecord& record);
/// "downloading", "waits for room in /data", …
[[nodiscard]] QString stateText(const JobRecord& record);
/// "Contoso Production epicms: 45 % of 210.3 MB, 12.1 MB/s, 8 s left".
[[nodiscard]] QString progressText(const JobRecord& record);
[[nodiscard]] QStringList jobDetails(const JobRecord& record);

} // namespace longshore::cli
