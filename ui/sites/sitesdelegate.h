#pragma once

#include <QStyledItemDelegate>

namespace longshore {

/// A row of the tree: symbol, name, and at the far end what goes on there and the tier. Only paints.
class SitesDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace longshore
