#include "app/domain/vectordialect.h"

#include <array>

namespace longshore {

namespace {

constexpr std::array Names{
    std::pair{VectorDialect::D, "D"},
    std::pair{VectorDialect::G1, "G1"},
    std::pair{VectorDialect::G2, "G2"},
};

constexpr qint64 MegaByte = 1'000'000;

} // namespace

QString vectorDialectName(VectorDialect dialect)
{
    for (const auto& [known, name] : Names) {
        if (known == dialect) {
            return QString::fromLatin1(name);
        }
    }
    return {};
}

std::optional<VectorDialect> vectorDialectFromName(const QString& name)
{
    for (const auto& [dialect, known] : Names) {
        if (name.compare(QLatin1StringView(known), Qt::CaseInsensitive) == 0) {
            return dialect;
        }
    }
    return std::nullopt;
}

VectorAbilities vectorAbilities(VectorDialect dialect, bool development)
{
    switch (dialect) {
    case VectorDialect::D:
        return {.exports = true, .imports = true, .directImportBelow = development ? 10 * MegaByte : 0};
    case VectorDialect::G1:
        return {.exports = true, .imports = true, .directImportBelow = 50 * MegaByte, .importOptions = true};
    case VectorDialect::G2:
        break;
    }
    return {.exports = development,
            .exportsByBackup = true,
            .imports = development,
            .promotesInto = !development,
            .importOptions = development};
}

} // namespace longshore
