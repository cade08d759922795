#include "app/practice/exports.h"

#include "app/practice/context.h"
#include "app/practice/statefile.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace longshore::practice {

namespace {

constexpr qint64 shortestWorkMs = 6000;
constexpr qint64 longestWorkMs = 10000;

qint64 machineMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}

QString stateName(int state)
{
    static const QStringList names{u"InProgress"_s, u"Succeeded"_s, u"ExportFailed"_s, u"LinkExpired"_s};
    return names.value(state);
}

QByteArray md5Of(const QString& path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Md5);
    return file.open(QIODevice::ReadOnly) && hash.addData(&file) ? hash.result().toBase64() : QByteArray();
}

} // namespace

Result<void> ExportDesk::open()
{
    const auto document = readStateFile(m_context.stateFolder + u"/exports.json"_s);
    if (!document) {
        return fail(document.error());
    }
    const QJsonArray stored = document->array();
    for (const QJsonValue& record : stored) {
        m_records.append(fromStored(record.toObject()));
    }
    dropOrphans();
    m_worker = std::make_unique<Worker>([this](const CancelFlag& cancel) { return step(cancel); });
    return {};
}

// Snapshots of a run that ended before it could note their names.
void ExportDesk::dropOrphans()
{
    const QList<Blob> blobs = m_context.blobs.list(containers::exports);
    for (const Blob& blob : blobs) {
        const bool known = std::any_of(m_records.cbegin(), m_records.cend(),
                                       [&blob](const Record& record) { return record.bacpacName == blob.name; });
        if (!known) {
            m_context.blobs.remove(containers::exports, blob.name);
        }
    }
}

Result<QJsonObject> ExportDesk::start(const Request& request)
{
    const QMutexLocker lock(&m_mutex);
    const bool busy = std::any_of(m_records.cbegin(), m_records.cend(),
                                  [](const Record& record) { return record.state == State::Running; });
    if (busy) {
        return fail(Error::Code::ServerBusy);
    }
    Record record;
    record.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    record.environment = request.environment;
    record.database = request.database;
    record.retentionHours = request.retentionHours;
    record.startedMs = machineMs();
    const qint64 work = shortestWorkMs + QRandomGenerator::global()->bounded(longestWorkMs - shortestWorkMs);
    record.durationMs = m_context.scaled(std::chrono::milliseconds(work)).count();
    record.willFail = m_context.faults.take(u"export-fails");
    m_records.append(record);
    if (const auto saved = save(); !saved) {
        m_records.removeLast();
        return fail(saved.error());
    }
    ++m_context.exportsStarted;
    m_worker->wake();
    return toApi(record, u"Started"_s);
}

Result<QJsonObject> ExportDesk::status(const QString& id, const QString& environment, Database database)
{
    const QMutexLocker lock(&m_mutex);
    for (const Record& record : std::as_const(m_records)) {
        if (record.id.compare(id, Qt::CaseInsensitive) == 0 && record.environment == environment
            && record.database == database) {
            // The worker may be a moment late; nobody gets a link to what is no longer kept.
            const bool over = record.state == State::Succeeded && machineMs() >= expiryMs(record);
            return toApi(record, stateName(static_cast<int>(over ? State::Expired : record.state)));
        }
    }
    return fail(Error::Code::NotFound, id);
}

QJsonArray ExportDesk::summary() const
{
    const QMutexLocker lock(&m_mutex);
    QJsonArray all;
    for (const Record& record : m_records) {
        all.append(QJsonObject{{u"id"_s, record.id},
                               {u"environment"_s, record.environment},
                               {u"databaseName"_s, databaseApiName(record.database)},
                               {u"status"_s, stateName(static_cast<int>(record.state))}});
    }
    return all;
}

Worker::Delay ExportDesk::step(const CancelFlag& cancel)
{
    while (const auto record = nextWithoutSnapshot()) {
        const auto name = makeSnapshot(*record, cancel);
        if (cancel->load()) {
            return {};
        }
        const QMutexLocker lock(&m_mutex);
        for (Record& mine : m_records) {
            if (mine.id == record->id) {
                mine.bacpacName = name.value_or(QByteArray());
                mine.willFail = mine.willFail || !name;
            }
        }
        (void)save();
    }
    return advance();
}

std::optional<ExportDesk::Record> ExportDesk::nextWithoutSnapshot() const
{
    const QMutexLocker lock(&m_mutex);
    for (const Record& record : m_records) {
        if (record.state == State::Running && record.bacpacName.isEmpty() && !record.willFail) {
            return record;
        }
    }
    return std::nullopt;
}

Result<QByteArray> ExportDesk::makeSnapshot(const Record& record, const CancelFlag& cancel)
{
    const QByteArray prefix = (databaseApiName(record.database) + u'_' + record.environment + u'_').toLatin1();
    QDateTime stamp = m_context.faults.now();
    QByteArray name;
    do {
        name = prefix + stamp.toString(u"yyyyMMddHHmmss"_s).toLatin1() + ".bacpac";
        stamp = stamp.addSecs(1);
    } while (m_context.blobs.find(containers::exports, name));
    const QString part = m_context.blobs.newFile(containers::exports, name, {});
    if (const auto made = m_context.databases.snapshot(record.environment, record.database, part, cancel); !made) {
        return fail(made.error());
    }
    const QString file = QString(part).replace(u".part"_s, u".block"_s);
    if (!QFile::rename(part, file)) {
        return fail(Error::Code::FileAccess, file);
    }
    const BlobBlock content{.id = {}, .file = QFileInfo(file).fileName(), .size = QFileInfo(file).size()};
    const auto put = m_context.blobs.putWhole(
        containers::exports, name, content,
        {.contentType = "application/octet-stream", .md5 = md5Of(file), .now = m_context.faults.now()});
    if (!put) {
        return fail(put.error());
    }
    return name;
}

// Moves every record on whose time has come.
Worker::Delay ExportDesk::advance()
{
    const QMutexLocker lock(&m_mutex);
    const qint64 now = machineMs();
    Worker::Delay delay;
    bool changed = false;
    for (Record& record : m_records) {
        qint64 due = record.startedMs + record.durationMs;
        if (record.state == State::Running && now >= due) {
            record.state = record.willFail ? State::Failed : State::Succeeded;
            record.finishedMs = now;
            changed = true;
        }
        if (record.state == State::Succeeded) {
            due = expiryMs(record);
            if (now >= due) {
                record.state = State::Expired;
                m_context.blobs.remove(containers::exports, record.bacpacName);
                changed = true;
            }
        }
        if (record.state == State::Running || record.state == State::Succeeded) {
            const std::chrono::milliseconds wait(std::max<qint64>(due - now, 1));
            delay = delay ? std::min(*delay, wait) : wait;
        }
    }
    if (changed) {
        (void)save(); // a full disk is told by the next start
    }
    return delay;
}

qint64 ExportDesk::expiryMs(const Record& record) const
{
    return record.finishedMs + m_context.scaled(std::chrono::hours(record.retentionHours)).count();
}

QJsonObject ExportDesk::toApi(const Record& record, const QString& status) const
{
    const bool there = status == stateName(static_cast<int>(State::Succeeded));
    const bool named = there || status == stateName(static_cast<int>(State::Expired));
    return {{u"id"_s, record.id},
            {u"projectId"_s, m_context.identity.projectId},
            {u"databaseName"_s, databaseApiName(record.database)},
            {u"databaseDisplayName"_s, record.database == Database::Cms ? u"CMS"_s : u"Commerce"_s},
            {u"bacpacName"_s, named ? QJsonValue(QString::fromLatin1(record.bacpacName)) : QJsonValue()},
            {u"environment"_s, record.environment},
            {u"status"_s, status},
            {u"downloadLink"_s, there ? QJsonValue(QString::fromLatin1(freshLink(record))) : QJsonValue()}};
}

QByteArray ExportDesk::freshLink(const Record& record) const
{
    const QDateTime now = m_context.faults.now();
    qint64 leftMs = expiryMs(record) - machineMs();
    if (const auto seconds = m_context.faults.number(u"expire-link-after")) {
        leftMs = std::min(leftMs, *seconds * 1000);
    }
    return m_context.link({.container = containers::exports,
                           .blob = record.bacpacName,
                           .permissions = "r",
                           .expires = now.addMSecs(leftMs + 999)}); // the link knows whole seconds only
}

Result<void> ExportDesk::save() const
{
    QJsonArray stored;
    for (const Record& record : m_records) {
        stored.append(toStored(record));
    }
    return writeStateFile(m_context.stateFolder + u"/exports.json"_s, QJsonDocument(stored));
}

QJsonObject ExportDesk::toStored(const Record& record)
{
    return {{u"id"_s, record.id},
            {u"environment"_s, record.environment},
            {u"database"_s, databaseApiName(record.database)},
            {u"retentionHours"_s, record.retentionHours},
            {u"startedMs"_s, record.startedMs},
            {u"durationMs"_s, record.durationMs},
            {u"finishedMs"_s, record.finishedMs},
            {u"state"_s, static_cast<int>(record.state)},
            {u"willFail"_s, record.willFail},
            {u"bacpacName"_s, QString::fromLatin1(record.bacpacName)}};
}

ExportDesk::Record ExportDesk::fromStored(const QJsonObject& object)
{
    Record record;
    record.id = object.value(u"id"_s).toString();
    record.environment = object.value(u"environment"_s).toString();
    record.database = databaseFromName(object.value(u"database"_s).toString()).value_or(Database::Cms);
    record.retentionHours = object.value(u"retentionHours"_s).toInt();
    record.startedMs = object.value(u"startedMs"_s).toInteger();
    record.durationMs = object.value(u"durationMs"_s).toInteger();
    record.finishedMs = object.value(u"finishedMs"_s).toInteger();
    record.state = static_cast<State>(object.value(u"state"_s).toInt());
    record.willFail = object.value(u"willFail"_s).toBool();
    record.bacpacName = object.value(u"bacpacName"_s).toString().toLatin1();
    return record;
}

} // namespace longshore::practice
