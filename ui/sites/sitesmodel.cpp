#include "ui/sites/sitesmodel.h"

#include "ui/common/icons.h"
#include "ui/common/rowdiff.h"
#include "ui/common/words.h"

namespace longshore {

using namespace Qt::StringLiterals;

SitesModel::SitesModel(QObject* parent) : QAbstractItemModel(parent) { }

void SitesModel::setConnections(const QList<Connection>& connections)
{
    QList<Site> fresh;
    for (const Connection& connection : connections) {
        Site site{.connection = connection, .serial = 0, .environments = {}};
        site.connection.environments.clear();
        const auto known = std::find_if(m_sites.cbegin(), m_sites.cend(),
                                        [&connection](const Site& old) { return old.connection.id == connection.id; });
        site.serial = known != m_sites.cend() ? known->serial : ++m_lastSerial;
        site.environments = known != m_sites.cend() ? known->environments : connection.environments;
        fresh << site;
    }
    mergeRows(m_sites, fresh, [](const Site& a, const Site& b) { return a.connection.id == b.connection.id; },
              {.beginInsert = [this](int first, int last) { beginInsertRows({}, first, last); },
               .endInsert = [this] { endInsertRows(); },
               .beginRemove = [this](int first, int last) { beginRemoveRows({}, first, last); },
               .endRemove = [this] { endRemoveRows(); },
               .beginMove = [this](int from, int to) { beginMoveRows({}, from, from, {}, to); },
               .endMove = [this] { endMoveRows(); },
               .changed = [this](int row) { Q_EMIT dataChanged(index(row, 0, {}), index(row, 0, {})); }});
    for (int row = 0; row < connections.size(); ++row) {
        mergeEnvironments(row, connections.at(row).environments);
    }
}

void SitesModel::mergeEnvironments(int siteRow, const QList<Environment>& fresh)
{
    const QModelIndex site = index(siteRow, 0, {});
    mergeRows(m_sites[siteRow].environments, fresh,
              [](const Environment& a, const Environment& b) { return a.name == b.name; },
              {.beginInsert = [this, site](int first, int last) { beginInsertRows(site, first, last); },
               .endInsert = [this] { endInsertRows(); },
               .beginRemove = [this, site](int first, int last) { beginRemoveRows(site, first, last); },
               .endRemove = [this] { endRemoveRows(); },
               .beginMove = [this, site](int from, int to) { beginMoveRows(site, from, from, site, to); },
               .endMove = [this] { endMoveRows(); },
               .changed = [this, site](int row) { Q_EMIT dataChanged(index(row, 0, site), index(row, 0, site)); }});
}

void SitesModel::setActivity(const QHash<QString, Activity>& byPlaceKey)
{
    const auto before = std::exchange(m_activity, byPlaceKey);
    for (int row = 0; row < m_sites.size(); ++row) {
        const Site& site = m_sites.at(row);
        const QModelIndex parentIndex = index(row, 0, {});
        for (int child = 0; child < site.environments.size(); ++child) {
            const QString key = Place{site.connection.id, site.environments.at(child).name}.key();
            if (before.value(key) != m_activity.value(key)) {
                const QModelIndex changed = index(child, 0, parentIndex);
                Q_EMIT dataChanged(changed, changed);
            }
        }
    }
}

Place SitesModel::placeAt(const QModelIndex& index) const
{
    return index.isValid() ? Place::fromKey(data(index, IdRole).toString()) : Place{};
}

QModelIndex SitesModel::indexOf(const Place& place) const
{
    for (int row = 0; row < m_sites.size(); ++row) {
        const Site& site = m_sites.at(row);
        if (site.connection.id != place.connectionId) {
            continue;
        }
        const QModelIndex siteIndex = index(row, 0, {});
        if (!place.isEnvironment()) {
            return siteIndex;
        }
        for (int child = 0; child < site.environments.size(); ++child) {
            if (site.environments.at(child).name.compare(place.environment, Qt::CaseInsensitive) == 0) {
                return index(child, 0, siteIndex);
            }
        }
    }
    return {};
}

QModelIndex SitesModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    return createIndex(row, column, parent.isValid() ? m_sites.at(parent.row()).serial : quintptr(0));
}

QModelIndex SitesModel::parent(const QModelIndex& child) const
{
    if (!child.isValid() || child.internalId() == 0) {
        return {};
    }
    for (int row = 0; row < m_sites.size(); ++row) {
        if (m_sites.at(row).serial == child.internalId()) {
            return createIndex(row, 0, quintptr(0));
        }
    }
    return {};
}

int SitesModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid()) {
        return static_cast<int>(m_sites.size());
    }
    const bool isSite = parent.internalId() == 0 && parent.column() == 0;
    return isSite ? static_cast<int>(m_sites.at(parent.row()).environments.size()) : 0;
}

int SitesModel::columnCount(const QModelIndex&) const
{
    return 1;
}

QVariant SitesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    if (index.internalId() == 0) {
        return siteData(m_sites.at(index.row()), role);
    }
    const Site& site = m_sites.at(index.parent().row());
    return environmentData(site, site.environments.at(index.row()), role);
}

QVariant SitesModel::siteData(const Site& site, int role) const
{
    const Connection& connection = site.connection;
    switch (role) {
    case Qt::DisplayRole:
    case SortRole:
        return connection.name;
    case IdRole:
        return Place{connection.id, {}}.key();
    case Qt::DecorationRole:
        return icon(connection.isPractice() ? u"practice"_s : u"project"_s);
    case Qt::ToolTipRole:
        return platformText(connection);
    case Qt::AccessibleTextRole:
        //: %1 is the name of a connected project; %n counts its environments
        return tr("%1, %n environment(s)", nullptr, static_cast<int>(site.environments.size())).arg(connection.name);
    default:
        return {};
    }
}

QVariant SitesModel::environmentData(const Site& site, const Environment& environment, int role) const
{
    const Place place{site.connection.id, environment.name};
    const Activity activity = activityOf(place);
    switch (role) {
    case Qt::DisplayRole:
        return environment.name;
    case SortRole:
        return -static_cast<int>(environment.tier);
    case IdRole:
        return place.key();
    case TierRole:
        return static_cast<int>(environment.tier);
    case AccessRole:
        return static_cast<int>(environment.access);
    case RunningRole:
        return activity.running;
    case NeedsPersonRole:
        return activity.needsPerson;
    case Qt::DecorationRole:
        return tierIcon(environment.tier);
    case Qt::ToolTipRole:
        return environment.access == Access::Denied ? tr("This key has no right for %1.").arg(environment.name)
                                                    : placeText(site.connection.name, environment.name);
    case Qt::AccessibleTextRole: {
        //: Read aloud. %1 is an environment, %2 a site, %3 the tier
        QString sentence =
            tr("%1 of %2, tier %3").arg(environment.name, site.connection.name, tierText(environment.tier));
        if (environment.access == Access::Denied) {
            sentence += u", "_s + tr("no right with this key");
        }
        if (activity.running > 0) {
            sentence += u", "_s + tr("%n jobs running", nullptr, activity.running);
        }
        if (activity.needsPerson > 0) {
            sentence += u", "_s + tr("%n jobs need you", nullptr, activity.needsPerson);
        }
        return sentence;
    }
    default:
        return {};
    }
}

Activity SitesModel::activityOf(const Place& place) const
{
    return m_activity.value(place.key());
}

} // namespace longshore
