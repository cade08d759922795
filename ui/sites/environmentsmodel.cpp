#include "ui/sites/environmentsmodel.h"

#include "ui/common/formatting.h"
#include "ui/common/icons.h"
#include "ui/common/rowdiff.h"
#include "ui/common/words.h"
#include "ui/jobs/jobtext.h"

namespace longshore {

using namespace Qt::StringLiterals;

EnvironmentsModel::EnvironmentsModel(QObject* parent) : QAbstractTableModel(parent) { }

void EnvironmentsModel::setRows(const QList<Row>& fresh, const QDateTime& now)
{
    m_now = now;
    mergeRows(m_rows, fresh, [](const Row& a, const Row& b) { return a.place == b.place; },
              {.beginInsert = [this](int first, int last) { beginInsertRows({}, first, last); },
               .endInsert = [this] { endInsertRows(); },
               .beginRemove = [this](int first, int last) { beginRemoveRows({}, first, last); },
               .endRemove = [this] { endRemoveRows(); },
               .beginMove = [this](int from, int to) { beginMoveRows({}, from, from, {}, to); },
               .endMove = [this] { endMoveRows(); },
               .changed = [this](int row) { Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1)); }});
}

Place EnvironmentsModel::placeAt(const QModelIndex& index) const
{
    return index.isValid() ? m_rows.at(index.row()).place : Place{};
}

int EnvironmentsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int EnvironmentsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EnvironmentsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row& row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return display(row, index.column());
    case Qt::DecorationRole:
        return index.column() == TierColumn ? QVariant(tierIcon(row.tier)) : QVariant();
    case IdRole:
        return row.place.key();
    case SortRole:
        return sortValue(row, index.column());
    case TierRole:
        return static_cast<int>(row.tier);
    case Qt::AccessibleTextRole:
        //: Read aloud. %1 place, %2 tier, %3 when it was last exported, %4 what goes on there now
        return tr("%1, tier %2, last export %3, %4")
            .arg(placeText(row.site, row.place.environment), tierText(row.tier), display(row, LastExportColumn),
                 row.now.isEmpty() ? tr("nothing running") : row.now);
    default:
        return {};
    }
}

QString EnvironmentsModel::display(const Row& row, int column) const
{
    switch (column) {
    case SiteColumn:
        return row.site;
    case EnvironmentColumn:
        return row.place.environment;
    case TierColumn:
        return tierText(row.tier);
    case LastExportColumn:
        if (!row.lastExport.isValid()) {
            //: When an environment was last exported
            return tr("never");
        }
        return formatMoment(row.lastExport, m_now)
               + (row.lastSize < 0 ? QString() : u" · "_s + formatSize(row.lastSize));
    case OnServerColumn:
        return row.onServerUntil.isValid() ? formatMoment(row.onServerUntil, m_now) : u"–"_s;
    case NowColumn:
        return row.access == Access::Denied ? tr("no right with this key") : row.now;
    default:
        return {};
    }
}

QVariant EnvironmentsModel::sortValue(const Row& row, int column)
{
    switch (column) {
    case SiteColumn:
        return row.site.toLower();
    case EnvironmentColumn:
        return row.place.environment.toLower();
    case TierColumn:
        return static_cast<int>(row.tier);
    case LastExportColumn:
        return row.lastExport;
    case OnServerColumn:
        return row.onServerUntil;
    default:
        return row.now;
    }
}

QVariant EnvironmentsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case SiteColumn:
        //: Column heading: a connected project
        return tr("Site");
    case EnvironmentColumn:
        //: Column heading
        return tr("Environment");
    case TierColumn:
        //: Column heading: how much harm a mistake does there
        return tr("Tier");
    case LastExportColumn:
        return tr("Last export");
    case OnServerColumn:
        return tr("Kept on server until");
    case NowColumn:
        //: Column heading: what goes on there at this moment
        return tr("Now");
    default:
        return {};
    }
}

QList<EnvironmentsModel::Row> environmentRows(const QList<Connection>& connections, const QList<JobRecord>& newestFirst,
                                              const QDateTime& now)
{
    QList<EnvironmentsModel::Row> rows;
    for (const Connection& connection : connections) {
        for (const Environment& environment : connection.environments) {
            EnvironmentsModel::Row row{.place = {connection.id, environment.name},
                                       .site = connection.name,
                                       .tier = environment.tier,
                                       .access = environment.access};
            for (const Database database : databasesOf(connection.platform)) {
                const DatabaseFacts facts = databaseFacts(row.place, database, newestFirst, {}, now);
                if (facts.lastExport && !(row.lastExport > facts.lastExport->finishedAt)) {
                    row.lastExport = facts.lastExport->finishedAt;
                    row.lastSize = facts.lastExport->size;
                }
                if (facts.onServerUntil.isValid() && !(row.onServerUntil > facts.onServerUntil)) {
                    row.onServerUntil = facts.onServerUntil;
                }
                if (facts.live && row.now.isEmpty()) {
                    row.now = databaseText(database) + u": "_s + jobLook(*facts.live).word;
                }
            }
            rows << row;
        }
    }
    return rows;
}

} // namespace longshore
