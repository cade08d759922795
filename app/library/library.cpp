#include "app/library/library.h"

#include "app/core/backgroundtask.h"
#include "app/core/storage.h"
#include "app/library/librarytasks.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

namespace longshore {

namespace {

using namespace Qt::StringLiterals;

QString timeText(const QDateTime& time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODate) : u"never"_s;
}

QString healthName(LibraryEntry::Health health)
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

} // namespace

Library::Library(Storage& storage, const Clock& clock, QObject* parent)
    : QObject(parent), m_storage(storage), m_clock(clock)
{ }

void Library::load()
{
    auto* task = m_storage.run<QList<LibraryEntry>>([](QSqlDatabase& database) { return readLibrary(database); }, this);
    connect(task, &Task::finished, this, [this, task] {
        if (!task->result()) {
            Q_EMIT storageFailed(task->result().error());
            return;
        }
        replaceAll(*task->result());
        if (!m_ready) {
            m_ready = true;
            Q_EMIT ready();
        }
        lookForMissing();
    });
    task->start();
}

std::optional<LibraryEntry> Library::entry(const QString& id) const
{
    const auto found =
        std::find_if(m_entries.begin(), m_entries.end(), [&id](const LibraryEntry& known) { return known.id == id; });
    return found == m_entries.end() ? std::nullopt : std::optional(*found);
}

std::optional<LibraryEntry> Library::newest(const QString& connectionId, const QString& environment,
                                            Database database) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](const LibraryEntry& known) {
        return known.connectionId == connectionId && known.environment.compare(environment, Qt::CaseInsensitive) == 0
               && known.database == database && known.health == LibraryEntry::Health::Verified;
    });
    return found == m_entries.end() ? std::nullopt : std::optional(*found);
}

ResultTask<LibraryEntry>* Library::add(const LibraryEntry& entry, QObject* parent)
{
    LibraryEntry clean = entry;
    clean.path = QDir::cleanPath(entry.path);
    auto* task = m_storage.run<LibraryEntry>(
        [clean](QSqlDatabase& database) { return writeLibraryEntry(database, clean); }, parent);
    connect(task, &Task::finished, this, [this, task] {
        if (task->result()) {
            put(*task->result());
        } else {
            load(); // cancelled, perhaps after the row was written
        }
    });
    return task;
}

ResultTask<LibraryEntry>* Library::verify(const QString& id, QObject* parent)
{
    const auto known = entry(id);
    if (!known) {
        return new BackgroundTask<LibraryEntry>(
            [id](const CancelFlag&) -> Result<LibraryEntry> { return fail(Error::Code::NotFound, id); }, parent);
    }
    auto* task = new VerifyFileTask(*known, m_storage, m_clock, parent);
    connect(task, &Task::finished, this, [this, task] {
        if (entry(task->entry().id)) {
            put(task->entry());
        }
    });
    return task;
}

ResultTask<LibraryEntry>* Library::setPinned(const QString& id, bool pinned, QObject* parent)
{
    auto* task = m_storage.run<LibraryEntry>(
        [id, pinned](QSqlDatabase& database) -> Result<LibraryEntry> {
            const auto rows = readLibrary(database);
            if (!rows) {
                return fail(rows.error());
            }
            const auto row = std::find_if(rows->begin(), rows->end(), [&id](const auto& one) { return one.id == id; });
            if (row == rows->end()) {
                return fail(Error::Code::NotFound, id);
            }
            LibraryEntry entry = *row;
            entry.pinned = pinned;
            return writeLibraryEntry(database, entry);
        },
        parent);
    connect(task, &Task::finished, this, [this, task] {
        if (task->result()) {
            put(*task->result());
        }
    });
    return task;
}

ResultTask<void>* Library::trash(const QString& id, QObject* parent)
{
    const auto known = entry(id);
    if (!known) {
        return new BackgroundTask<void>(
            [id](const CancelFlag&) -> Result<void> { return fail(Error::Code::NotFound, id); }, parent);
    }
    auto* task = new TrashFileTask(*known, m_storage, parent);
    connect(task, &Task::finished, this, [this, task, id] {
        if (task->result()) {
            drop(id);
        } else {
            lookForMissing();
        }
    });
    return task;
}

QString Library::asText(const LibraryEntry& entry)
{
    QStringList lines{
        u"file: "_s + QDir::toNativeSeparators(entry.path),
        u"from: %1, %2, %3"_s.arg(entry.connectionName, entry.environment, databaseApiName(entry.database)),
        u"tier: "_s + tierName(entry.tier),
        u"exported: "_s + timeText(entry.exportedAt),
    };
    if (!entry.serverFileName.isEmpty()) {
        lines.append(u"name at the service: "_s + entry.serverFileName);
    }
    if (entry.size >= 0) {
        lines.append(u"size: %1 bytes"_s.arg(entry.size));
    }
    if (!entry.sha256.isEmpty()) {
        lines.append(u"SHA-256: "_s + entry.sha256);
    }
    lines.append(u"state: "_s + healthName(entry.health));
    lines.append(u"verified: "_s + timeText(entry.verifiedAt));
    return lines.join(u'\n');
}

void Library::put(const LibraryEntry& entry)
{
    const auto samePath = std::find_if(m_entries.begin(), m_entries.end(), [&entry](const LibraryEntry& known) {
        return known.path == entry.path && known.id != entry.id;
    });
    if (samePath != m_entries.end()) {
        drop(QString(samePath->id));
    }
    const auto known = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&entry](const LibraryEntry& other) { return other.id == entry.id; });
    if (known == m_entries.end()) {
        const auto place = std::upper_bound(
            m_entries.begin(), m_entries.end(), entry,
            [](const LibraryEntry& added, const LibraryEntry& there) { return added.exportedAt >= there.exportedAt; });
        m_entries.insert(std::distance(m_entries.begin(), place), entry);
    } else if (*known == entry) {
        return;
    } else {
        *known = entry;
    }
    Q_EMIT entryChanged(entry);
}

void Library::drop(const QString& id)
{
    const auto gone = m_entries.removeIf([&id](const LibraryEntry& entry) { return entry.id == id; });
    if (gone > 0) {
        Q_EMIT entryRemoved(id);
    }
}

/// By difference, so that a list that shows the rows keeps its place.
void Library::replaceAll(const QList<LibraryEntry>& rows)
{
    QSet<QString> ids;
    for (LibraryEntry row : rows) {
        ids.insert(row.id);
        const auto known = entry(row.id);
        if (known && known->health == LibraryEntry::Health::Missing) {
            row.health = LibraryEntry::Health::Missing; // until the disk was looked at again
        }
        put(row);
    }
    const QList<LibraryEntry> before = m_entries;
    for (const LibraryEntry& known : before) {
        if (!ids.contains(known.id)) {
            drop(known.id);
        }
    }
}

/// Whether a file is there is learned, not stored: a disk that is not connected today may be tomorrow.
void Library::lookForMissing()
{
    QHash<QString, QString> paths;
    for (const LibraryEntry& known : std::as_const(m_entries)) {
        paths.insert(known.id, known.path);
    }
    auto* task = new BackgroundTask<QSet<QString>>(
        [paths](const CancelFlag& cancel) -> Result<QSet<QString>> {
            QSet<QString> missing;
            for (auto path = paths.cbegin(); path != paths.cend() && !cancel->load(); ++path) {
                if (!QFileInfo::exists(path.value())) {
                    missing.insert(path.key());
                }
            }
            return missing;
        },
        this);
    connect(task, &Task::finished, this, [this, task] {
        if (task->result()) {
            setMissing(*task->result());
        }
    });
    task->start();
}

void Library::setMissing(const QSet<QString>& missing)
{
    const QList<LibraryEntry> before = m_entries;
    for (LibraryEntry known : before) {
        const bool was = known.health == LibraryEntry::Health::Missing;
        if (was == missing.contains(known.id)) {
            continue;
        }
        // What came back may be another file.
        known.health = was ? LibraryEntry::Health::Unchecked : LibraryEntry::Health::Missing;
        put(known);
    }
}

} // namespace longshore

#include "moc_library.cpp"
