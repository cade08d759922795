#include "app/library/librarytasks.h"

#include "app/archive/filecheck.h"
#include "app/core/backgroundtask.h"
#include "app/core/clock.h"
#include "app/core/storage.h"
#include "app/transfers/hash.h"
#include "app/transfers/knownhashes.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>
#include <chrono>

namespace longshore {

namespace {

using namespace std::chrono_literals;

Result<QSqlQuery> execute(QSqlDatabase& database, const QString& statement, const QVariantList& values = {})
{
    QSqlQuery query(database);
    bool good = query.prepare(statement);
    for (const QVariant& value : values) {
        query.addBindValue(value);
    }
    good = good && query.exec();
    if (!good) {
        return fail(Error::Code::StorageBroken, database.databaseName(), query.lastError().text());
    }
    return query;
}

std::optional<LibraryEntry> entryFromBody(const QVariant& body)
{
    return libraryEntryFromJson(QJsonDocument::fromJson(body.toString().toUtf8()).object());
}

/// What the file is now does not fit what was recorded.
bool isDamage(Error::Code code)
{
    return code == Error::Code::SizeMismatch || code == Error::Code::HashMismatch || code == Error::Code::FormatInvalid;
}

} // namespace

Result<QList<LibraryEntry>> readLibrary(QSqlDatabase& database)
{
    auto rows = execute(database, QStringLiteral("SELECT body FROM library"));
    if (!rows) {
        return fail(rows.error());
    }
    QList<LibraryEntry> entries;
    while (rows->next()) {
        if (const auto entry = entryFromBody(rows->value(0))) {
            entries.append(*entry);
        }
    }
    std::stable_sort(entries.begin(), entries.end(),
                     [](const LibraryEntry& a, const LibraryEntry& b) { return a.exportedAt > b.exportedAt; });
    return entries;
}

Result<LibraryEntry> writeLibraryEntry(QSqlDatabase& database, LibraryEntry entry)
{
    auto same = execute(database, QStringLiteral("SELECT body FROM library WHERE path = ?"), {entry.path});
    if (!same) {
        return fail(same.error());
    }
    if (entry.id.isEmpty()) {
        const auto before = same->next() ? entryFromBody(same->value(0)) : std::nullopt;
        const bool sameFile = before && before->jobId == entry.jobId && before->sha256 == entry.sha256;
        entry.id = sameFile ? before->id : QUuid::createUuid().toString(QUuid::WithoutBraces);
    }
    same->finish();
    const auto cleared =
        execute(database, QStringLiteral("DELETE FROM library WHERE id = ? OR path = ?"), {entry.id, entry.path});
    if (!cleared) {
        return fail(cleared.error());
    }
    const QString body = QString::fromUtf8(QJsonDocument(toJson(entry)).toJson(QJsonDocument::Compact));
    const auto written = execute(database, QStringLiteral("INSERT INTO library (id, path, body) VALUES (?, ?, ?)"),
                                 {entry.id, entry.path, body});
    if (!written) {
        return fail(written.error());
    }
    return entry;
}

Result<void> removeLibraryEntry(QSqlDatabase& database, const QString& id)
{
    const auto removed = execute(database, QStringLiteral("DELETE FROM library WHERE id = ?"), {id});
    return removed ? Result<void>{} : Result<void>(fail(removed.error()));
}

VerifyFileTask::VerifyFileTask(LibraryEntry entry, Storage& storage, const Clock& clock, QObject* parent)
    : ResultTask(parent), m_entry(std::move(entry)), m_storage(storage), m_clock(clock)
{
    m_pulse.setInterval(100ms);
    connect(&m_pulse, &QTimer::timeout, this, [this] {
        Progress progress;
        progress.done = m_counter->load();
        if (m_entry.size >= 0) {
            progress.total = m_entry.size;
        }
        reportProgress(progress);
    });
}

void VerifyFileTask::run()
{
    m_pulse.start();
    auto* task = new BackgroundTask<Facts>(
        [entry = m_entry, counter = m_counter](const CancelFlag& cancel) { return read(entry, cancel, counter); },
        this);
    connect(task, &Task::finished, this, [this, task] { judge(task->result()); });
    task->start();
}

Result<VerifyFileTask::Facts> VerifyFileTask::read(const LibraryEntry& entry, const CancelFlag& cancel,
                                                   const ReadCounter& counter)
{
    const Result<FileIdentity> before = FileIdentity::look(entry.path);
    const Result<FileHash> hash = hashFile(entry.path, cancel, counter);
    if (!hash) {
        return fail(hash.error());
    }
    const QString sha256 = QString::fromLatin1(hash->sha256.toHex());
    if (entry.size >= 0 && hash->size != entry.size) {
        return fail(Error::Code::SizeMismatch, entry.path,
                    QStringLiteral("%1 bytes, expected %2").arg(hash->size).arg(entry.size));
    }
    if (!entry.sha256.isEmpty() && sha256 != entry.sha256) {
        return fail(Error::Code::HashMismatch, entry.path, QStringLiteral("SHA-256 is %1").arg(sha256));
    }
    if (const Result<void> format = checkFormat(entry.path, cancel); !format) {
        return fail(format.error());
    }
    return Facts{hash->size, sha256, stillTheSame(entry.path, before)};
}

void VerifyFileTask::judge(const Result<Facts>& facts)
{
    m_pulse.stop();
    if (isCancelled()) {
        return;
    }
    if (facts) {
        m_entry.health = LibraryEntry::Health::Verified;
        m_entry.verifiedAt = m_clock.nowUtc();
        m_entry.size = facts->size;
        m_entry.sha256 = facts->sha256;
        store({}, *facts);
        return;
    }
    const Error& error = facts.error();
    if (isDamage(error.code)) {
        m_entry.health = LibraryEntry::Health::Damaged;
        store(error, {});
        return;
    }
    if (error.code == Error::Code::NotFound) {
        m_entry.health = LibraryEntry::Health::Missing; // not stored: a disk may be away today
    }
    completeWith(fail(error));
}

void VerifyFileTask::store(std::optional<Error> damage, const std::optional<Facts>& facts)
{
    if (facts && facts->identity) {
        rememberHash(m_storage, m_entry.path, *facts->identity, QByteArray::fromHex(facts->sha256.toLatin1()));
    }
    auto* task = m_storage.run<LibraryEntry>(
        [entry = m_entry](QSqlDatabase& database) { return writeLibraryEntry(database, entry); }, this);
    connect(task, &Task::finished, this, [this, task, damage] {
        if (damage) {
            completeWith(fail(*damage));
            return;
        }
        completeWith(task->result());
    });
    task->start();
}

TrashFileTask::TrashFileTask(LibraryEntry entry, Storage& storage, QObject* parent)
    : ResultTask(parent), m_entry(std::move(entry)), m_storage(storage)
{ }

void TrashFileTask::run()
{
    auto* moved = new BackgroundTask<void>(
        [path = m_entry.path](const CancelFlag&) -> Result<void> {
            QFile file(path);
            if (file.exists() && !file.moveToTrash()) {
                return fail(Error::Code::FileAccess, path, file.errorString());
            }
            return {};
        },
        this);
    connect(moved, &Task::finished, this, [this, moved] {
        if (!moved->result()) {
            completeWith(moved->result());
            return;
        }
        auto* removed = m_storage.run<void>(
            [id = m_entry.id](QSqlDatabase& database) { return removeLibraryEntry(database, id); }, this);
        connect(removed, &Task::finished, this, [this, removed] { completeWith(removed->result()); });
        removed->start();
    });
    moved->start();
}

} // namespace longshore

#include "moc_librarytasks.cpp"
