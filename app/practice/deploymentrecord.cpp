// How a deployment is shown to clients and kept on disk.
#include "app/domain/jsontexts.h"
#include "app/practice/context.h"
#include "app/practice/deployments.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace longshore::practice {

namespace {

constexpr int percentHalfway = 33;

} // namespace

bool DeploymentDesk::isRunning(State state)
{
    return state != State::Succeeded && state != State::Failed && state != State::Reset;
}

QString DeploymentDesk::stateName(State state)
{
    static const QStringList names{
        u"InProgress"_s, u"AwaitingVerification"_s,     u"Completing"_s, u"Succeeded"_s, u"Failed"_s, u"Resetting"_s,
        u"Reset"_s,      u"AwaitingResetVerification"_s};
    return names.value(static_cast<qsizetype>(state));
}

// As one real log showed it: 4, 11, 33, 80, 100.
int DeploymentDesk::percent(const Record& record)
{
    if (!(record.state == State::InProgress || record.state == State::Completing || record.state == State::Resetting)) {
        return 100;
    }
    const qint64 elapsed = QDateTime::currentMSecsSinceEpoch() - record.phaseMs;
    const double part = static_cast<double>(elapsed) / static_cast<double>(std::max<qint64>(1, record.durationMs));
    return part < 0.2 ? 4 : part < 0.4 ? 11 : part < 0.7 ? 33 : 80;
}

QJsonObject DeploymentDesk::toApi(const Record& record) const
{
    const qint64 skewMs = m_context.faults.number(u"clock-skew").value_or(0) * 1000;
    const auto time = [skewMs](qint64 ms) {
        return QDateTime::fromMSecsSinceEpoch(ms + skewMs, QTimeZone::utc()).toString(Qt::ISODateWithMs);
    };
    QJsonObject parameters = record.request.parameters();
    if (!record.resetParameters.isEmpty()) {
        parameters.insert(u"resetParameters"_s, record.resetParameters);
    }
    QJsonArray links;
    if (record.state == State::AwaitingVerification) {
        links.append(u"https://practice-%1-slot.invalid/"_s.arg(record.environment.toLower()));
    }
    const int done = percent(record);
    const QStringList warnings = done < percentHalfway ? record.warnings : record.warnings + record.lateWarnings;
    return {{u"id"_s, record.id},
            {u"projectId"_s, m_context.identity.projectId},
            {u"status"_s, stateName(record.state)},
            {u"startTime"_s, time(record.startedMs)},
            {u"endTime"_s, record.endedMs > 0 ? QJsonValue(time(record.endedMs)) : QJsonValue()},
            {u"percentComplete"_s, done},
            {u"validationLinks"_s, links},
            {u"deploymentWarnings"_s, QJsonArray::fromStringList(warnings)},
            {u"deploymentErrors"_s,
             record.state == State::Failed ? QJsonArray::fromStringList(record.errors) : QJsonArray()},
            {u"parameters"_s, parameters}};
}

QJsonObject DeploymentDesk::toStored(const Record& record)
{
    const DeploymentRequest& request = record.request;
    return {{u"id"_s, record.id},
            {u"environment"_s, record.environment},
            {u"source"_s, record.source},
            {u"packages"_s, QJsonArray::fromStringList(request.packages)},
            {u"sourceApps"_s, QJsonArray::fromStringList(request.sourceApps)},
            {u"zeroDowntimeMode"_s, request.zeroDowntimeMode},
            {u"directDeploy"_s, request.directDeploy},
            {u"maintenancePage"_s, request.maintenancePage},
            {u"includeBlob"_s, request.includeBlob},
            {u"includeDb"_s, request.includeDb},
            {u"resetParameters"_s, record.resetParameters},
            {u"state"_s, static_cast<int>(record.state)},
            {u"startedMs"_s, record.startedMs},
            {u"phaseMs"_s, record.phaseMs},
            {u"durationMs"_s, record.durationMs},
            {u"endedMs"_s, record.endedMs},
            {u"willFail"_s, record.willFail},
            {u"waits"_s, record.waits},
            {u"lateWarnings"_s, QJsonArray::fromStringList(record.lateWarnings)},
            {u"errors"_s, QJsonArray::fromStringList(record.errors)},
            {u"warnings"_s, QJsonArray::fromStringList(record.warnings)}};
}

DeploymentDesk::Record DeploymentDesk::fromStored(const QJsonObject& object)
{
    Record record;
    record.id = object.value(u"id"_s).toString();
    record.environment = object.value(u"environment"_s).toString();
    record.source = object.value(u"source"_s).toString();
    record.request.targetEnvironment = record.environment;
    record.request.sourceEnvironment = record.source;
    record.request.packages = textsFromJson(object.value(u"packages"_s));
    record.request.sourceApps = textsFromJson(object.value(u"sourceApps"_s));
    record.request.zeroDowntimeMode = object.value(u"zeroDowntimeMode"_s).toString();
    record.request.directDeploy = object.value(u"directDeploy"_s).toBool();
    record.request.maintenancePage = object.value(u"maintenancePage"_s).toBool();
    record.request.includeBlob = object.value(u"includeBlob"_s).toBool();
    record.request.includeDb = object.value(u"includeDb"_s).toBool();
    record.resetParameters = object.value(u"resetParameters"_s).toObject();
    record.state = static_cast<State>(object.value(u"state"_s).toInt());
    record.startedMs = object.value(u"startedMs"_s).toInteger();
    record.phaseMs = object.value(u"phaseMs"_s).toInteger();
    record.durationMs = object.value(u"durationMs"_s).toInteger();
    record.endedMs = object.value(u"endedMs"_s).toInteger();
    record.willFail = object.value(u"willFail"_s).toBool();
    record.waits = object.value(u"waits"_s).toBool();
    record.lateWarnings = textsFromJson(object.value(u"lateWarnings"_s));
    record.errors = textsFromJson(object.value(u"errors"_s));
    record.warnings = textsFromJson(object.value(u"warnings"_s));
    return record;
}

} // namespace longshore::practice
