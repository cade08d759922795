#include "ui/sites/sitesfilter.h"

namespace longshore {

SitesFilter::SitesFilter(QObject* parent) : QSortFilterProxyModel(parent)
{
    setRecursiveFilteringEnabled(true);
}

void SitesFilter::setWords(const QString& typed)
{
    m_words = typed.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

bool SitesFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    QString text = sourceModel()->index(row, 0, parent).data().toString();
    if (parent.isValid()) {
        text += QLatin1Char(' ') + parent.data().toString();
    }
    return std::all_of(m_words.begin(), m_words.end(),
                       [&text](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace longshore
