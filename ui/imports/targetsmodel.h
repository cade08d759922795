#pragma once

#include "ui/imports/importplan.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace longshore {

/// Every database of every environment as a row; those that cannot be are there with their reason.
class TargetsModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        NoteRole = Qt::UserRole + 1, ///< second line
        TierRole, ///< int of Tier
        PossibleRole, ///< bool
    };

    explicit TargetsModel(QObject* parent);

    void setChoices(const QList<TargetChoice>& choices, const QDateTime& now);
    [[nodiscard]] std::optional<TargetDatabase> targetAt(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOf(const TargetDatabase& target) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    [[nodiscard]] static QString title(const TargetChoice& choice);

    QList<TargetChoice> m_rows;
    QDateTime m_now;
};

/// Paints a target in two lines: place and database, then the reason or the last import; the tier at the far end.
class TargetsDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace longshore
