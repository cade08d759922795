#include "app/domain/tier.h"

#include <QRegularExpression>
#include <array>
#include <utility>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array Names{
    std::pair{Tier::Development, "Development"},
    std::pair{Tier::Test, "Test"},
    std::pair{Tier::Staging, "Staging"},
    std::pair{Tier::Production, "Production"},
};

} // namespace

Tier guessTier(const QString& environmentName)
{
    static const QRegularExpression additional(u"^(ade[0-9]*|dev(elopment)?)$"_s);
    static const QRegularExpression test(u"^(integration|test[0-9]*)$"_s);
    const QString word = environmentName.trimmed().toLower();
    if (word == "preproduction"_L1 || word == "staging"_L1) {
        return Tier::Staging;
    }
    if (additional.match(word).hasMatch()) {
        return Tier::Development;
    }
    return test.match(word).hasMatch() ? Tier::Test : Tier::Production;
}

QString tierName(Tier tier)
{
    for (const auto& [known, name] : Names) {
        if (known == tier) {
            return QString::fromLatin1(name);
        }
    }
    return {};
}

std::optional<Tier> tierFromName(const QString& name)
{
    for (const auto& [tier, known] : Names) {
        if (name.compare(QLatin1StringView(known), Qt::CaseInsensitive) == 0) {
            return tier;
        }
    }
    return std::nullopt;
}

} // namespace longshore
