// What a deployment brings: packages and copied content are checked before anything of the target is touched.
#include "app/archive/packagecheck.h"
#include "app/practice/context.h"
#include "app/practice/deployments.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace longshore::practice {

namespace {

/// Why the package cannot become that database; empty when it can.
QString whyNot(const QString& file, Database database, const CancelFlag& cancel)
{
    const auto facts = checkPackage(file, cancel);
    if (!facts) {
        return facts.error().subject + u": "_s + facts.error().detail;
    }
    if (facts->database && *facts->database != database) {
        return u"it holds the tables of %1, not of %2"_s.arg(databaseApiName(*facts->database),
                                                             databaseApiName(database));
    }
    return {};
}

} // namespace

Result<QList<DeploymentDesk::Prepared>> DeploymentDesk::prepare(const Record& record, const CancelFlag& cancel)
{
    QList<Prepared> all;
    Result<void> done;
    for (const Database database : databasesOf(Platform::OptimizelyDxp)) {
        if (done && record.request.includeDb) {
            done = prepareCopy(record.source, database, all, cancel);
        }
    }
    for (const QString& package : record.request.packages) {
        if (done) {
            done = preparePackage(package, all, cancel);
        }
    }
    if (!done) {
        for (const Prepared& part : std::as_const(all)) {
            QFile::remove(part.file);
        }
        return fail(done.error());
    }
    return all;
}

Result<void> DeploymentDesk::prepareCopy(const QString& source, Database database, QList<Prepared>& all,
                                         const CancelFlag& cancel)
{
    const QString file = m_context.databases.newFile();
    if (const auto copied = m_context.databases.snapshot(source, database, file, cancel); !copied) {
        return fail(copied.error().code, file, u"The content of %1 could not be copied."_s.arg(source));
    }
    all.append({.database = database, .file = file});
    return {};
}

Result<void> DeploymentDesk::preparePackage(const QString& package, QList<Prepared>& all, const CancelFlag& cancel)
{
    const auto database = packageDatabase(package);
    if (!database) {
        return {}; // a code package changes nothing here
    }
    const auto file = assemble(package, cancel);
    if (!file) {
        return fail(file.error());
    }
    all.append({.database = *database, .file = *file});
    const QString reason = whyNot(*file, *database, cancel);
    if (!reason.isEmpty() || m_context.faults.take(u"package-broken")) {
        const QString text = u"The database package %1 could not be imported: %2"_s.arg(
            package, reason.isEmpty() ? u"the data of a table could not be read"_s : reason);
        return fail(Error::Code::FormatInvalid, package, runbookError(text));
    }
    return {};
}

Result<QString> DeploymentDesk::assemble(const QString& package, const CancelFlag& cancel)
{
    const auto gone = fail(Error::Code::FileAccess, package, u"The package %1 could not be read."_s.arg(package));
    const auto blob = m_context.blobs.find(containers::packages, package.toUtf8());
    const QString path = m_context.databases.newFile();
    if (!blob) {
        return gone;
    }
    if (blob->blocks.size() == 1) {
        const auto linked = linkOrCopy(m_context.blobs.path(*blob, blob->blocks.first()), path);
        return linked ? Result<QString>(path) : gone;
    }
    QFile target(path);
    if (!target.open(QIODevice::WriteOnly)) {
        return gone;
    }
    for (const BlobBlock& block : blob->blocks) {
        QFile source(m_context.blobs.path(*blob, block));
        bool ok = source.open(QIODevice::ReadOnly);
        while (ok && !source.atEnd()) {
            const QByteArray piece = source.read(1024 * 1024);
            ok = !piece.isEmpty() && target.write(piece) == piece.size() && !cancel->load();
        }
        if (!ok) {
            target.remove();
            return gone;
        }
    }
    return path;
}

} // namespace longshore::practice
