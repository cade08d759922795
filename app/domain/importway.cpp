#include "app/domain/importway.h"

#include <array>

namespace longshore {

namespace {

constexpr std::array Names{
    std::pair{ImportWay::Upload, "upload"},
    std::pair{ImportWay::Quick, "quick"},
    std::pair{ImportWay::Promote, "promote"},
    std::pair{ImportWay::Restore, "restore"},
};

} // namespace

QString importWayName(ImportWay way)
{
    for (const auto& [known, name] : Names) {
        if (known == way) {
            return QString::fromLatin1(name);
        }
    }
    return {};
}

std::optional<ImportWay> importWayFromName(const QString& name)
{
    for (const auto& [way, known] : Names) {
        if (name == QLatin1StringView(known)) {
            return way;
        }
    }
    return std::nullopt;
}

} // namespace longshore
