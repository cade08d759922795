#pragma once

#include <QStyledItemDelegate>

namespace longshore {

/// Paints a job in two lines: state, title, tier and step at the near end; bar or numbers at the far end.
class JobDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace longshore
