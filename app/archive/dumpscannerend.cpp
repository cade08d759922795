// What only the whole of a dump shows.
#include "app/archive/dumpscanner.h"

#include <array>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

using Kind = Finding::Kind;
using Severity = Finding::Severity;

constexpr qint64 largePacket = 16LL * 1024 * 1024; ///< what a MariaDB server takes by default; MySQL 8 takes 64 MiB
constexpr qint64 manyTexts = 10;

QString openName(SqlTokenizer::Open open)
{
    static constexpr std::array names{"", "statement", "text", "name", "comment", "version"};
    return QString::fromLatin1(names.at(static_cast<std::size_t>(open)));
}

} // namespace

void DumpScanner::finish()
{
    const SqlTokenizer::Open open = m_tokenizer.finish();
    if (!isSql()) {
        return; // whoever looks says what it is instead
    }
    finishTables();
    finishSite();
    finishStatements(open);
}

void DumpScanner::finishTables()
{
    m_facts.tables = m_tables.all();
    m_facts.tableCount = m_facts.tables.size();
    const QString count = QString::number(m_facts.tableCount);
    if (!m_facts.sourceDatabase.isEmpty()) {
        tell(Severity::Note, Kind::SourceDatabase, {}, m_facts.sourceDatabase);
    }
    if (m_facts.rows == 0) {
        tell(Severity::Warning, Kind::NoData, {});
    } else {
        m_tell({Severity::Note, Kind::RowCount, count, QString::number(m_facts.rows)});
    }
    if (m_tables.notDropped() > 0) {
        tell(Severity::Note, Kind::NoDropTable, {}, QString::number(m_tables.notDropped()), m_tables.firstNotDropped());
    }
    if (m_foreignKeys > 0 && !m_foreignKeysOff) {
        tell(Severity::Note, Kind::ForeignKeysChecked, {}, QString::number(m_foreignKeys));
    }
}

void DumpScanner::finishSite()
{
    const QString prefix = m_tables.wordPressPrefix();
    if (prefix.isNull()) {
        return;
    }
    m_facts.tablePrefix = prefix;
    tell(Severity::Note, Kind::TablePrefix, {}, prefix);
    const Option site = m_options.value(QString(prefix + u"options siteurl"_s));
    const Option home = m_options.value(QString(prefix + u"options home"_s));
    m_facts.siteUrl = site.value;
    m_facts.homeUrl = home.value;
    if (!site.value.isEmpty()) {
        tell(Severity::Note, Kind::SiteUrl, site.place, site.value);
    }
    if (!home.value.isEmpty()) {
        tell(Severity::Note, Kind::HomeUrl, home.place, home.value);
    }
    const int sites = m_tables.sitesOf(prefix);
    m_facts.isMultisite = sites > 0;
    if (sites > 0) {
        tell(Severity::Note, Kind::Multisite, {}, QString::number(sites));
    }
}

void DumpScanner::finishStatements(SqlTokenizer::Open open)
{
    if (m_questionTexts > 0) {
        tell(m_questionTexts >= manyTexts ? Severity::Warning : Severity::Note, Kind::QuestionMarks, m_questionPlace,
             QString::number(m_questionTexts), m_questionTable);
    }
    tell(m_facts.largestStatement > largePacket ? Severity::Warning : Severity::Note, Kind::LargestStatement,
         m_largestPlace, QString::number(m_facts.largestStatement), m_largestTable);
    if (open != SqlTokenizer::Open::Nothing) {
        tell(Severity::Error, Kind::DumpTruncated, m_place, openName(open));
    } else if (m_comments.lacksTrailer()) {
        tell(Severity::Error, Kind::DumpTruncated, m_place, u"trailer"_s);
    } else if (!m_facts.completed.isEmpty()) {
        tell(Severity::Good, Kind::DumpComplete, m_trailerPlace, m_facts.completed);
    }
}

} // namespace longshore
