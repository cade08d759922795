#include "app/cli/librarycommands.h"

#include "app/cli/format.h"
#include "app/cli/jobtext.h"
#include "app/library/library.h"
#include "app/services.h"

#include <QDir>
#include <QFileInfo>

namespace longshore::cli {

using namespace Qt::StringLiterals;

namespace {

QString healthText(LibraryEntry::Health health)
{
    switch (health) {
    case LibraryEntry::Health::Verified:
        return u"verified"_s;
    case LibraryEntry::Health::Missing:
        return u"missing"_s;
    case LibraryEntry::Health::Damaged:
        return u"damaged"_s;
    case LibraryEntry::Health::Unchecked:
        break;
    }
    return u"unchecked"_s;
}

QJsonObject fileJson(const LibraryEntry& entry)
{
    QJsonObject object{{u"type"_s, u"file"_s},
                       {u"id"_s, entry.id},
                       {u"path"_s, entry.path},
                       {u"connection"_s, entry.connectionName},
                       {u"environment"_s, entry.environment},
                       {u"database"_s, databaseApiName(entry.database)},
                       {u"exportedAt"_s, entry.exportedAt.toUTC().toString(Qt::ISODate)},
                       {u"size"_s, entry.size},
                       {u"sha256"_s, entry.sha256},
                       {u"health"_s, healthText(entry.health)}};
    if (entry.verifiedAt.isValid()) {
        object.insert(u"verifiedAt"_s, entry.verifiedAt.toUTC().toString(Qt::ISODate));
    }
    return object;
}

} // namespace

void ListLibrary::run()
{
    QList<QStringList> rows;
    const QList<LibraryEntry> entries = services().library().entries();
    for (const LibraryEntry& entry : entries) {
        output().json(fileJson(entry));
        rows.append({shortId(entry.id), entry.connectionName, entry.environment, databaseApiName(entry.database),
                     formatTime(entry.exportedAt), formatSize(entry.size), healthText(entry.health),
                     QDir::toNativeSeparators(entry.path)});
    }
    if (rows.isEmpty()) {
        output().text(u"The library is empty."_s);
    } else {
        output().table({u"ID"_s, u"CONNECTION"_s, u"ENVIRONMENT"_s, u"DATABASE"_s, u"EXPORTED"_s, u"SIZE"_s, u"STATE"_s,
                        u"FILE"_s},
                       rows);
    }
    end(Exit::Done);
}

void VerifyLibrary::run()
{
    const QString wanted = arguments().id.trimmed();
    const QString path = QDir::cleanPath(QDir::current().absoluteFilePath(wanted));
    const QList<LibraryEntry> entries = services().library().entries();
    for (const LibraryEntry& entry : entries) {
        if (wanted.isEmpty() || entry.id.startsWith(wanted, Qt::CaseInsensitive) || entry.path == path) {
            m_left.append(entry);
        }
    }
    if (m_left.isEmpty() && !wanted.isEmpty()) {
        endWith(Error{.code = Error::Code::NotFound, .subject = u"library file"_s, .detail = wanted});
        return;
    }
    next();
}

void VerifyLibrary::next()
{
    if (m_left.isEmpty()) {
        end(m_exit);
        return;
    }
    const LibraryEntry entry = m_left.takeFirst();
    auto* task = services().library().verify(entry.id, this);
    connect(task, &Task::progressChanged, this, [this, entry](const Progress& progress) {
        output().progress(u"%1: %2"_s.arg(QFileInfo(entry.path).fileName(), formatSize(progress.done)));
    });
    connect(task, &Task::finished, this, [this, task, entry] { verified(entry, task->result()); });
    task->start();
}

void VerifyLibrary::verified(const LibraryEntry& entry, const Result<LibraryEntry>& outcome)
{
    const LibraryEntry now = outcome ? *outcome : services().library().entry(entry.id).value_or(entry);
    output().json(fileJson(now));
    if (outcome) {
        output().text(u"%1: verified"_s.arg(QDir::toNativeSeparators(entry.path)));
    } else {
        Error error = outcome.error();
        if (error.code == Error::Code::NotFound) {
            error.subject = u"file"_s;
            error.detail = entry.path;
        }
        const Exit exit = exitFor(error.code);
        output().note(QDir::toNativeSeparators(entry.path) + u':');
        output().error(error, {}, exit);
        m_exit = m_exit == Exit::Done ? exit : m_exit;
    }
    next();
}

} // namespace longshore::cli

#include "moc_librarycommands.cpp"
