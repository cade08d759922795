#include "app/practice/vectorjob.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace longshore::practice {

QJsonObject VectorJob::toStored() const
{
    QJsonArray pairs;
    for (const auto& [from, to] : replacements) {
        pairs.append(QJsonArray{QString::fromUtf8(from), QString::fromUtf8(to)});
    }
    return {{u"id"_s, id},
            {u"kind"_s, static_cast<int>(kind)},
            {u"site"_s, place.site},
            {u"environment"_s, place.environment},
            {u"state"_s, static_cast<int>(state)},
            {u"parent"_s, parent},
            {u"type"_s, type},
            {u"scope"_s, scope},
            {u"description"_s, description},
            {u"error"_s, error},
            {u"createdMs"_s, createdMs},
            {u"uploadedMs"_s, uploadedMs},
            {u"startedMs"_s, startedMs},
            {u"completedMs"_s, completedMs},
            {u"expiresMs"_s, expiresMs},
            {u"key"_s, QString::fromLatin1(key)},
            {u"sizeBytes"_s, sizeBytes},
            {u"filename"_s, filename},
            {u"contentLength"_s, contentLength},
            {u"contentMd5"_s, QString::fromLatin1(contentMd5)},
            {u"uploadId"_s, QString::fromLatin1(uploadId)},
            {u"partCount"_s, partCount},
            {u"etag"_s, QString::fromLatin1(etag)},
            {u"dropTables"_s, dropTables},
            {u"disableForeignKeys"_s, disableForeignKeys},
            {u"replacements"_s, pairs},
            {u"willFail"_s, willFail}};
}

VectorJob VectorJob::fromStored(const QJsonObject& object)
{
    const auto text = [&object](QLatin1StringView name) { return object.value(name).toString(); };
    const auto number = [&object](QLatin1StringView name) { return object.value(name).toInteger(); };
    VectorJob job;
    job.id = text("id"_L1);
    job.kind = static_cast<VectorKind>(number("kind"_L1));
    job.place = {.site = static_cast<int>(number("site"_L1)),
                 .environment = static_cast<int>(number("environment"_L1))};
    job.state = static_cast<VectorState>(number("state"_L1));
    job.parent = text("parent"_L1);
    job.type = text("type"_L1);
    job.scope = text("scope"_L1);
    job.description = text("description"_L1);
    job.error = text("error"_L1);
    job.createdMs = number("createdMs"_L1);
    job.uploadedMs = number("uploadedMs"_L1);
    job.startedMs = number("startedMs"_L1);
    job.completedMs = number("completedMs"_L1);
    job.expiresMs = number("expiresMs"_L1);
    job.key = text("key"_L1).toLatin1();
    job.sizeBytes = number("sizeBytes"_L1);
    job.filename = text("filename"_L1);
    job.contentLength = number("contentLength"_L1);
    job.contentMd5 = text("contentMd5"_L1).toLatin1();
    job.uploadId = text("uploadId"_L1).toLatin1();
    job.partCount = static_cast<int>(number("partCount"_L1));
    job.etag = text("etag"_L1).toLatin1();
    job.dropTables = object.value(u"dropTables"_s).toBool();
    job.disableForeignKeys = object.value(u"disableForeignKeys"_s).toBool();
    const QJsonArray pairs = object.value(u"replacements"_s).toArray();
    for (const QJsonValue& pair : pairs) {
        job.replacements.append({pair.toArray().at(0).toString().toUtf8(), pair.toArray().at(1).toString().toUtf8()});
    }
    job.willFail = object.value(u"willFail"_s).toBool();
    return job;
}

} // namespace longshore::practice
