#include "app/domain/importguard.h"

#include <QRegularExpression>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

/// The API imports into Integration and additional environments (facts: optimizely.md 3.1).
bool serviceImportsInto(const QString& environment)
{
    static const QRegularExpression additional(u"^ade[0-9]+$"_s, QRegularExpression::CaseInsensitiveOption);
    return environment.compare("integration"_L1, Qt::CaseInsensitive) == 0 || additional.match(environment).hasMatch();
}

ImportBar barOfDxp(const Environment& target, ImportWay way)
{
    if (way != ImportWay::Upload || !serviceImportsInto(target.name)) {
        return ImportBar::NotByThisService;
    }
    return target.tier == Tier::Production ? ImportBar::ProductionTier : ImportBar::None;
}

ImportBar barOfVector(VectorDialect dialect, const Environment& target, ImportWay way)
{
    if (target.tier == Tier::Production) {
        return ImportBar::ProductionTier;
    }
    const VectorAbilities abilities = vectorAbilities(dialect, target.id.isEmpty());
    const bool possible = way == ImportWay::Upload    ? abilities.imports
                          : way == ImportWay::Quick   ? abilities.directImportBelow > 0
                          : way == ImportWay::Promote ? abilities.promotesInto
                                                      : abilities.exportsByBackup;
    if (possible) {
        return ImportBar::None;
    }
    return sendsFile(way) && abilities.promotesInto ? ImportBar::OnlyByPromotion : ImportBar::NotByThisService;
}

ImportGuard::Reason reasonOf(const ImportStakes& stakes)
{
    using Reason = ImportGuard::Reason;
    if (stakes.tier >= Tier::Staging) {
        return Reason::Tier;
    }
    if (stakes.backup == ImportRequest::Backup::None) {
        return Reason::NoBackup;
    }
    const bool changed = stakes.targetChangedAt.isValid()
                         && (!stakes.fileMadeAt.isValid() || stakes.targetChangedAt > stakes.fileMadeAt);
    return changed ? Reason::TargetChanged : Reason::None;
}

} // namespace

QString importBarName(ImportBar bar)
{
    switch (bar) {
    case ImportBar::None:
        break;
    case ImportBar::ProductionTier:
        return u"productionTier"_s;
    case ImportBar::NotByThisService:
        return u"notByThisService"_s;
    case ImportBar::OnlyByPromotion:
        return u"onlyByPromotion"_s;
    case ImportBar::NoRight:
        return u"noRight"_s;
    case ImportBar::UnknownEnvironment:
        return u"unknownEnvironment"_s;
    }
    return {};
}

QString importGuardName(ImportGuard::Reason reason)
{
    switch (reason) {
    case ImportGuard::Reason::None:
        break;
    case ImportGuard::Reason::Tier:
        return u"tier"_s;
    case ImportGuard::Reason::NoBackup:
        return u"noBackup"_s;
    case ImportGuard::Reason::TargetChanged:
        return u"targetChanged"_s;
    }
    return {};
}

ImportBar importBar(const Connection& connection, const QString& environment, ImportWay way)
{
    const std::optional<Environment> target = connection.environment(environment);
    if (!target) {
        return ImportBar::UnknownEnvironment;
    }
    const ImportBar bar = connection.platform == Platform::VectorPro ? barOfVector(connection.dialect, *target, way)
                                                                     : barOfDxp(*target, way);
    const bool denied = target->access == Access::Denied || connection.readOnly;
    return bar == ImportBar::None && denied ? ImportBar::NoRight : bar;
}

ImportGuard importGuard(const Connection& connection, const QString& environment, const ImportStakes& stakes)
{
    const std::optional<Environment> target = connection.environment(environment);
    return {reasonOf(stakes), targetPhrase(connection.name, target ? target->name : environment)};
}

QString targetPhrase(const QString& connectionName, const QString& environment)
{
    return connectionName + u'/' + environment;
}

bool isConfirmed(const QString& typed, const QString& phrase)
{
    return !phrase.isEmpty() && typed.trimmed().compare(phrase.trimmed(), Qt::CaseInsensitive) == 0;
}

} // namespace longshore
