// Exports and imports of the Vector API. Their paths are what differs most between the dialects.
#include "app/practice/context.h"
#include "app/practice/vectorapi.h"
#include "app/practice/vectorrules.h"

#include <QFile>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace longshore::practice {

namespace {

constexpr qint64 largestForm = 10LL * 1024 * 1024;
constexpr qint64 largestDirect = 50LL * 1024 * 1024;
constexpr qint64 formEnvelope = 64 * 1024;

struct Paths
{
    QStringList startExport;
    QStringList exports; ///< with an id after it
    QStringList imports; ///< the same, and to start one
    QStringList direct;
};

Paths paths(VectorDialect dialect)
{
    switch (dialect) {
    case VectorDialect::D:
        return {.startExport = {u"database"_s, u"export"_s},
                .exports = {u"database"_s, u"export"_s},
                .imports = {u"database"_s, u"import"_s},
                .direct = {u"database"_s, u"import-direct"_s}};
    case VectorDialect::G1:
        return {.startExport = {u"db"_s, u"export"_s},
                .exports = {u"db"_s, u"exports"_s},
                .imports = {u"db"_s, u"imports"_s},
                .direct = {u"db"_s, u"import"_s}};
    case VectorDialect::G2:
        return {.startExport = {u"db"_s, u"export"_s},
                .exports = {u"db"_s, u"exports"_s},
                .imports = {u"imports"_s},
                .direct = {}};
    }
    return {};
}

HttpReply notActive(const QString& verb)
{
    const QString text = u"Site must be in active state to %1."_s.arg(verb);
    return vectorError(422, text, {{u"site"_s, {text}}});
}

QList<std::pair<int, QByteArray>> partsOf(const QJsonObject& body)
{
    QList<std::pair<int, QByteArray>> parts;
    const QJsonArray list = body.value(u"parts"_s).toArray();
    for (const QJsonValue& entry : list) {
        const QJsonObject part = entry.toObject();
        parts.append({part.value(u"part_number"_s).toInt(), part.value(u"etag"_s).toString().toLatin1()});
    }
    std::sort(parts.begin(), parts.end());
    return parts;
}

} // namespace

HttpReply VectorApi::databaseCall(const Call& call, VectorPlace place, const QStringList& rest)
{
    const Paths known = paths(m_dialect);
    const auto below = [&rest](const QStringList& path, qsizetype count) {
        return !path.isEmpty() && rest.size() == path.size() + count && rest.mid(0, path.size()) == path;
    };
    if (below(known.direct, 0)) {
        if (!call.isPost()) {
            return wrongMethod(call, u"POST"_s);
        }
        return m_dialect == VectorDialect::D ? importForm(call, place) : importBody(call, place);
    }
    if (below(known.startExport, 0)) {
        return call.isPost() ? startExport(call, place) : wrongMethod(call, u"POST"_s);
    }
    if (below(known.exports, 1)) {
        return call.isGet() ? status(VectorKind::Export, rest.last(), place, u"Export not found"_s)
                            : wrongMethod(call, u"GET, HEAD"_s);
    }
    if (below(known.imports, 0)) {
        return call.isPost() ? startImport(call, place) : wrongMethod(call, u"POST"_s);
    }
    if (below(known.imports, 1)) {
        return call.isGet() ? status(VectorKind::Import, rest.last(), place, u"Import not found"_s)
                            : wrongMethod(call, u"GET, HEAD"_s);
    }
    if (below(known.imports, 2) && rest.last() == u"run") {
        const QString id = rest.at(rest.size() - 2);
        const auto job = m_desk.find(VectorKind::Import, id);
        if (!job || job->place != place) {
            return vectorError(404, u"Import not found"_s);
        }
        return call.isPost() ? runImport(call, id) : wrongMethod(call, u"POST"_s);
    }
    return noRoute(call);
}

HttpReply VectorApi::status(VectorKind kind, const QString& id, std::optional<VectorPlace> place,
                            const QString& missing) const
{
    const auto job = m_desk.find(kind, id);
    if (!job || (place && job->place != *place)) {
        return vectorError(404, missing);
    }
    QJsonObject json = m_views.json(*job);
    if (m_context.faults.take(u"unknown-state")) {
        json.insert(u"status"_s, u"rebalancing"_s);
        json.insert(u"status_label"_s, u"Rebalancing"_s);
        json.remove(u"download_url"_s);
    }
    return ok(200, json, u"Retrieved successfully"_s);
}

HttpReply VectorApi::started(const VectorJob& job, const QString& message)
{
    const auto added = m_desk.add(job);
    return added ? ok(202, m_views.json(*added), message) : frameworkError(500, u"Server Error"_s);
}

HttpReply VectorApi::startExport(const Call& call, VectorPlace place)
{
    const QString format = call.body.value(u"format"_s).toString(u"sql"_s);
    if (format != u"sql") {
        const QString text = u"The selected format is invalid."_s;
        return vectorError(422, text, {{u"format"_s, {text}}});
    }
    if (siteStatus() != u"active") {
        return notActive(u"export"_s);
    }
    VectorJob job;
    job.kind = VectorKind::Export;
    job.place = place;
    job.willFail = m_context.faults.take(u"export-fails");
    ++m_context.exportsStarted;
    if (m_dialect != VectorDialect::D) {
        return started(job, u"Database export initiated"_s);
    }
    const auto added = m_desk.add(job);
    return added ? ok(202, QJsonObject{{u"export_id"_s, added->id}, {u"status"_s, u"pending"_s}}, {})
                 : frameworkError(500, u"Server Error"_s);
}

HttpReply VectorApi::startImport(const Call& call, VectorPlace place)
{
    VectorWish wish = parseImport(call.body, m_dialect);
    if (!wish.errors.isEmpty()) {
        return wish.refusal();
    }
    if (siteStatus() != u"active") {
        return notActive(u"import"_s);
    }
    wish.job.place = place;
    const auto added = m_desk.add(wish.job);
    if (!added) {
        return frameworkError(500, u"Server Error"_s);
    }
    ++m_context.importsStarted;
    return ok(m_dialect == VectorDialect::D ? 200 : 201, m_views.session(*added), u"Import session created"_s);
}

HttpReply VectorApi::runImport(const Call& call, const QString& id)
{
    const auto run = m_desk.run(id, partsOf(call.body));
    if (run) {
        ++m_context.importsRun;
        return ok(202, m_views.json(*run), u"Import initiated"_s);
    }
    const QString reason = run.error().detail;
    if (reason == u"state") {
        return vectorError(422, u"Import is not ready to run"_s,
                           {{u"status"_s, {u"Import must be in pending or uploaded status"_s}}});
    }
    if (reason == u"expired") {
        return vectorError(422, u"Import session has expired"_s,
                           {{u"expires_at"_s, {u"Please create a new import session"_s}}});
    }
    if (reason == u"parts") {
        const QString text = u"Failed to complete multipart upload"_s;
        return vectorError(422, text, {{u"parts"_s, {text}}});
    }
    return frameworkError(500, u"Server Error"_s);
}

// The prose documentation shows the request only; the answer is that of a finished import.
HttpReply VectorApi::importForm(const Call& call, VectorPlace place)
{
    QByteArray body;
    const bool isWhole = call.request.readBody([&body](QByteArrayView piece) {
        body.append(piece);
        return body.size() <= largestForm + formEnvelope;
    });
    const auto bytes = isWhole ? formFile(call.request.header("content-type"), body) : std::nullopt;
    QString wrong;
    if (!isWhole || (bytes && bytes->size() > largestForm)) {
        wrong = u"The file field must not be greater than 10240 kilobytes."_s;
    } else if (!bytes) {
        wrong = u"The file field is required."_s;
    }
    if (!wrong.isEmpty()) {
        return vectorError(422, wrong, {{u"file"_s, {wrong}}});
    }
    VectorJob job;
    job.kind = VectorKind::Import;
    job.place = place;
    job.startedMs = QDateTime::currentMSecsSinceEpoch();
    QFile file(m_desk.newWorkFile());
    if (!file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size()) {
        return frameworkError(500, u"Server Error"_s);
    }
    file.close();
    const auto done = m_desk.importNow(job, file.fileName());
    file.remove();
    job.completedMs = QDateTime::currentMSecsSinceEpoch();
    job.state = done ? VectorState::Completed : VectorState::Failed;
    job.error = done ? QString() : done.error().detail;
    const auto added = m_desk.add(job);
    if (!added) {
        return frameworkError(500, u"Server Error"_s);
    }
    ++m_context.importsRun;
    return done ? ok(200, m_views.json(*added), {}) : vectorError(422, u"Import failed"_s, {{u"file"_s, {job.error}}});
}

HttpReply VectorApi::importBody(const Call& call, VectorPlace place)
{
    const QueryParameters query(call.request.query);
    VectorJob job;
    job.kind = VectorKind::Import;
    job.place = place;
    job.dropTables = query.value("drop_tables") == "true" || query.value("drop_tables") == "1";
    job.disableForeignKeys =
        query.value("disable_foreign_keys") != "false" && query.value("disable_foreign_keys") != "0";
    if (query.has("search_replace_from")) {
        job.replacements.append({query.value("search_replace_from"), query.value("search_replace_to")});
    }
    QFile file(m_desk.newWorkFile());
    if (!file.open(QIODevice::WriteOnly)) {
        return frameworkError(500, u"Server Error"_s);
    }
    const bool isWhole = call.request.readBody([&file](QByteArrayView piece) {
        return file.size() + piece.size() <= largestDirect && file.write(piece.data(), piece.size()) == piece.size();
    });
    file.close();
    QString wrong;
    if (!isWhole) {
        wrong = u"The SQL content must not exceed 50MB."_s;
    } else if (file.size() == 0) {
        wrong = u"SQL content is required in the request body"_s;
    }
    if (!wrong.isEmpty()) {
        file.remove();
        return vectorError(422, wrong, {{u"content"_s, {wrong}}});
    }
    const qint64 begun = QDateTime::currentMSecsSinceEpoch();
    const auto done = m_desk.importNow(job, file.fileName());
    file.remove();
    ++m_context.importsRun;
    QJsonObject data{{u"success"_s, done.has_value()}, {u"duration_ms"_s, QDateTime::currentMSecsSinceEpoch() - begun}};
    if (!done) {
        data.insert(u"error"_s, done.error().detail);
        return vectorReply(500, data, u"Database import failed"_s);
    }
    return ok(200, data, u"Database imported successfully"_s);
}

} // namespace longshore::practice
