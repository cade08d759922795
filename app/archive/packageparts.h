#pragma once

#include "app/archive/bacpacwriter.h"

namespace longshore {

/// One data part, for `_rels/.rels`.
struct DataPart
{
    QString schema;
    QString table;
    QString path; ///< "Data/dbo.Order%20Details/TableData-000-00000.BCP"
};

/// Percent-encoded path of a data part, as OPC wants it.
[[nodiscard]] QString dataPartPath(const SqlTable& table, int part);

// The small XML parts of a package. All but model.xml begin with a byte order mark.
[[nodiscard]] QByteArray dacMetadataXml(const BacpacOrigin& origin);
[[nodiscard]] QByteArray originXml(const BacpacOrigin& origin, const SqlModel& model, const QByteArray& modelSha256Hex,
                                   qint64 rows, bool hasData);
[[nodiscard]] QByteArray contentTypesXml(bool hasData);
[[nodiscard]] QByteArray relationshipsXml(const QList<DataPart>& parts, const QUuid& operation);

} // namespace longshore
