#include "app/practice/vectorviews.h"

#include "app/practice/context.h"

#include <QJsonArray>
#include <QTimeZone>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace longshore::practice {

namespace {

constexpr auto longestDownload = std::chrono::hours(1);

QString label(const QString& status)
{
    QString text = status;
    text.replace(u'_', u' ');
    if (!text.isEmpty()) {
        text[0] = text.at(0).toUpper();
    }
    return text;
}

QJsonValue orNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue orNull(qint64 number)
{
    return number < 0 ? QJsonValue() : QJsonValue(number);
}

} // namespace

VectorViews::VectorViews(PracticeContext& context, const VectorSites& sites, const S3Service& store,
                         VectorDialect dialect)
    : m_context(context), m_sites(sites), m_store(store), m_dialect(dialect)
{ }

QJsonValue VectorViews::time(qint64 ms) const
{
    if (ms <= 0) {
        return {};
    }
    const qint64 skewMs = m_context.faults.number(u"clock-skew").value_or(0) * 1000;
    return vectorTime(m_dialect, QDateTime::fromMSecsSinceEpoch(ms + skewMs, QTimeZone::utc()));
}

std::chrono::seconds VectorViews::left(const VectorJob& job) const
{
    const qint64 ms = job.expiresMs - QDateTime::currentMSecsSinceEpoch();
    return std::chrono::seconds(std::max<qint64>(1, ms / 1000));
}

QJsonValue VectorViews::downloadLink(const VectorJob& job) const
{
    const bool isThere = job.state == VectorState::Completed && !job.key.isEmpty()
                         && QDateTime::currentMSecsSinceEpoch() < job.expiresMs;
    if (!isThere) {
        return {};
    }
    const auto life = std::min<std::chrono::seconds>(longestDownload, left(job));
    return QString::fromLatin1(m_store.link({.method = "GET", .key = job.key, .life = life}));
}

QString VectorViews::uploadLink(const VectorJob& job) const
{
    S3Grant::Pairs headers;
    if (!m_context.faults.take(u"s3-plain-link")) {
        headers.emplaceBack("content-type", "application/sql");
    }
    return QString::fromLatin1(
        m_store.link({.method = "PUT", .key = job.key, .query = {}, .headers = headers, .life = left(job)}));
}

// The words differ: pending means "uploaded" in the prose documentation, and "nothing uploaded yet" elsewhere.
QString VectorViews::status(const VectorJob& job) const
{
    const bool isPlain = m_dialect == VectorDialect::D;
    switch (job.state) {
    case VectorState::Pending:
        return u"pending"_s;
    case VectorState::Uploaded:
        return isPlain ? u"processing"_s : u"uploaded"_s;
    case VectorState::Working:
        if (job.kind == VectorKind::Promote) {
            return job.worked ? u"importing"_s : u"exporting"_s;
        }
        return job.kind == VectorKind::Import && m_dialect == VectorDialect::G2 ? u"importing"_s : u"processing"_s;
    case VectorState::Completed:
        return u"completed"_s;
    case VectorState::Failed:
        return u"failed"_s;
    }
    return {};
}

QJsonObject VectorViews::common(const VectorJob& job) const
{
    const QString word = status(job);
    return {{u"id"_s, job.id},
            {u"status"_s, word},
            {u"status_label"_s, label(word)},
            {u"duration_ms"_s,
             job.completedMs > 0 ? QJsonValue(job.completedMs - job.startedMs) : QJsonValue(QJsonValue::Null)},
            {u"error_message"_s, job.isOver() ? orNull(job.error) : QJsonValue(QJsonValue::Null)},
            {u"created_at"_s, time(job.createdMs)},
            {u"started_at"_s, time(job.startedMs)},
            {u"completed_at"_s, time(job.completedMs)}};
}

void VectorViews::addPlace(QJsonObject& json, const VectorJob& job) const
{
    const VectorSite& site = m_sites.all().at(job.place.site);
    if (job.place.isDevelopment()) {
        json.insert(u"vector_site_id"_s, m_sites.idValue(site.id));
    } else {
        json.insert(u"vector_environment_id"_s, m_sites.idValue(site.environments.at(job.place.environment).id));
    }
}

QJsonObject VectorViews::json(const VectorJob& job) const
{
    if (m_dialect == VectorDialect::D) {
        return plainJson(job);
    }
    switch (job.kind) {
    case VectorKind::Export:
        return exportJson(job);
    case VectorKind::Import:
        return importJson(job);
    case VectorKind::Promote:
        return promoteJson(job);
    case VectorKind::Backup:
        return backupJson(job);
    case VectorKind::Download:
        return downloadJson(job);
    case VectorKind::Restore:
        return restoreJson(job);
    }
    return {};
}

QJsonObject VectorViews::session(const VectorJob& job) const
{
    if (m_dialect != VectorDialect::D) {
        return importJson(job);
    }
    return {{u"import_id"_s, job.id}, {u"upload_url"_s, uploadLink(job)}, {u"expires_at"_s, time(job.expiresMs)}};
}

QJsonObject VectorViews::plainJson(const VectorJob& job) const
{
    QJsonObject json{{u"status"_s, status(job)}};
    if (job.kind == VectorKind::Export) {
        json.insert(u"export_id"_s, job.id);
        if (const QJsonValue link = downloadLink(job); link.isString()) {
            json.insert(u"download_url"_s, link);
            json.insert(u"expires_at"_s, time(job.expiresMs));
        }
    } else {
        json.insert(u"import_id"_s, job.id);
        json.insert(u"started_at"_s, time(job.startedMs));
        json.insert(u"completed_at"_s, time(job.completedMs));
    }
    if (job.state == VectorState::Failed) {
        json.insert(u"error_message"_s, job.error);
    }
    return json;
}

QJsonObject VectorViews::exportJson(const VectorJob& job) const
{
    QJsonObject json = common(job);
    addPlace(json, job);
    const bool isDone = job.state == VectorState::Completed;
    json.insert(u"format"_s, u"sql"_s);
    json.insert(u"size_bytes"_s, isDone ? orNull(job.sizeBytes) : QJsonValue(QJsonValue::Null));
    json.insert(u"download_expires_at"_s, isDone ? time(job.expiresMs) : QJsonValue(QJsonValue::Null));
    if (const QJsonValue link = downloadLink(job); link.isString()) {
        json.insert(u"download_url"_s, link);
    }
    return json;
}

void VectorViews::addUpload(QJsonObject& json, const VectorJob& job) const
{
    json.insert(u"upload_expires_at"_s, time(job.expiresMs));
    if (job.state != VectorState::Pending || QDateTime::currentMSecsSinceEpoch() >= job.expiresMs) {
        return;
    }
    if (job.uploadId.isEmpty()) {
        json.insert(u"upload_url"_s, uploadLink(job));
        return;
    }
    QList<QJsonValue> parts;
    for (int number = 1; number <= job.partCount; ++number) {
        const QByteArray link =
            m_store.link({.method = "PUT",
                          .key = job.key,
                          .query = {{"uploadId", job.uploadId}, {"partNumber", QByteArray::number(number)}},
                          .headers = {},
                          .life = left(job)});
        parts.append(QJsonObject{{u"part_number"_s, number}, {u"url"_s, QString::fromLatin1(link)}});
    }
    if (m_context.faults.take(u"shuffle-parts")) {
        std::reverse(parts.begin(), parts.end());
        std::rotate(parts.begin(), parts.begin() + parts.size() / 3, parts.end());
    }
    QJsonArray list;
    for (const QJsonValue& part : std::as_const(parts)) {
        list.append(part);
    }
    json.insert(u"upload_id"_s, QString::fromLatin1(job.uploadId));
    json.insert(u"upload_parts"_s, list);
}

QJsonObject VectorViews::importJson(const VectorJob& job) const
{
    QJsonObject json = common(job);
    addPlace(json, job);
    QJsonValue replace;
    if (!job.replacements.isEmpty()) {
        replace = QJsonObject{{u"from"_s, QString::fromUtf8(job.replacements.first().first)},
                              {u"to"_s, QString::fromUtf8(job.replacements.first().second)}};
    }
    json.insert(u"filename"_s, orNull(job.filename));
    json.insert(u"content_length"_s, orNull(job.contentLength));
    json.insert(u"options"_s, QJsonObject{{u"drop_tables"_s, job.dropTables},
                                          {u"disable_foreign_keys"_s, job.disableForeignKeys},
                                          {u"search_replace"_s, replace}});
    json.insert(u"checksum"_s, QJsonObject{{u"provided_md5"_s, orNull(QString::fromLatin1(job.contentMd5))},
                                           {u"s3_etag"_s, orNull(QString::fromLatin1(job.etag))}});
    json.insert(u"uploaded_at"_s, time(job.uploadedMs));
    if (m_dialect == VectorDialect::G2) {
        json.insert(u"scope"_s, orNull(job.scope));
        json.insert(u"is_multipart"_s, !job.uploadId.isEmpty());
        json.insert(u"part_count"_s, job.uploadId.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(job.partCount));
        json.insert(u"metadata"_s, QJsonValue::Null);
    }
    addUpload(json, job);
    return json;
}

QJsonObject VectorViews::promoteJson(const VectorJob& job) const
{
    QJsonObject json = common(job);
    addPlace(json, job);
    json.insert(u"vector_db_export_id"_s, job.startedMs > 0 ? QJsonValue(job.id) : QJsonValue(QJsonValue::Null));
    json.insert(u"options"_s,
                QJsonObject{{u"drop_tables"_s, job.dropTables}, {u"disable_foreign_keys"_s, job.disableForeignKeys}});
    return json;
}

QJsonObject VectorViews::backupJson(const VectorJob& job) const
{
    QJsonObject json = common(job);
    addPlace(json, job);
    const bool isDone = job.state == VectorState::Completed;
    const auto snapshot = [&](QStringView other) {
        return isDone && job.scope != other ? QJsonValue(job.id.right(8).toLower()) : QJsonValue(QJsonValue::Null);
    };
    json.insert(u"type"_s, job.type);
    json.insert(u"scope"_s, job.scope);
    json.insert(u"description"_s, orNull(job.description));
    json.insert(u"file_snapshot_id"_s, snapshot(u"database"));
    json.insert(u"database_snapshot_id"_s, snapshot(u"files"));
    json.insert(u"size_bytes"_s, isDone ? orNull(job.sizeBytes) : QJsonValue(QJsonValue::Null));
    return json;
}

QJsonObject VectorViews::downloadJson(const VectorJob& job) const
{
    QJsonObject json = common(job);
    const bool isDone = job.state == VectorState::Completed;
    json.insert(u"backup_id"_s, job.parent);
    json.insert(u"s3_key"_s, isDone ? orNull(QString::fromLatin1(job.key)) : QJsonValue(QJsonValue::Null));
    json.insert(u"size_bytes"_s, isDone ? orNull(job.sizeBytes) : QJsonValue(QJsonValue::Null));
    json.insert(u"download_url"_s, downloadLink(job));
    json.insert(u"download_expires_at"_s, isDone ? time(job.expiresMs) : QJsonValue(QJsonValue::Null));
    return json;
}

QJsonObject VectorViews::restoreJson(const VectorJob& job) const
{
    QJsonObject json = common(job);
    addPlace(json, job);
    QJsonArray pairs;
    for (const auto& [from, to] : job.replacements) {
        pairs.append(QJsonObject{{u"from"_s, QString::fromUtf8(from)}, {u"to"_s, QString::fromUtf8(to)}});
    }
    json.insert(u"backup_id"_s, job.parent);
    json.insert(u"scope"_s, job.scope);
    json.insert(u"search_replace"_s, pairs);
    json.insert(u"drop_tables"_s, job.dropTables);
    json.insert(u"disable_foreign_keys"_s, job.disableForeignKeys);
    return json;
}

} // namespace longshore::practice
