#include "app/domain/copyplan.h"

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

bool isSamePlace(const CopyEnd& from, const Environment& source, const CopyEnd& to)
{
    return slotKey(from.connection) == slotKey(to.connection)
           && source.name.compare(to.environment, Qt::CaseInsensitive) == 0;
}

/// The site's own container, which is no environment at the service.
bool isDevelopment(const Environment& environment)
{
    return environment.id.isEmpty();
}

CopyBar barOfSource(const Connection& connection, const Environment& source)
{
    if (source.access == Access::Denied || connection.readOnly) {
        return CopyBar::NoRightAtSource;
    }
    if (connection.platform != Platform::VectorPro) {
        return CopyBar::None;
    }
    const VectorAbilities abilities = vectorAbilities(connection.dialect, isDevelopment(source));
    return abilities.exports || abilities.exportsByBackup ? CopyBar::None : CopyBar::NoExportOfSource;
}

bool isPromotion(const CopyEnd& from, const Environment& source, const CopyEnd& to)
{
    const std::optional<Environment> target = to.connection.environment(to.environment);
    return target && to.connection.platform == Platform::VectorPro && slotKey(from.connection) == slotKey(to.connection)
           && isDevelopment(source) && vectorAbilities(to.connection.dialect, isDevelopment(*target)).promotesInto;
}

} // namespace

QString copyBarName(CopyBar bar)
{
    switch (bar) {
    case CopyBar::None:
        break;
    case CopyBar::SamePlace:
        return u"samePlace"_s;
    case CopyBar::OtherPlatform:
        return u"otherPlatform"_s;
    case CopyBar::UnknownSource:
        return u"unknownSource"_s;
    case CopyBar::NoRightAtSource:
        return u"noRightAtSource"_s;
    case CopyBar::NoExportOfSource:
        return u"noExportOfSource"_s;
    case CopyBar::Target:
        return u"target"_s;
    }
    return {};
}

ImportWay undoWay(const Connection& connection, const QString& environment)
{
    const auto isPossible = [&connection, &environment](ImportWay way) {
        return importBar(connection, environment, way) == ImportBar::None;
    };
    return !isPossible(ImportWay::Upload) && isPossible(ImportWay::Restore) ? ImportWay::Restore : ImportWay::Upload;
}

CopyPlan planCopy(const CopyEnd& from, const CopyEnd& to)
{
    CopyPlan plan;
    const std::optional<Environment> source = from.connection.environment(from.environment);
    if (!source) {
        plan.bar = CopyBar::UnknownSource;
        return plan;
    }
    if (isSamePlace(from, *source, to)) {
        plan.bar = CopyBar::SamePlace;
        return plan;
    }
    if (from.connection.platform != to.connection.platform) {
        plan.bar = CopyBar::OtherPlatform;
        return plan;
    }
    plan.way = isPromotion(from, *source, to) ? ImportWay::Promote : ImportWay::Upload;
    plan.productionData = source->tier == Tier::Production;
    plan.target = importBar(to.connection, to.environment, plan.way);
    plan.bar = plan.target != ImportBar::None ? CopyBar::Target : barOfSource(from.connection, *source);
    return plan;
}

} // namespace longshore
