#include "app/archive/dumptables.h"

#include <QRegularExpression>

namespace longshore {

using namespace Qt::StringLiterals;

DumpTable* DumpTables::table(const QByteArray& name)
{
    const auto known = m_byName.constFind(name);
    if (known != m_byName.constEnd()) {
        return &m_tables[*known];
    }
    if (isOver()) {
        return nullptr;
    }
    m_byName.insert(name, m_tables.size());
    m_tables.append({.name = QString::fromUtf8(name), .engine = {}, .charset = {}});
    return &m_tables.last();
}

void DumpTables::noteDropped(const QByteArray& name)
{
    if (m_dropped.size() < most) {
        m_dropped.insert(name);
    }
}

void DumpTables::noteCreated(const QByteArray& name)
{
    if (m_dropped.contains(name) || m_dropped.size() >= most) {
        return;
    }
    if (m_notDropped == 0) {
        m_firstNotDropped = QString::fromUtf8(name);
    }
    ++m_notDropped;
}

QString DumpTables::wordPressPrefix() const
{
    const QString mark = u"options"_s;
    QString found;
    for (const DumpTable& each : m_tables) {
        if (!each.name.endsWith(mark)) {
            continue;
        }
        const QString prefix = each.name.chopped(mark.size());
        const bool whole = m_byName.contains(QString(prefix + u"posts"_s).toUtf8())
                           && m_byName.contains(QString(prefix + u"postmeta"_s).toUtf8());
        if (whole && (found.isNull() || prefix.size() < found.size())) {
            found = prefix.isNull() ? u""_s : prefix;
        }
    }
    return found;
}

int DumpTables::sitesOf(const QString& prefix) const
{
    const bool network = m_byName.contains(QString(prefix + u"blogs"_s).toUtf8())
                         && m_byName.contains(QString(prefix + u"sitemeta"_s).toUtf8());
    if (!network) {
        return 0;
    }
    const QRegularExpression further(u'^' + QRegularExpression::escape(prefix) + u"[0-9]+_options$"_s);
    int sites = 1;
    for (const DumpTable& each : m_tables) {
        sites += further.match(each.name).hasMatch() ? 1 : 0;
    }
    return sites;
}

} // namespace longshore
