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

ImportBar importBar(const Connection& connection, const QString& environment)
{
    const std::optional<Environment> target = connection.environment(environment);
    if (!target) {
        return ImportBar::UnknownEnvironment;
    }
    if (!serviceImportsInto(target->name)) {
        return ImportBar::NotByThisService;
    }
    if (target->tier == Tier::Production) {
        return ImportBar::ProductionTier;
    }
    return target->access == Access::Denied ? ImportBar::NoRight : ImportBar::None;
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
