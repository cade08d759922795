// What the records of the Vector account do to databases.
#include "app/archive/tarball.h"
#include "app/practice/context.h"
#include "app/practice/databases.h"
#include "app/practice/vectordesk.h"
#include "app/practice/vectorsql.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace longshore::practice {

namespace {

constexpr qint64 pieceSize = 1024 * 1024;

/// A file of the work, removed when it is not needed any more.
class WorkFile final
{
public:
    explicit WorkFile(QString path) : m_path(std::move(path)) { }
    ~WorkFile() { QFile::remove(m_path); }
    WorkFile(const WorkFile&) = delete;
    WorkFile& operator=(const WorkFile&) = delete;
    [[nodiscard]] const QString& path() const { return m_path; }

private:
    QString m_path;
};

tl::unexpected<Error> refused(const QString& sentence)
{
    return fail(Error::Code::FormatInvalid, {}, sentence);
}

/// Hands over the bytes of files, one after the other.
Result<void> readAll(const QList<FileBody::Part>& files, const CancelFlag& cancel,
                     const std::function<bool(const QByteArray&)>& take)
{
    for (const FileBody::Part& part : files) {
        QFile file(part.file);
        if (!file.open(QIODevice::ReadOnly)) {
            return fail(Error::Code::FileAccess, part.file, file.errorString());
        }
        QByteArray piece;
        while (!(piece = file.read(pieceSize)).isEmpty()) {
            if (cancel->load()) {
                return fail(Error::Code::Cancelled);
            }
            if (!take(piece)) {
                return fail(Error::Code::DiskFull, part.file);
            }
        }
    }
    return {};
}

bool isGzip(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(2) == QByteArray("\x1f\x8b", 2);
}

} // namespace

Result<void> VectorDesk::carryOut(VectorJob& job, const CancelFlag& cancel)
{
    switch (job.kind) {
    case VectorKind::Export:
        return doExport(job, cancel);
    case VectorKind::Import:
        return doImport(job, cancel);
    case VectorKind::Promote:
        return doPromote(job, cancel);
    case VectorKind::Backup:
        return doBackup(job, cancel);
    case VectorKind::Download:
        return doDownload(job, cancel);
    case VectorKind::Restore:
        return doRestore(job, cancel);
    }
    return {};
}

Result<void> VectorDesk::keep(VectorJob& job, const QString& file, const QByteArray& contentType)
{
    QCryptographicHash hash(QCryptographicHash::Md5);
    QFile content(file);
    if (!content.open(QIODevice::ReadOnly) || !hash.addData(&content)) {
        return fail(Error::Code::FileAccess, file, content.errorString());
    }
    job.sizeBytes = content.size();
    const S3Part part{.file = QFileInfo(file).fileName(), .size = content.size(), .md5 = hash.result().toHex()};
    return m_objects.put(job.key, part, contentType, m_context.faults.now()).map([](const S3Object&) {});
}

Result<void> VectorDesk::doExport(VectorJob& job, const CancelFlag& cancel)
{
    const QString database = m_sites.database(job.place);
    if (job.willFail) {
        return refused(u"mysqldump: Error 2013: Lost connection to server during query when dumping table "
                       "`wp_postmeta` at row: 8123"_s);
    }
    const QString file = m_objects.newFile();
    if (file.isEmpty()) {
        return fail(Error::Code::FileAccess);
    }
    job.key = "exports/" + job.id.toLatin1() + '/' + database.toLatin1() + ".sql";
    return m_databases.dump(database, file, cancel).and_then([&] { return keep(job, file, "application/sql"); });
}

Result<void> VectorDesk::checkUpload(const VectorJob& job, const S3Object& object, const CancelFlag& cancel)
{
    if (job.contentLength >= 0 && job.contentLength != object.size()) {
        return refused(u"The size of the upload (%1 bytes) does not match content_length (%2 bytes)."_s.arg(
            QString::number(object.size()), QString::number(job.contentLength)));
    }
    if (job.contentMd5.isEmpty()) {
        return {};
    }
    QCryptographicHash hash(QCryptographicHash::Md5);
    const auto read = readAll(m_objects.files(object), cancel, [&hash](const QByteArray& piece) {
        hash.addData(piece);
        return true;
    });
    if (read && hash.result().toHex() != job.contentMd5.toLower()) {
        return refused(u"The checksum of the upload (%1) does not match content_md5 (%2)."_s.arg(
            QString::fromLatin1(hash.result().toHex()), QString::fromLatin1(job.contentMd5)));
    }
    return read;
}

Result<void> VectorDesk::doImport(VectorJob& job, const CancelFlag& cancel)
{
    const auto object = m_objects.find(job.key);
    if (!object) {
        return refused(u"The uploaded file was not found in storage."_s);
    }
    if (job.willFail) {
        return refused(u"ERROR 2013 (HY000) at line 1414: Lost connection to server during query"_s);
    }
    if (const auto checked = checkUpload(job, *object, cancel); !checked) {
        return checked;
    }
    if (m_dialect == VectorDialect::G2 && job.scope != u"database") {
        return refused(u"The upload is not a full site archive. Imports of SQL files need the scope \"database\"."_s);
    }
    const WorkFile whole(newWorkFile());
    const WorkFile plain(newWorkFile());
    QFile target(whole.path());
    if (!target.open(QIODevice::WriteOnly)) {
        return fail(Error::Code::FileAccess, whole.path(), target.errorString());
    }
    const auto copied = readAll(m_objects.files(*object), cancel,
                                [&target](const QByteArray& piece) { return target.write(piece) == piece.size(); });
    if (!copied || !target.flush()) {
        return copied ? fail(Error::Code::DiskFull, whole.path()) : copied;
    }
    target.close();
    if (!isGzip(whole.path())) {
        return loadPlain(job, whole.path(), cancel);
    }
    if (const auto unpacked = unpackGzip(whole.path(), plain.path(), cancel); !unpacked) {
        const Error& error = unpacked.error();
        return error.code == Error::Code::FormatInvalid ? refused(u"gzip: "_s + error.detail) : unpacked;
    }
    return loadPlain(job, plain.path(), cancel);
}

Result<void> VectorDesk::loadPlain(const VectorJob& job, const QString& file, const CancelFlag& cancel)
{
    const VectorLoad how{.dropTables = job.dropTables, .disableForeignKeys = job.disableForeignKeys};
    const QString database = m_sites.database(job.place);
    const WorkFile first(newWorkFile());
    const WorkFile second(newWorkFile());
    QString from = file;
    for (const auto& [search, replacement] : job.replacements) {
        const QString to = from == first.path() ? second.path() : first.path();
        if (const auto replaced = replaceInDump(from, to, search, replacement, cancel); !replaced) {
            return replaced;
        }
        from = to;
    }
    return m_databases.load(database, from, how, cancel);
}

Result<void> VectorDesk::importNow(const VectorJob& how, const QString& file)
{
    const WorkFile plain(newWorkFile());
    if (!isGzip(file)) {
        return loadPlain(how, file, m_ending);
    }
    return unpackGzip(file, plain.path(), m_ending).and_then([&] { return loadPlain(how, plain.path(), m_ending); });
}

Result<void> VectorDesk::doPromote(VectorJob& job, const CancelFlag& cancel)
{
    const WorkFile dump(newWorkFile());
    return m_databases.dump(m_sites.database({.site = job.place.site}), dump.path(), cancel).and_then([&] {
        return loadPlain(job, dump.path(), cancel);
    });
}

QString VectorDesk::backupFile(const QString& id) const
{
    return m_context.stateFolder + u"/vector-backups/"_s + id + u".sql"_s;
}

Result<void> VectorDesk::doBackup(VectorJob& job, const CancelFlag& cancel)
{
    if (job.willFail) {
        return refused(u"restic: unable to save snapshot: Fatal: unable to open repository"_s);
    }
    const QString file = backupFile(job.id);
    const auto dumped = m_databases.dump(m_sites.database(job.place), file, cancel);
    job.sizeBytes = QFileInfo(file).size();
    return dumped;
}

Result<void> VectorDesk::doDownload(VectorJob& job, const CancelFlag& cancel)
{
    const auto backup = find(VectorKind::Backup, job.parent);
    if (!backup) {
        return refused(u"Backup not found"_s);
    }
    const WorkFile readme(newWorkFile());
    const QString dump = u"database/"_s + m_sites.database(job.place) + u".sql"_s;
    QList<TarEntry> entries;
    if (backup->scope != u"files") {
        entries.append({.name = dump, .file = backupFile(job.parent)});
    }
    if (backup->scope != u"database") {
        QFile content(readme.path());
        if (!content.open(QIODevice::WriteOnly) || content.write("<?php // Silence is golden.\n") < 0) {
            return fail(Error::Code::FileAccess, readme.path(), content.errorString());
        }
        content.close();
        entries.append({.name = u"files/wp-content/index.php"_s, .file = readme.path()});
    }
    const QString file = m_objects.newFile();
    job.key = "downloads/" + job.id.toLatin1() + "/backup-" + job.parent.toLatin1() + ".tar.gz";
    return writeTarball(file, entries, m_context.faults.now(), cancel).and_then([&] {
        return keep(job, file, "application/gzip");
    });
}

Result<void> VectorDesk::doRestore(VectorJob& job, const CancelFlag& cancel)
{
    const WorkFile copy(newWorkFile());
    return linkOrCopy(backupFile(job.parent), copy.path()).and_then([&] {
        return loadPlain(job, copy.path(), cancel);
    });
}

} // namespace longshore::practice
