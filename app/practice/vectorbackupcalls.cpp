// Promotes, backups with their downloads, and restores of the Vector API.
#include "app/practice/context.h"
#include "app/practice/vectorapi.h"
#include "app/practice/vectorrules.h"

using namespace Qt::StringLiterals;

namespace longshore::practice {

namespace {

/// An id may come as a number.
QString idText(const QJsonValue& value)
{
    return value.toVariant().toString();
}

} // namespace

HttpReply VectorApi::promoteCall(const Call& call, VectorPlace place, const QStringList& rest)
{
    if (rest.size() == 3 && rest.at(1) == u"promotes") {
        return call.isGet() ? status(VectorKind::Promote, rest.at(2), place, u"Promote not found"_s)
                            : wrongMethod(call, u"GET, HEAD"_s);
    }
    if (rest.size() != 2 || rest.at(1) != u"promote") {
        return noRoute(call);
    }
    if (!call.isPost()) {
        return wrongMethod(call, u"POST"_s);
    }
    if (siteStatus() != u"active") {
        const QString text = u"Environment must be in active state to promote."_s;
        return vectorError(422, text, {{u"environment"_s, {text}}});
    }
    if (m_desk.isWorking(VectorKind::Promote, place)) {
        const QString text = u"A promote is already in progress for this environment."_s;
        return vectorError(422, text, {{u"status"_s, {text}}});
    }
    VectorJob job;
    job.kind = VectorKind::Promote;
    job.place = place;
    job.dropTables = call.body.value(u"drop_tables"_s).toBool(true);
    job.disableForeignKeys = call.body.value(u"disable_foreign_keys"_s).toBool(true);
    return started(job, u"Database promote initiated"_s);
}

HttpReply VectorApi::backupCall(const Call& call)
{
    if (call.path.size() == 1) {
        if (call.isPost()) {
            return startBackup(call);
        }
        const QueryParameters query(call.request.query);
        const QByteArray type = query.value("type");
        const auto site = m_sites.findSite(QString::fromUtf8(query.value("site_id")));
        const auto environment = m_sites.findEnvironment(QString::fromUtf8(query.value("environment_id")));
        QList<QJsonObject> items;
        const QList<VectorJob> jobs = m_desk.list(VectorKind::Backup);
        for (const VectorJob& job : jobs) {
            const bool isWanted = (type.isEmpty() || (type == "site") == job.place.isDevelopment())
                                  && (!site || job.place.site == site->site)
                                  && (!environment || job.place == *environment);
            if (isWanted) {
                items.append(m_views.json(job));
            }
        }
        return paged(call, items, u"Backups retrieved successfully"_s);
    }
    const auto backup = m_desk.find(VectorKind::Backup, call.path.at(1));
    if (!backup) {
        return vectorError(404, u"Backup not found"_s);
    }
    if (call.path.size() == 2) {
        return status(VectorKind::Backup, backup->id, {}, u"Backup not found"_s);
    }
    if (call.path.at(2) != u"downloads" || call.path.size() > 4) {
        return noRoute(call);
    }
    if (call.path.size() == 4) {
        const auto download = m_desk.find(VectorKind::Download, call.path.at(3));
        const bool isIts = download && download->parent == backup->id;
        return isIts ? status(VectorKind::Download, download->id, {}, {})
                     : vectorError(404, u"Backup download not found"_s);
    }
    if (!call.isPost()) {
        return wrongMethod(call, u"POST"_s);
    }
    if (backup->state != VectorState::Completed) {
        const QString text = u"Backup must be completed to be downloaded."_s;
        return vectorError(422, text, {{u"status"_s, {text}}});
    }
    VectorJob job;
    job.kind = VectorKind::Download;
    job.place = backup->place;
    job.parent = backup->id;
    return started(job, u"Backup download initiated"_s);
}

HttpReply VectorApi::startBackup(const Call& call)
{
    VectorWish wish = parseBackup(call.body);
    const QString siteId = idText(call.body.value(u"site_id"_s));
    const QString environmentId = idText(call.body.value(u"environment_id"_s));
    const auto place = environmentId.isEmpty() ? m_sites.findSite(siteId) : m_sites.findEnvironment(environmentId);
    if (siteId.isEmpty() == environmentId.isEmpty()) {
        wish.errors[u"site_id"_s].append(u"Either site id or environment id is required."_s);
    } else if (!place) {
        return vectorError(404, environmentId.isEmpty() ? u"Site not found"_s : u"Environment not found"_s);
    }
    if (!wish.errors.isEmpty()) {
        return wish.refusal();
    }
    wish.job.place = *place;
    wish.job.willFail = m_context.faults.take(u"backup-fails");
    return started(wish.job, u"Backup initiated"_s);
}

HttpReply VectorApi::restoreCall(const Call& call)
{
    if (call.path.size() == 2) {
        return status(VectorKind::Restore, call.path.at(1), {}, u"Restore not found"_s);
    }
    if (call.path.size() > 2) {
        return noRoute(call);
    }
    if (call.isPost()) {
        return startRestore(call);
    }
    QList<QJsonObject> items;
    const QList<VectorJob> jobs = m_desk.list(VectorKind::Restore);
    for (const VectorJob& job : jobs) {
        items.append(m_views.json(job));
    }
    return paged(call, items, u"Restores retrieved successfully"_s);
}

// Where to is not said: a backup goes back to what it was made of.
HttpReply VectorApi::startRestore(const Call& call)
{
    VectorWish wish = parseRestore(call.body);
    const QString id = idText(call.body.value(u"backup_id"_s));
    if (id.isEmpty()) {
        wish.errors[u"backup_id"_s].append(u"The backup id field is required."_s);
    }
    if (!wish.errors.isEmpty()) {
        return wish.refusal();
    }
    const auto backup = m_desk.find(VectorKind::Backup, id);
    if (!backup) {
        return vectorError(404, u"Backup not found"_s);
    }
    if (backup->state != VectorState::Completed || backup->scope == u"files") {
        const QString text = u"Backup must be completed and hold a database to be restored."_s;
        return vectorError(422, text, {{u"backup_id"_s, {text}}});
    }
    wish.job.place = backup->place;
    wish.job.parent = backup->id;
    return started(wish.job, u"Restore initiated"_s);
}

} // namespace longshore::practice
