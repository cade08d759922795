#include "app/providers/optimizely/optimizelyjson.h"

#include "app/providers/serverwords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>
#include <array>

namespace longshore::optimizely {

using namespace Qt::StringLiterals;

namespace {

using Exported = ExportStatus::Phase;
using Deployed = ImportStatus::Phase;

/// `Failed` is not documented for exports, but other clients test for it.
constexpr std::array ExportWords{
    std::pair{"Started", Exported::Working},     std::pair{"InProgress", Exported::Working},
    std::pair{"Succeeded", Exported::Succeeded}, std::pair{"ExportFailed", Exported::Failed},
    std::pair{"Failed", Exported::Failed},       std::pair{"LinkExpired", Exported::LinkExpired},
};

constexpr std::array DeploymentWords{
    std::pair{"InProgress", Deployed::InProgress},
    std::pair{"AwaitingVerification", Deployed::AwaitingVerification},
    std::pair{"Completing", Deployed::Completing},
    std::pair{"Succeeded", Deployed::Succeeded},
    std::pair{"Failed", Deployed::Failed},
    std::pair{"Resetting", Deployed::Resetting},
    std::pair{"Reset", Deployed::Reset},
    std::pair{"AwaitingResetVerification", Deployed::AwaitingResetVerification},
};

template <class Words>
auto phaseOf(const Words& words, const QString& word) -> std::optional<decltype(words.front().second)>
{
    for (const auto& [known, phase] : words) {
        if (word.compare(QLatin1StringView(known), Qt::CaseInsensitive) == 0) {
            return phase;
        }
    }
    return std::nullopt;
}

QStringList harmless(QStringList sentences)
{
    for (QString& sentence : sentences) {
        sentence = harmlessSentence(sentence);
    }
    return sentences;
}

tl::unexpected<Error> missing(const QString& what, const QString& why = {})
{
    return fail(Error::Code::BadAnswer, what, why);
}

} // namespace

QJsonValue field(const QJsonObject& object, QLatin1StringView name)
{
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        if (entry.key().compare(name, Qt::CaseInsensitive) == 0) {
            return entry.value();
        }
    }
    return QJsonValue(QJsonValue::Undefined);
}

QStringList texts(const QJsonValue& value)
{
    QStringList found;
    const QJsonArray items = value.isArray() ? value.toArray() : QJsonArray{value};
    for (const QJsonValue& item : items) {
        if (const QString text = item.toString().trimmed(); !text.isEmpty()) {
            found.append(text);
        }
    }
    return found;
}

Result<ExportStatus> exportFromJson(const QJsonValue& result)
{
    const QJsonObject json = result.toObject();
    ExportStatus status;
    status.id = field(json, "id"_L1).toString();
    status.serverWord = field(json, "status"_L1).toString();
    status.fileName = field(json, "bacpacName"_L1).toString();
    if (status.id.isEmpty()) {
        return missing(u"id"_s);
    }
    const std::optional<Exported> phase = phaseOf(ExportWords, status.serverWord);
    status.knownWord = phase.has_value();
    status.phase = phase.value_or(Exported::Working);

    const QByteArray link = field(json, "downloadLink"_L1).toString().toUtf8();
    if (!link.isEmpty()) {
        Result<SignedUrl> parsed = SignedUrl::parse(link);
        if (!parsed) {
            return missing(u"downloadLink"_s, parsed.error().detail);
        }
        status.link = *parsed;
    }
    if (status.phase == Exported::Succeeded && status.link.isEmpty()) {
        return missing(u"downloadLink"_s);
    }
    return status;
}

Result<ImportStatus> deploymentFromJson(const QJsonValue& result)
{
    const QJsonObject json = result.toObject();
    ImportStatus status;
    status.id = field(json, "id"_L1).toString();
    if (status.id.isEmpty()) {
        return missing(u"id"_s);
    }
    status.serverWord = field(json, "status"_L1).toString();
    status.phase = phaseOf(DeploymentWords, status.serverWord).value_or(Deployed::Unknown);
    if (const QJsonValue percent = field(json, "percentComplete"_L1); percent.isDouble()) {
        status.percent = qBound(0, qRound(percent.toDouble()), 100);
    }
    status.startedAt = parseTime(field(json, "startTime"_L1).toString());
    status.endedAt = parseTime(field(json, "endTime"_L1).toString());
    status.warnings = harmless(texts(field(json, "deploymentWarnings"_L1)));
    status.errors = harmless(texts(field(json, "deploymentErrors"_L1)));
    const QJsonObject parameters = field(json, "parameters"_L1).toObject();
    status.targetEnvironment = field(parameters, "targetEnvironment"_L1).toString();
    status.packages = texts(field(parameters, "packages"_L1));
    return status;
}

namespace {

template <class T>
Result<QList<T>> listFromJson(const QJsonValue& result, Result<T> (*parse)(const QJsonValue&))
{
    if (!result.isArray()) {
        return missing(u"result"_s);
    }
    QList<T> all;
    const QJsonArray items = result.toArray();
    for (const QJsonValue& item : items) {
        const Result<T> one = parse(item);
        if (!one) {
            return tl::unexpected<Error>(one.error());
        }
        all.append(*one);
    }
    return all;
}

} // namespace

Result<QList<ExportStatus>> exportsFromJson(const QJsonValue& result)
{
    return listFromJson<ExportStatus>(result, &exportFromJson);
}

Result<QList<ImportStatus>> deploymentsFromJson(const QJsonValue& result)
{
    return listFromJson<ImportStatus>(result, &deploymentFromJson);
}

Result<SignedUrl> locationFromJson(const QJsonValue& result, const QString& blobName)
{
    QByteArray link = field(result.toObject(), "location"_L1).toString().toUtf8();
    const qsizetype query = link.indexOf('?');
    const qsizetype end = query < 0 ? link.size() : query;
    const bool slash = end > 0 && link.at(end - 1) == '/';
    if (!link.isEmpty()) { // the signature covers the container: every blob name may stand before the query
        link.insert(end, (slash ? QByteArray() : QByteArray("/")) + QUrl::toPercentEncoding(blobName));
    }
    Result<SignedUrl> parsed = SignedUrl::parse(link);
    if (!parsed) {
        return missing(u"location"_s, parsed.error().detail);
    }
    return parsed;
}

QByteArray exportBody(std::chrono::hours retention)
{
    const QJsonObject json{{u"retentionHours"_s, qint64(retention.count())}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QByteArray deploymentBody(const QString& environment, const QStringList& packages)
{
    // DirectDeploy together with a maintenance page fails, and only later, in the deployment itself.
    const QJsonObject json{{u"targetEnvironment"_s, environment},
                           {u"packages"_s, QJsonArray::fromStringList(packages)},
                           {u"directDeploy"_s, true},
                           {u"maintenancePage"_s, false}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QByteArray resetBody(const ImportReset& how)
{
    const QJsonObject json{
        {u"resetWithDbRollback"_s, how.withDatabase}, {u"validateBeforeSwap"_s, false}, {u"complete"_s, how.complete}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

} // namespace longshore::optimizely
