#include "app/domain/exportpreset.h"

namespace longshore {

using namespace Qt::StringLiterals;

QJsonObject toJson(const ExportPreset& preset)
{
    return {{u"name"_s, preset.name}, {u"request"_s, toJson(preset.request)}};
}

std::optional<ExportPreset> exportPresetFromJson(const QJsonObject& json)
{
    const QString name = json[u"name"_s].toString();
    const auto request = exportRequestFromJson(json[u"request"_s].toObject());
    if (name.isEmpty() || !request) {
        return std::nullopt;
    }
    return ExportPreset{.name = name, .request = *request};
}

} // namespace longshore
