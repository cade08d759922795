#include "app/practice/s3store.h"

#include "app/practice/statefile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QSet>
#include <QTimeZone>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace longshore::practice {

namespace {

constexpr auto indexName = "index.json";

QByteArray opaqueTag()
{
    return '"' + QUuid::createUuid().toByteArray(QUuid::Id128) + '"';
}

QByteArray tagOf(const S3Part& part, S3Tags tags)
{
    return tags == S3Tags::Md5 ? '"' + part.md5 + '"' : opaqueTag();
}

QByteArray latin1(const QJsonObject& object, QLatin1StringView name)
{
    return object.value(name).toString().toLatin1();
}

} // namespace

qint64 S3Object::size() const
{
    qint64 sum = 0;
    for (const S3Part& part : parts) {
        sum += part.size;
    }
    return sum;
}

S3Store::S3Store(QString folder) : m_folder(std::move(folder)) { }

Result<void> S3Store::load()
{
    const QMutexLocker lock(&m_mutex);
    const auto document = readStateFile(m_folder + u'/' + QLatin1StringView(indexName));
    if (!document) {
        return fail(document.error());
    }
    QSet<QString> known{QString::fromLatin1(indexName)};
    const QJsonArray objects = document->object().value(u"objects"_s).toArray();
    for (const QJsonValue& entry : objects) {
        const QJsonObject stored = entry.toObject();
        S3Object object{.key = stored.value(u"key"_s).toString().toUtf8(),
                        .etag = latin1(stored, "etag"_L1),
                        .contentType = latin1(stored, "type"_L1),
                        .modified =
                            QDateTime::fromMSecsSinceEpoch(stored.value(u"modified"_s).toInteger(), QTimeZone::utc()),
                        .parts = {}};
        const QJsonArray parts = stored.value(u"parts"_s).toArray();
        for (const QJsonValue& part : parts) {
            object.parts.append(fromJson(part.toObject()));
            known.insert(object.parts.last().file);
        }
        m_objects.insert(object.key, object);
    }
    const QJsonArray uploads = document->object().value(u"uploads"_s).toArray();
    for (const QJsonValue& entry : uploads) {
        const QJsonObject stored = entry.toObject();
        Upload upload{.key = stored.value(u"key"_s).toString().toUtf8(), .parts = {}};
        const QJsonArray parts = stored.value(u"parts"_s).toArray();
        for (const QJsonValue& value : parts) {
            const QJsonObject part = value.toObject();
            upload.parts.insert(part.value(u"number"_s).toInt(),
                                {.part = fromJson(part), .etag = latin1(part, "etag"_L1)});
            known.insert(part.value(u"file"_s).toString());
        }
        m_uploads.insert(latin1(stored, "id"_L1), upload);
    }
    QDir dir(m_folder);
    const QStringList files = dir.entryList(QDir::Files);
    for (const QString& file : files) {
        if (!known.contains(file)) {
            dir.remove(file);
        }
    }
    return {};
}

std::optional<S3Object> S3Store::find(const QByteArray& key) const
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_objects.constFind(key);
    return found == m_objects.constEnd() ? std::nullopt : std::optional(*found);
}

qsizetype S3Store::count() const
{
    const QMutexLocker lock(&m_mutex);
    return m_objects.size();
}

QString S3Store::path(const S3Part& part) const
{
    return m_folder + u'/' + part.file;
}

QList<FileBody::Part> S3Store::files(const S3Object& object) const
{
    QList<FileBody::Part> files;
    for (const S3Part& part : object.parts) {
        files.append({.file = path(part), .size = part.size});
    }
    return files;
}

QString S3Store::newFile() const
{
    return QDir().mkpath(m_folder) ? m_folder + u'/' + QUuid::createUuid().toString(QUuid::Id128) : QString();
}

Result<S3Object> S3Store::put(const QByteArray& key, const S3Part& part, const QByteArray& contentType,
                              const QDateTime& now, S3Tags tags)
{
    const QMutexLocker lock(&m_mutex);
    const S3Object before = m_objects.value(key);
    const S3Object object{
        .key = key, .etag = tagOf(part, tags), .contentType = contentType, .modified = now, .parts = {part}};
    m_objects.insert(key, object);
    if (const auto saved = save(); !saved) {
        return fail(saved.error());
    }
    discard(before.parts);
    return object;
}

void S3Store::remove(const QByteArray& key)
{
    const QMutexLocker lock(&m_mutex);
    const S3Object object = m_objects.take(key);
    (void)save();
    discard(object.parts);
}

void S3Store::touch(const QByteArray& key, const QDateTime& now)
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_objects.find(key);
    if (found != m_objects.end()) {
        found->etag = opaqueTag();
        found->modified = now;
        (void)save();
    }
}

QByteArray S3Store::beginUpload(const QByteArray& key)
{
    const QMutexLocker lock(&m_mutex);
    const QByteArray id = QUuid::createUuid().toRfc4122().toBase64(QByteArray::Base64UrlEncoding) + ".-_";
    m_uploads.insert(id, {.key = key, .parts = {}});
    (void)save();
    return id;
}

bool S3Store::hasUpload(const QByteArray& id, const QByteArray& key) const
{
    const QMutexLocker lock(&m_mutex);
    return m_uploads.contains(id) && m_uploads.value(id).key == key;
}

Result<QByteArray> S3Store::putPart(const QByteArray& id, int number, const S3Part& part, S3Tags tags)
{
    const QMutexLocker lock(&m_mutex);
    const auto upload = m_uploads.find(id);
    if (upload == m_uploads.end()) {
        return fail(Error::Code::NotFound, QString::fromLatin1(id));
    }
    const UploadedPart before = upload->parts.value(number);
    const UploadedPart uploaded{.part = part, .etag = tagOf(part, tags)};
    upload->parts.insert(number, uploaded);
    if (const auto saved = save(); !saved) {
        return fail(saved.error());
    }
    if (!before.part.file.isEmpty()) {
        discard({before.part});
    }
    return uploaded.etag;
}

Result<S3Object> S3Store::complete(const QByteArray& id, const QList<std::pair<int, QByteArray>>& parts,
                                   qint64 leastPart, const QDateTime& now)
{
    const QMutexLocker lock(&m_mutex);
    const auto upload = m_uploads.find(id);
    if (upload == m_uploads.end()) {
        return fail(Error::Code::BadInput, u"NoSuchUpload"_s);
    }
    S3Object object{
        .key = upload->key, .etag = {}, .contentType = "application/octet-stream", .modified = now, .parts = {}};
    QByteArray digests;
    int last = 0;
    for (const auto& [number, etag] : parts) {
        const UploadedPart part = upload->parts.value(number);
        if (number <= last) {
            return fail(Error::Code::BadInput, u"InvalidPartOrder"_s);
        }
        if (part.part.file.isEmpty() || part.etag != etag) {
            return fail(Error::Code::BadInput, u"InvalidPart"_s, QString::number(number));
        }
        if (!object.parts.isEmpty() && object.parts.last().size < leastPart) {
            return fail(Error::Code::BadInput, u"EntityTooSmall"_s, QString::number(last));
        }
        last = number;
        digests += QByteArray::fromHex(part.part.md5);
        object.parts.append(part.part);
    }
    if (parts.isEmpty()) {
        return fail(Error::Code::BadInput, u"InvalidPart"_s);
    }
    object.etag = '"' + QCryptographicHash::hash(digests, QCryptographicHash::Md5).toHex() + '-'
                  + QByteArray::number(parts.size()) + '"';
    QList<S3Part> unused = m_objects.value(object.key).parts;
    for (const auto& [number, part] : upload->parts.asKeyValueRange()) {
        const bool isUsed = std::any_of(parts.cbegin(), parts.cend(),
                                        [wanted = number](const auto& entry) { return entry.first == wanted; });
        if (!isUsed) {
            unused.append(part.part);
        }
    }
    m_uploads.remove(id);
    m_objects.insert(object.key, object);
    if (const auto saved = save(); !saved) {
        return fail(saved.error());
    }
    discard(unused);
    return object;
}

void S3Store::abort(const QByteArray& id)
{
    const QMutexLocker lock(&m_mutex);
    const Upload upload = m_uploads.take(id);
    (void)save();
    for (const UploadedPart& part : upload.parts) {
        discard({part.part});
    }
}

void S3Store::discard(const QList<S3Part>& parts) const
{
    for (const S3Part& part : parts) {
        QFile::remove(path(part));
    }
}

QJsonObject S3Store::toJson(const S3Part& part)
{
    return {{u"file"_s, part.file}, {u"size"_s, part.size}, {u"md5"_s, QString::fromLatin1(part.md5)}};
}

S3Part S3Store::fromJson(const QJsonObject& object)
{
    return {.file = object.value(u"file"_s).toString(),
            .size = object.value(u"size"_s).toInteger(),
            .md5 = latin1(object, "md5"_L1)};
}

Result<void> S3Store::save() const
{
    QJsonArray objects;
    for (const S3Object& object : m_objects) {
        QJsonArray parts;
        for (const S3Part& part : object.parts) {
            parts.append(toJson(part));
        }
        objects.append(QJsonObject{{u"key"_s, QString::fromUtf8(object.key)},
                                   {u"etag"_s, QString::fromLatin1(object.etag)},
                                   {u"type"_s, QString::fromLatin1(object.contentType)},
                                   {u"modified"_s, object.modified.toMSecsSinceEpoch()},
                                   {u"parts"_s, parts}});
    }
    QJsonArray uploads;
    for (auto it = m_uploads.cbegin(); it != m_uploads.cend(); ++it) {
        QJsonArray parts;
        for (auto part = it->parts.cbegin(); part != it->parts.cend(); ++part) {
            QJsonObject stored = toJson(part->part);
            stored.insert(u"number"_s, part.key());
            stored.insert(u"etag"_s, QString::fromLatin1(part->etag));
            parts.append(stored);
        }
        uploads.append(QJsonObject{
            {u"id"_s, QString::fromLatin1(it.key())}, {u"key"_s, QString::fromUtf8(it->key)}, {u"parts"_s, parts}});
    }
    if (!QDir().mkpath(m_folder)) {
        return fail(Error::Code::FileAccess, m_folder);
    }
    return writeStateFile(m_folder + u'/' + QLatin1StringView(indexName),
                          QJsonDocument(QJsonObject{{u"objects"_s, objects}, {u"uploads"_s, uploads}}));
}

} // namespace longshore::practice
