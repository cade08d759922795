#pragma once

#include <QList>
#include <algorithm>
#include <functional>

namespace longshore {

/// What a model lets the diff do; QAbstractItemModel keeps these protected, so each model passes them on.
struct RowSignals
{
    std::function<void(int first, int last)> beginInsert;
    std::function<void()> endInsert;
    std::function<void(int first, int last)> beginRemove;
    std::function<void()> endRemove;
    std::function<void(int from, int to)> beginMove; ///< `to` as in QAbstractItemModel::beginMoveRows
    std::function<void()> endMove;
    std::function<void(int row)> changed;
};

/// Turns `rows` into `fresh` with the fewest signals: what is gone is removed, what is new inserted, what moved is
/// moved, what differs is changed in place. `same(a, b)`: the same thing, though perhaps with other values.
template <class Row, class Same>
void mergeRows(QList<Row>& rows, const QList<Row>& fresh, Same same, const RowSignals& tell)
{
    for (qsizetype i = rows.size() - 1; i >= 0; --i) {
        const auto isThis = [&rows, &same, i](const Row& row) { return same(row, rows.at(i)); };
        if (std::none_of(fresh.begin(), fresh.end(), isThis)) {
            tell.beginRemove(static_cast<int>(i), static_cast<int>(i));
            rows.removeAt(i);
            tell.endRemove();
        }
    }
    for (qsizetype i = 0; i < fresh.size(); ++i) {
        const auto isThis = [&fresh, &same, i](const Row& row) { return same(row, fresh.at(i)); };
        const auto found = std::find_if(rows.begin(), rows.end(), isThis);
        const auto from = std::distance(rows.begin(), found);
        if (found == rows.end()) {
            tell.beginInsert(static_cast<int>(i), static_cast<int>(i));
            rows.insert(i, fresh.at(i));
            tell.endInsert();
            continue;
        }
        if (from != i) {
            tell.beginMove(static_cast<int>(from), static_cast<int>(i));
            rows.move(from, i);
            tell.endMove();
        }
        if (!(rows.at(i) == fresh.at(i))) {
            rows[i] = fresh.at(i);
            tell.changed(static_cast<int>(i));
        }
    }
}

} // namespace longshore
