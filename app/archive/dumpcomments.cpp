#include "app/archive/dumpcomments.h"

#include <QRegularExpression>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestLine = 200; ///< of what is kept for people
constexpr int longestHeader = 500; ///< comments; one stands before each table

QString lineOf(QByteArrayView text)
{
    return QString::fromUtf8(text.first(std::min(text.size(), longestLine))).trimmed();
}

/// "MySQL dump 10.13" of "MySQL dump 10.13  Distrib 8.0.36, for Linux (x86_64)".
QString toolOf(const QString& line)
{
    static const QRegularExpression known(u"^(MySQL dump [0-9.]+|MariaDB dump [0-9A-Za-z.-]+|phpMyAdmin SQL Dump)"_s);
    const QRegularExpressionMatch match = known.match(line);
    if (match.hasMatch()) {
        return match.captured(1);
    }
    static const QRegularExpression other(u"\\b(sql dump|mysql.*dump|database (dump|backup|export|migration))\\b"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return other.match(line).hasMatch() ? line.left(80) : QString();
}

QString captured(const QString& line, const QString& pattern)
{
    return QRegularExpression(pattern).match(line).captured(1);
}

} // namespace

DumpComments::Learned DumpComments::read(QByteArrayView text, DumpFacts& facts)
{
    if (text.startsWith("!999999\\-") || text.startsWith("M!999999\\-")) {
        return Learned::Sandbox;
    }
    const bool trailer = text.trimmed().startsWith("Dump completed");
    if (text.size() < 6 || (!trailer && ++m_read > longestHeader)) {
        return Learned::Nothing; // most are
    }
    const QString line = lineOf(text);
    if (trailer) {
        m_expectsTrailer = false;
        facts.completed = line;
        return Learned::Trailer;
    }
    if (line.startsWith("MySQL dump "_L1) || line.startsWith("MariaDB dump "_L1)) {
        m_expectsTrailer = true;
    }
    if (line.startsWith("PostgreSQL database dump"_L1)) {
        return Learned::Postgres;
    }
    if (facts.sourceDatabase.isEmpty()) {
        facts.sourceDatabase = captured(line, u"^(?:Host: .*|)\\bDatabase: `?([^`\\s]+)`?$"_s);
    }
    if (facts.serverVersion.isEmpty()) {
        facts.serverVersion = captured(line, u"^Server version:?\\s+(\\S+)"_s);
        if (!facts.serverVersion.isEmpty()) {
            return Learned::Server;
        }
    }
    if (facts.tool.isEmpty()) {
        facts.tool = toolOf(line);
        return facts.tool.isEmpty() ? Learned::Nothing : Learned::Tool;
    }
    return Learned::Nothing;
}

} // namespace longshore
