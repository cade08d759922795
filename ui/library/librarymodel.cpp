#include "ui/library/librarymodel.h"

#include "app/core/clock.h"
#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/common/words.h"

#include <QFileInfo>
#include <QLocale>
#include <QMimeData>
#include <QUrl>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

/// The whole path, and why it is kept.
QString hint(const LibraryEntry& entry)
{
    const QString why = pinnedReason(entry);
    return why.isEmpty() ? entry.path : QString(entry.path + u'\n' + why);
}

QString exactSize(qint64 bytes)
{
    //: %1 is an exact number
    return bytes < 0 ? QString() : LibraryModel::tr("%1 bytes").arg(QLocale().toString(bytes));
}

} // namespace

QString healthText(const LibraryEntry& entry, const QDateTime& now)
{
    switch (entry.health) {
    case LibraryEntry::Health::Verified:
        //: About a file. %1 is a moment: "today 06:12"
        return entry.verifiedAt.isValid() ? LibraryModel::tr("Verified %1").arg(formatMoment(entry.verifiedAt, now))
                                          //: About a file
                                          : LibraryModel::tr("Verified");
    //: About a file
    case LibraryEntry::Health::Missing:
        return LibraryModel::tr("File is gone");
    //: About a file
    case LibraryEntry::Health::Damaged:
        return LibraryModel::tr("Damaged");
    case LibraryEntry::Health::Unchecked:
        break;
    }
    //: About a file
    return LibraryModel::tr("Not checked yet");
}

Tone healthTone(LibraryEntry::Health health)
{
    switch (health) {
    case LibraryEntry::Health::Verified:
        return Tone::Good;
    case LibraryEntry::Health::Missing:
        return Tone::Caution;
    case LibraryEntry::Health::Damaged:
        return Tone::Bad;
    case LibraryEntry::Health::Unchecked:
        break;
    }
    return Tone::Muted;
}

QString healthIcon(LibraryEntry::Health health)
{
    switch (health) {
    case LibraryEntry::Health::Verified:
        return u"verify"_s;
    case LibraryEntry::Health::Missing:
        return u"warning"_s;
    case LibraryEntry::Health::Damaged:
        return u"error"_s;
    case LibraryEntry::Health::Unchecked:
        break;
    }
    return u"info"_s;
}

QString pinnedText(const LibraryEntry& entry)
{
    if (!entry.undoes.isEmpty()) {
        //: About a file: the backup that was made before an import
        return LibraryModel::tr("Undo file");
    }
    //: About a file: it is kept until the person unpins it
    return entry.pinned ? LibraryModel::tr("Pinned") : QString();
}

QString pinnedReason(const LibraryEntry& entry)
{
    if (!entry.undoes.isEmpty()) {
        return LibraryModel::tr("It holds what an import into %1 replaced, and takes that import back.")
            .arg(placeText(entry.connectionName, entry.environment));
    }
    return entry.pinned ? LibraryModel::tr("You pinned it; it is kept until you unpin it.") : QString();
}

LibraryModel::LibraryModel(const Clock& clock, QObject* parent) : QAbstractTableModel(parent), m_clock(clock) { }

void LibraryModel::setEntries(const QList<LibraryEntry>& entries)
{
    for (qsizetype row = m_rows.size() - 1; row >= 0; --row) {
        const QString id = m_rows.at(row).id;
        const bool stays =
            std::any_of(entries.begin(), entries.end(), [&id](const LibraryEntry& entry) { return entry.id == id; });
        if (!stays) {
            remove(id);
        }
    }
    for (const LibraryEntry& entry : entries) {
        put(entry);
    }
}

void LibraryModel::put(const LibraryEntry& entry)
{
    const QModelIndex known = indexOf(entry.id);
    if (!known.isValid()) {
        const int row = static_cast<int>(m_rows.size());
        beginInsertRows({}, row, row);
        m_rows.append(entry);
        endInsertRows();
        return;
    }
    if (!(m_rows.at(known.row()) == entry)) {
        m_rows[known.row()] = entry;
        Q_EMIT dataChanged(known, known.siblingAtColumn(ColumnCount - 1));
    }
}

void LibraryModel::remove(const QString& id)
{
    const QModelIndex known = indexOf(id);
    if (known.isValid()) {
        beginRemoveRows({}, known.row(), known.row());
        m_rows.removeAt(known.row());
        endRemoveRows();
    }
}

QModelIndex LibraryModel::indexOf(const QString& id) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).id == id) {
            return index(row, 0);
        }
    }
    return {};
}

int LibraryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int LibraryModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LibraryModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const LibraryEntry& entry = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return display(entry, index.column());
    case Qt::DecorationRole:
        return index.column() == Health ? QVariant(icon(healthIcon(entry.health), healthTone(entry.health)))
               : index.column() == Name && entry.pinned ? QVariant(icon(u"pin"_s, Tone::Active))
               : index.column() == TierColumn           ? QVariant(tierIcon(entry.tier))
                                                        : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == Size ? QVariant::fromValue(Qt::Alignment(Qt::AlignTrailing | Qt::AlignVCenter))
                                      : QVariant();
    case Qt::ToolTipRole:
        return index.column() == Name   ? QVariant(hint(entry))
               : index.column() == Size ? QVariant(exactSize(entry.size))
               : index.column() == Date
                   ? QVariant(QLocale().toString(entry.exportedAt.toLocalTime(), QLocale::LongFormat))
                   : QVariant();
    case Qt::AccessibleTextRole:
        return index.column() == Name ? spoken(entry) : display(entry, index.column());
    case IdRole:
        return entry.id;
    case SortRole:
        return sortValue(entry, index.column());
    case TierRole:
        return static_cast<int>(entry.tier);
    default:
        return {};
    }
}

Qt::ItemFlags LibraryModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid()) {
        const LibraryEntry::Health health = m_rows.at(index.row()).health;
        const bool whole = health == LibraryEntry::Health::Verified || health == LibraryEntry::Health::Unchecked;
        flags.setFlag(Qt::ItemIsDragEnabled, whole);
    }
    return flags;
}

QStringList LibraryModel::mimeTypes() const
{
    return {u"text/uri-list"_s};
}

QMimeData* LibraryModel::mimeData(const QModelIndexList& indexes) const
{
    QList<QUrl> urls;
    for (const QModelIndex& index : indexes) {
        const QUrl url = QUrl::fromLocalFile(m_rows.at(index.row()).path);
        if (flags(index).testFlag(Qt::ItemIsDragEnabled) && !urls.contains(url)) {
            urls << url;
        }
    }
    if (urls.isEmpty()) {
        return nullptr;
    }
    auto* mime = new QMimeData;
    mime->setUrls(urls);
    return mime;
}

QString LibraryModel::display(const LibraryEntry& entry, int column) const
{
    switch (column) {
    case Name:
        return QFileInfo(entry.path).fileName();
    case Place:
        return placeText(entry.connectionName, entry.environment);
    case TierColumn:
        return tierText(entry.tier);
    case Date:
        return formatMoment(entry.exportedAt, m_clock.nowUtc());
    case Size:
        return entry.size < 0 ? QString() : formatSize(entry.size);
    default:
        break;
    }
    // The column is headed "Verified", so a moment says enough.
    const bool when = entry.health == LibraryEntry::Health::Verified && entry.verifiedAt.isValid();
    return when ? formatMoment(entry.verifiedAt, m_clock.nowUtc()) : healthText(entry, m_clock.nowUtc());
}

QVariant LibraryModel::sortValue(const LibraryEntry& entry, int column)
{
    switch (column) {
    case Name:
        return QFileInfo(entry.path).fileName().toCaseFolded();
    case Place:
        return placeText(entry.connectionName, entry.environment).toCaseFolded();
    case TierColumn:
        return static_cast<int>(entry.tier);
    case Date:
        return entry.exportedAt;
    case Size:
        return entry.size;
    default:
        return QVariant::fromValue(static_cast<int>(entry.health));
    }
}

QString LibraryModel::spoken(const LibraryEntry& entry) const
{
    QStringList parts;
    for (int column = 0; column < Health; ++column) {
        parts << display(entry, column);
    }
    parts << healthText(entry, m_clock.nowUtc()) << pinnedText(entry);
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QVariant LibraryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    //: Column: name of a file
    case Name:
        return tr("Name");
    //: Column: where a file came from
    case Place:
        return tr("Site / Environment");
    //: Column: Production, Staging, Test, Development
    case TierColumn:
        return tr("Tier");
    //: Column: when a file was exported
    case Date:
        return tr("Date");
    //: Column: of a file
    case Size:
        return tr("Size");
    //: Column: when a file was checked
    case Health:
        return tr("Verified");
    default:
        return {};
    }
}

LibraryProxy::LibraryProxy(QObject* parent) : QSortFilterProxyModel(parent)
{
    setSortRole(LibraryModel::SortRole);
    setDynamicSortFilter(true);
}

void LibraryProxy::setFilterText(const QString& text)
{
    m_words = text.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

bool LibraryProxy::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const auto text = [this, row, &parent](int column) {
        return sourceModel()->index(row, column, parent).data().toString().toCaseFolded();
    };
    const QString all =
        text(LibraryModel::Name) + u' ' + text(LibraryModel::Place) + u' ' + text(LibraryModel::TierColumn);
    return std::all_of(m_words.begin(), m_words.end(), [&all](const QString& word) { return all.contains(word); });
}

} // namespace longshore
