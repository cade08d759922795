#pragma once

#include "app/domain/database.h"
#include "app/domain/dumpformat.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <chrono>
#include <optional>

namespace longshore {

/// What a person asked for: one database out of one environment.
struct ExportRequest
{
    QString connectionId;
    QString environment;
    Database database = Database::Cms;
    std::chrono::hours retention{24}; ///< how long the service keeps the file
    bool download = true; ///< false: stop when the file is ready on the server
    QString folder; ///< where the file goes; absolute
    QString fileName; ///< empty: by exportFileName()
    DumpFormat dumpFormat = DumpFormat::Plain; ///< of a MySQL dump

    friend bool operator==(const ExportRequest&, const ExportRequest&) = default;
};

/// `{site}-{environment}-{database}-{yyyyMMdd-HHmm}.bacpac` (or `.sql`, `.sql.gz`, …), lower case, only letters,
/// digits,
/// `-` and `.`.
[[nodiscard]] QString exportFileName(const QString& site, const QString& environment, Database database,
                                     const QDateTime& localTime, DumpFormat format = DumpFormat::Plain);
/// "24h", "2d", "24" → hours; empty for anything else, less than one hour or more than a year.
[[nodiscard]] std::optional<std::chrono::hours> retentionFromText(const QString& text);
/// Presets of the wizard: 24, 48, 72, 168.
[[nodiscard]] QList<std::chrono::hours> retentionPresets();
/// The smallest preset that leaves the learned time of export and download four times over; 24 without experience,
/// 168 when none does.
[[nodiscard]] std::chrono::hours suggestedRetention(std::optional<std::chrono::seconds> usual);

[[nodiscard]] QJsonObject toJson(const ExportRequest& request);
[[nodiscard]] std::optional<ExportRequest> exportRequestFromJson(const QJsonObject& json);

} // namespace longshore
