#pragma once

#include <QSortFilterProxyModel>

namespace longshore {

/// Keeps the rows whose name, or whose site's or environment's name, holds every typed word.
class SitesFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit SitesFilter(QObject* parent = nullptr);
    void setWords(const QString& typed);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QStringList m_words;
};

} // namespace longshore
