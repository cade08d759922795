#include "app/providers/vector/vectorcalls.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>
#include <QUuid>
#include <algorithm>

namespace longshore::vector {

using namespace Qt::StringLiterals;

namespace {

constexpr int PerPage = 100; ///< the most the service gives

QByteArray segment(const QString& text)
{
    return QUrl::toPercentEncoding(text);
}

QByteArray api(const QByteArray& rest)
{
    return "api/v1/vector/" + rest;
}

QString placeOf(const Target& target)
{
    return target.isDevelopment() ? target.siteId : QString(target.siteId + u'/' + target.environmentId);
}

QByteArray json(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Call get(const QByteArray& path, const Target& target, const QString& lookedFor)
{
    return {.path = api(path), .place = placeOf(target), .lookedFor = lookedFor};
}

Call post(const QByteArray& path, const Target& target)
{
    return {.method = "POST", .path = api(path), .place = placeOf(target)};
}

Call post(const QByteArray& path, const Target& target, const QJsonObject& body)
{
    Call call = post(path, target);
    call.body = json(body);
    call.contentType = "application/json";
    return call;
}

/// Below which the calls about a database are: D nests an environment below its site and says "database", G1 has it at
/// the top and says "db", G2 knows databases of sites only.
QByteArray databaseRoot(VectorDialect dialect, const Target& target)
{
    const QByteArray site = "sites/" + segment(target.siteId);
    if (dialect == VectorDialect::D) {
        return (target.isDevelopment() ? site : site + "/environments/" + segment(target.environmentId)) + "/database/";
    }
    return (target.isDevelopment() ? site : "environments/" + segment(target.environmentId)) + "/db/";
}

QByteArray importsRoot(VectorDialect dialect, const Target& target)
{
    switch (dialect) {
    case VectorDialect::D:
        return databaseRoot(dialect, target) + "import";
    case VectorDialect::G1:
        return databaseRoot(dialect, target) + "imports";
    case VectorDialect::G2:
        break;
    }
    return "sites/" + segment(target.siteId) + "/imports";
}

/// Always all of them: the defaults of the dialects differ (facts: vector.md 1.7).
QJsonObject optionsJson(const ImportOptions& options)
{
    QJsonObject object{{u"drop_tables"_s, options.dropTables}, {u"disable_foreign_keys"_s, options.foreignKeysOff}};
    if (options.isReplacing()) {
        object.insert(u"search_replace"_s, QJsonObject{{u"from"_s, options.searchFor}, {u"to"_s, options.replaceBy}});
    }
    return object;
}

QByteArray boolean(bool value)
{
    return value ? "true" : "false";
}

QByteArray optionsQuery(const ImportOptions& options)
{
    QByteArray query =
        "?drop_tables=" + boolean(options.dropTables) + "&disable_foreign_keys=" + boolean(options.foreignKeysOff);
    if (options.isReplacing()) {
        query +=
            "&search_replace_from=" + segment(options.searchFor) + "&search_replace_to=" + segment(options.replaceBy);
    }
    return query;
}

QJsonObject offerJson(const ImportOffer& offer)
{
    QJsonObject object{{u"filename"_s, offer.fileName.right(255)},
                       {u"content_length"_s, offer.bytes},
                       {u"options"_s, optionsJson(offer.options)}};
    if (!offer.md5Hex.isEmpty()) {
        object.insert(u"content_md5"_s, QString::fromLatin1(offer.md5Hex));
    }
    return object;
}

/// A field `file` of a form, as the seed's `curl -F` sends it.
Call formCall(Call call, const QByteArray& sql, const QString& fileName)
{
    const QByteArray boundary = "longshore-" + QUuid::createUuid().toByteArray(QUuid::Id128);
    QString name = fileName;
    name.replace(u'"', u'_').replace(u'\r', u'_').replace(u'\n', u'_');
    call.contentType = "multipart/form-data; boundary=" + boundary;
    call.body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name.toUtf8()
                + "\"\r\nContent-Type: application/sql\r\n\r\n" + sql + "\r\n--" + boundary + "--\r\n";
    return call;
}

} // namespace

Call whoamiCall()
{
    return {.path = "api/v1/auth/whoami"};
}

Call sitesCall(int page)
{
    return {.path = api("sites?page=" + QByteArray::number(page) + "&per_page=" + QByteArray::number(PerPage))};
}

Call siteCall(const QString& siteId)
{
    return {.path = api("sites/" + segment(siteId)), .place = siteId, .lookedFor = siteId};
}

Call environmentsCall(VectorDialect dialect, const QString& siteId, int page)
{
    const QByteArray paging = "page=" + QByteArray::number(page) + "&per_page=" + QByteArray::number(PerPage);
    QByteArray path = "sites/" + segment(siteId) + "/environments?" + paging;
    if (dialect == VectorDialect::G2) {
        path = "environments?site=" + segment(siteId) + '&' + paging;
    }
    return {.path = api(path), .place = siteId, .lookedFor = siteId};
}

std::optional<Call> startExportCall(VectorDialect dialect, const Target& target)
{
    if (!vectorAbilities(dialect, target.isDevelopment()).exports) {
        return std::nullopt;
    }
    const QByteArray path = databaseRoot(dialect, target) + "export";
    return dialect == VectorDialect::D ? post(path, target) : post(path, target, {{u"format"_s, u"sql"_s}});
}

std::optional<Call> exportStatusCall(VectorDialect dialect, const Target& target, const QString& id)
{
    if (!vectorAbilities(dialect, target.isDevelopment()).exports) {
        return std::nullopt;
    }
    const QByteArray word = dialect == VectorDialect::D ? "export/" : "exports/";
    return get(databaseRoot(dialect, target) + word + segment(id), target, id);
}

std::optional<Call> createImportCall(VectorDialect dialect, const Target& target, const ImportOffer& offer)
{
    if (!vectorAbilities(dialect, target.isDevelopment()).imports) {
        return std::nullopt;
    }
    if (dialect == VectorDialect::D) {
        return post(importsRoot(dialect, target), target);
    }
    QJsonObject body = offerJson(offer);
    if (dialect == VectorDialect::G2) {
        body.insert(u"scope"_s, u"database"_s); // without it the service takes the file for a whole archive
    }
    return post(importsRoot(dialect, target), target, body);
}

std::optional<Call> runImportCall(VectorDialect dialect, const Target& target, const QString& id,
                                  QList<UploadedPart> parts)
{
    if (!vectorAbilities(dialect, target.isDevelopment()).imports) {
        return std::nullopt;
    }
    const QByteArray path = importsRoot(dialect, target) + '/' + segment(id) + "/run";
    if (parts.isEmpty()) {
        return post(path, target);
    }
    std::sort(parts.begin(), parts.end(),
              [](const UploadedPart& left, const UploadedPart& right) { return left.number < right.number; });
    QJsonArray list;
    for (const UploadedPart& part : std::as_const(parts)) {
        list.append(QJsonObject{{u"part_number"_s, part.number}, {u"etag"_s, part.etag}});
    }
    return post(path, target, {{u"parts"_s, list}});
}

std::optional<Call> importStatusCall(VectorDialect dialect, const Target& target, const QString& id)
{
    if (!vectorAbilities(dialect, target.isDevelopment()).imports) {
        return std::nullopt;
    }
    return get(importsRoot(dialect, target) + '/' + segment(id), target, id);
}

std::optional<Call> directImportCall(VectorDialect dialect, const Target& target, const QByteArray& sql,
                                     const ImportOffer& offer)
{
    const qint64 limit = vectorAbilities(dialect, target.isDevelopment()).directImportBelow;
    if (sql.size() >= limit) {
        return std::nullopt;
    }
    if (dialect == VectorDialect::D) {
        Call form = post(databaseRoot(dialect, target) + "import-direct", target);
        form.waitsForWork = true;
        return formCall(std::move(form), sql, offer.fileName);
    }
    Call call = post(databaseRoot(dialect, target) + "import" + optionsQuery(offer.options), target);
    call.waitsForWork = true;
    call.body = sql;
    call.contentType = "application/sql";
    return call;
}

std::optional<Call> promoteCall(VectorDialect dialect, const Target& target, const ImportOptions& options)
{
    if (!vectorAbilities(dialect, target.isDevelopment()).promotesInto) {
        return std::nullopt;
    }
    return post("environments/" + segment(target.environmentId) + "/db/promote", target,
                {{u"drop_tables"_s, options.dropTables}, {u"disable_foreign_keys"_s, options.foreignKeysOff}});
}

std::optional<Call> promoteStatusCall(VectorDialect dialect, const Target& target, const QString& id)
{
    if (!vectorAbilities(dialect, target.isDevelopment()).promotesInto) {
        return std::nullopt;
    }
    return get("environments/" + segment(target.environmentId) + "/db/promotes/" + segment(id), target, id);
}

std::optional<Call> createBackupCall(VectorDialect dialect, const Target& target, const QString& description)
{
    if (!vectorAbilities(dialect, target.isDevelopment()).exportsByBackup) {
        return std::nullopt;
    }
    QJsonObject body{{u"type"_s, u"manual"_s}, {u"scope"_s, u"database"_s}, {u"description"_s, description.left(500)}};
    if (target.isDevelopment()) {
        body.insert(u"site_id"_s, target.siteId);
    } else {
        body.insert(u"environment_id"_s, target.environmentId);
    }
    return post("backups", target, body);
}

Call backupStatusCall(const QString& id)
{
    return get("backups/" + segment(id), {}, id);
}

Call createBackupDownloadCall(const QString& backupId)
{
    Call call = post("backups/" + segment(backupId) + "/downloads", {});
    call.lookedFor = backupId;
    return call;
}

Call backupDownloadStatusCall(const QString& backupId, const QString& id)
{
    return get("backups/" + segment(backupId) + "/downloads/" + segment(id), {}, id);
}

Call createRestoreCall(const QString& backupId, const ImportOptions& options)
{
    QJsonObject body{{u"backup_id"_s, backupId},
                     {u"scope"_s, u"database"_s},
                     {u"drop_tables"_s, options.dropTables},
                     {u"disable_foreign_keys"_s, options.foreignKeysOff}};
    if (options.isReplacing()) {
        // A list here, an object with imports.
        body.insert(u"search_replace"_s,
                    QJsonArray{QJsonObject{{u"from"_s, options.searchFor}, {u"to"_s, options.replaceBy}}});
    }
    Call call = post("restores", {}, body);
    call.lookedFor = backupId;
    return call;
}

Call restoreStatusCall(const QString& id)
{
    return get("restores/" + segment(id), {}, id);
}

} // namespace longshore::vector
