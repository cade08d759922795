#pragma once

#include "app/domain/libraryentry.h"
#include "ui/common/tones.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace longshore {

class Clock;

/// "Verified today 06:12", "Not checked yet", "File is gone", "Damaged"
[[nodiscard]] QString healthText(const LibraryEntry& entry, const QDateTime& now);
[[nodiscard]] Tone healthTone(LibraryEntry::Health health);
[[nodiscard]] QString healthIcon(LibraryEntry::Health health);
/// "Undo file", "Pinned"; empty for a file that is neither.
[[nodiscard]] QString pinnedText(const LibraryEntry& entry);
/// Why a file is kept; empty for one that is not pinned.
[[nodiscard]] QString pinnedReason(const LibraryEntry& entry);

/// The files as a table. Holds copies; rows change one by one.
class LibraryModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Place, TierColumn, Date, Size, Health, ColumnCount };
    enum Role { IdRole = Qt::UserRole + 1, SortRole, TierRole };

    LibraryModel(const Clock& clock, QObject* parent);

    void setEntries(const QList<LibraryEntry>& entries);
    void put(const LibraryEntry& entry);
    void remove(const QString& id);
    [[nodiscard]] QModelIndex indexOf(const QString& id) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    /// Only what can be handed out: a file that is there and not known to be damaged.
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData* mimeData(const QModelIndexList& indexes) const override;
    [[nodiscard]] Qt::DropActions supportedDragActions() const override { return Qt::CopyAction; }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString display(const LibraryEntry& entry, int column) const;
    [[nodiscard]] static QVariant sortValue(const LibraryEntry& entry, int column);
    [[nodiscard]] QString spoken(const LibraryEntry& entry) const;

    const Clock& m_clock;
    QList<LibraryEntry> m_rows;
};

/// Sorts by the raw values; a filter has to be found in name or place, word by word.
class LibraryProxy final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit LibraryProxy(QObject* parent);
    void setFilterText(const QString& text);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QStringList m_words;
};

} // namespace longshore
