#pragma once

#include "app/domain/exportrequest.h"

namespace longshore {

/// An export a person named, to start it again with one press.
struct ExportPreset
{
    QString name; ///< unique without regard to case
    ExportRequest request; ///< without a file name: each run makes its own

    friend bool operator==(const ExportPreset&, const ExportPreset&) = default;
};

[[nodiscard]] QJsonObject toJson(const ExportPreset& preset);
[[nodiscard]] std::optional<ExportPreset> exportPresetFromJson(const QJsonObject& json);

} // namespace longshore
