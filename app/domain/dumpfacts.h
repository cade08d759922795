#pragma once

#include <QList>
#include <QString>

namespace longshore {

struct DumpTable
{
    QString name;
    QString engine; ///< empty: not said
    QString charset; ///< the table's default; empty: not said
    qint64 rows = 0; ///< tuples of its INSERT statements
    qint64 bytes = 0; ///< of its statements

    friend bool operator==(const DumpTable&, const DumpTable&) = default;
};

/// What a look at a SQL dump learned.
struct DumpFacts
{
    QString tool{}; ///< "MySQL dump 10.13"; empty: it does not say
    QString serverVersion{}; ///< "8.0.36"
    QString sourceDatabase{};
    QString charset{}; ///< of SET NAMES
    QString completed{}; ///< the last line, as written
    QList<DumpTable> tables{}; ///< in the dump's order; of very many only the first
    qint64 tableCount = 0;
    qint64 rows = 0;
    qint64 plainBytes = 0;
    QString tablePrefix{}; ///< of a WordPress; empty: it is none
    QString siteUrl{};
    QString homeUrl{};
    bool isMultisite = false;
    qint64 largestStatement = 0; ///< bytes
    QString packing{}; ///< "gzip, tar"; empty: plain
    QString member{}; ///< the dump's name in an archive

    friend bool operator==(const DumpFacts&, const DumpFacts&) = default;
};

} // namespace longshore
