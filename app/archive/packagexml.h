#pragma once

#include "app/core/result.h"

#include <QDateTime>
#include <QList>
#include <QSet>
#include <QString>
#include <QXmlStreamReader>

namespace longshore {

/// What Origin.xml says about the export; invalid, -1 or empty where it says nothing.
struct OriginFacts
{
    QDateTime start;
    qint64 rows = -1;
    QString modelChecksum; ///< hexadecimal, as written
    bool containsData = false; ///< false: a schema without data (a dacpac)
};

/// Error of the three: FormatInvalid (subject: the part).
[[nodiscard]] Result<OriginFacts> readOrigin(const QByteArray& xml);
[[nodiscard]] Result<QString> readDatabaseName(const QByteArray& dacMetadata);
/// The data parts that `_rels/.rels` promises, as entry names.
[[nodiscard]] Result<QSet<QByteArray>> readRelationships(const QByteArray& xml);

/// Takes model.xml piece by piece and keeps only the names of its tables. No document type declaration, no entities,
/// and no single token of more than 64 MiB.
class ModelTableScanner final
{
public:
    [[nodiscard]] Result<void> add(QByteArrayView bytes);
    /// After the last piece.
    [[nodiscard]] Result<void> finish();
    [[nodiscard]] const QStringList& tables() const { return m_tables; } ///< "[dbo].[tblContent]"

private:
    [[nodiscard]] Result<void> drain();

    QXmlStreamReader m_xml;
    QStringList m_tables;
    qint64 m_sinceToken = 0;
    bool m_rootSeen = false;
    bool m_ended = false;
};

} // namespace longshore
