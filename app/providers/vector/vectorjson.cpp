#include "app/providers/vector/vectorjson.h"

#include "app/providers/serverwords.h"

#include <QJsonArray>
#include <algorithm>
#include <array>

namespace longshore::vector {

using namespace Qt::StringLiterals;

namespace {

using Phase = Operation::Phase;

/// facts: vector.md 1.6; terminal are completed and failed alone.
constexpr std::array Words{
    std::pair{"pending", Phase::Pending},     std::pair{"uploaded", Phase::Working},
    std::pair{"processing", Phase::Working},  std::pair{"importing", Phase::Working},
    std::pair{"exporting", Phase::Working},   std::pair{"running", Phase::Working},
    std::pair{"completed", Phase::Completed}, std::pair{"failed", Phase::Failed},
};

tl::unexpected<Error> missing(const QString& what)
{
    return fail(Error::Code::BadAnswer, what);
}

/// The first of the names that holds something.
QJsonValue firstOf(const QJsonObject& object, std::initializer_list<QLatin1StringView> names)
{
    for (const QLatin1StringView name : names) {
        const QJsonValue value = object[name];
        if (!value.isUndefined() && !value.isNull()) {
            return value;
        }
    }
    return QJsonValue(QJsonValue::Undefined);
}

QDateTime timeOf(const QJsonValue& value)
{
    return parseTime(value.toString());
}

Result<SignedUrl> linkOf(const QJsonValue& value, const QString& field)
{
    const QByteArray bytes = value.toString().toUtf8();
    if (bytes.isEmpty()) {
        return SignedUrl{};
    }
    Result<SignedUrl> link = SignedUrl::parse(bytes);
    if (!link) {
        return fail(Error::Code::BadAnswer, field, link.error().detail);
    }
    return link;
}

EnvironmentInfo environmentOf(const QJsonObject& json)
{
    EnvironmentInfo environment;
    environment.id = idText(json["id"_L1]);
    environment.siteId = idText(json["vector_site_id"_L1]);
    environment.name = json["name"_L1].toString();
    environment.isProduction = json["is_production"_L1].toBool();
    environment.status = json["status"_L1].toString();
    environment.domain = firstOf(json, {"custom_domain"_L1, "platform_domain"_L1}).toString();
    return environment;
}

SiteInfo siteOf(const QJsonObject& json)
{
    SiteInfo site;
    site.id = idText(json["id"_L1]);
    site.customerId = idText(firstOf(json, {"your_customer_id"_L1, "partner_customer_id"_L1}));
    site.developmentDomain = json["dev_domain"_L1].toString();
    site.status = json["status"_L1].toString();
    const QJsonArray environments = json["environments"_L1].toArray();
    for (const QJsonValue& each : environments) {
        if (EnvironmentInfo environment = environmentOf(each.toObject()); !environment.id.isEmpty()) {
            environment.siteId = site.id;
            site.environments.append(environment);
        }
    }
    return site;
}

template <class T>
Result<Page<T>> pageOf(const Envelope& answer, T (*read)(const QJsonObject&))
{
    if (!answer.data.isArray()) {
        return missing(u"data"_s);
    }
    Page<T> page;
    page.current = std::max(1, answer.meta["current_page"_L1].toInt(1));
    page.last = std::max(page.current, answer.meta["last_page"_L1].toInt(page.current));
    const QJsonArray items = answer.data.toArray();
    for (const QJsonValue& item : items) {
        T each = read(item.toObject());
        if (each.id.isEmpty()) {
            return missing(u"id"_s);
        }
        page.items.append(std::move(each));
    }
    return page;
}

void readPhase(const QJsonObject& json, Operation& operation)
{
    operation.serverWord = json["status"_L1].toString();
    operation.label = json["status_label"_L1].toString();
    operation.knownWord = false;
    for (const auto& [word, phase] : Words) {
        if (operation.serverWord.compare(QLatin1StringView(word), Qt::CaseInsensitive) == 0) {
            operation.phase = phase;
            operation.knownWord = true;
        }
    }
}

Result<Operation> operationOf(const QJsonObject& json)
{
    Operation operation;
    operation.id = idText(firstOf(json, {"id"_L1, "export_id"_L1, "import_id"_L1}));
    if (operation.id.isEmpty()) {
        return missing(u"id"_s);
    }
    readPhase(json, operation);
    const Result<SignedUrl> link = linkOf(json["download_url"_L1], u"download_url"_s);
    if (!link) {
        return fail(link.error());
    }
    operation.download = *link;
    operation.error = harmlessSentence(firstOf(json, {"error_message"_L1, "error"_L1}).toString());
    operation.bytes = firstOf(json, {"size_bytes"_L1}).toInteger(-1);
    operation.linkEndsAt = timeOf(firstOf(json, {"download_expires_at"_L1, "upload_expires_at"_L1, "expires_at"_L1}));
    operation.startedAt = timeOf(json["started_at"_L1]);
    operation.endedAt = timeOf(json["completed_at"_L1]);
    return operation;
}

Result<void> readParts(const QJsonObject& json, ImportSession& session)
{
    const QJsonArray parts = json["upload_parts"_L1].toArray();
    for (const QJsonValue& each : parts) {
        const Result<SignedUrl> link = linkOf(each["url"_L1], u"upload_parts"_s);
        const int number = each["part_number"_L1].toInt();
        if (!link || link->isEmpty() || number < 1) {
            return missing(u"upload_parts"_s);
        }
        session.parts.append({number, *link});
    }
    std::sort(session.parts.begin(), session.parts.end(),
              [](const PartLink& left, const PartLink& right) { return left.number < right.number; });
    for (qsizetype i = 1; i < session.parts.size(); ++i) {
        if (session.parts[i].number == session.parts[i - 1].number) {
            return missing(u"upload_parts"_s);
        }
    }
    return {};
}

} // namespace

QString SiteInfo::label() const
{
    return !customerId.isEmpty() ? customerId : !developmentDomain.isEmpty() ? developmentDomain : id;
}

bool Identity::mayRead() const
{
    return abilities.contains("*"_L1) || abilities.contains("site:read"_L1) || mayWrite();
}

bool Identity::mayWrite() const
{
    return abilities.contains("*"_L1) || abilities.contains("site:write"_L1) || abilities.contains("site:*"_L1);
}

QString idText(const QJsonValue& value)
{
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

Result<Identity> identityFromJson(const Envelope& answer)
{
    const QJsonObject json = answer.data.toObject();
    const QJsonObject token = json["token"_L1].toObject();
    if (token.isEmpty()) {
        return missing(u"token"_s);
    }
    Identity identity;
    identity.user = firstOf(json["user"_L1].toObject(), {"email"_L1, "name"_L1}).toString();
    identity.account = json["account"_L1].toObject()["name"_L1].toString();
    const QJsonArray abilities = token["abilities"_L1].toArray();
    for (const QJsonValue& ability : abilities) {
        identity.abilities.append(ability.toString());
    }
    identity.expiresAt = timeOf(token["expires_at"_L1]);
    return identity;
}

Result<SiteInfo> siteFromJson(const Envelope& answer)
{
    SiteInfo site = siteOf(answer.data.toObject());
    if (site.id.isEmpty()) {
        return missing(u"id"_s);
    }
    return site;
}

Result<Page<SiteInfo>> sitesFromJson(const Envelope& answer)
{
    return pageOf<SiteInfo>(answer, &siteOf);
}

Result<Page<EnvironmentInfo>> environmentsFromJson(const Envelope& answer)
{
    return pageOf<EnvironmentInfo>(answer, &environmentOf);
}

Result<Operation> operationFromJson(const Envelope& answer)
{
    return operationOf(answer.data.toObject());
}

Result<ImportSession> importFromJson(const Envelope& answer)
{
    const QJsonObject json = answer.data.toObject();
    Result<Operation> operation = operationOf(json);
    const Result<SignedUrl> upload = linkOf(json["upload_url"_L1], u"upload_url"_s);
    if (!operation || !upload) {
        return fail(operation ? upload.error() : operation.error());
    }
    ImportSession session;
    session.operation = std::move(*operation);
    session.upload = *upload;
    if (const Result<void> parts = readParts(json, session); !parts) {
        return fail(parts.error());
    }
    session.isMultipart = json["is_multipart"_L1].toBool(!session.parts.isEmpty());
    session.partCount = json["part_count"_L1].toInt(static_cast<int>(session.parts.size()));
    return session;
}

} // namespace longshore::vector
