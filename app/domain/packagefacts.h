#pragma once

#include "app/domain/database.h"

#include <QDateTime>
#include <QString>
#include <optional>

namespace longshore {

/// What the check of a bacpac or a look at a dump learned.
struct PackageFacts
{
    QString sourceDatabase; ///< DacMetadata.xml Name
    QDateTime exportedAt; ///< Origin.xml Operation/Start; invalid when absent
    qint64 totalRows = -1; ///< Origin.xml; -1 when the exporter recorded none
    int tables = 0; ///< tables with data parts
    int parts = 0;
    qint64 uncompressedBytes = 0;
    std::optional<Database> database; ///< recognised from its table names
    // of the dump of a WordPress
    QString tablePrefix{};
    bool isMultisite = false;

    friend bool operator==(const PackageFacts&, const PackageFacts&) = default;
};

} // namespace longshore
