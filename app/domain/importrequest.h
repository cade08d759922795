#pragma once

#include "app/domain/database.h"
#include "app/domain/importoptions.h"
#include "app/domain/importway.h"
#include "app/domain/packagefacts.h"
#include "app/domain/tier.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <optional>

namespace longshore {

/// The file of an import, as it was when it was checked. An import sends exactly that file or nothing.
struct CheckedFile
{
    QString path; ///< absolute
    qint64 size = -1;
    QDateTime modifiedAt; ///< UTC, to the millisecond
    QString sha256; ///< lower-case hex
    PackageFacts facts;

    friend bool operator==(const CheckedFile&, const CheckedFile&) = default;
};

/// Where a copy comes from. What becomes a file is exported first, as a job of its own.
struct CopySource
{
    QString connectionId;
    QString environment;
    Database database = Database::MySql;
    bool mayTakeProductionData = false; ///< a person accepted that data of real people goes to the target
    bool acceptWarnings = false; ///< goes on where the look at the fetched file finds what a person should see

    friend bool operator==(const CopySource&, const CopySource&) = default;
};

/// What a person asked for: this file into one database of one environment, which it replaces. Or, without a file of
/// ours, what the platform itself puts there (see ImportWay).
struct ImportRequest
{
    enum class Backup { First, None };

    QString connectionId;
    QString environment;
    Database database = Database::Cms;
    ImportWay way = ImportWay::Upload;
    ImportOptions options; ///< of a MySQL dump
    std::optional<CopySource> source; ///< of a copy, whose file gets its path when it is there; empty: it is there
    QString restores; ///< ImportWay::Restore: the platform's id of the backup
    CheckedFile file;
    QString packageName; ///< as the service is told; the local file keeps its name
    Backup backup = Backup::First;
    QString backupFolder; ///< absolute; where the undo file goes
    QString libraryId; ///< of the file, when it is in the library
    QString undoes; ///< id of the import whose effect this one takes back; empty: none

    friend bool operator==(const ImportRequest&, const ImportRequest&) = default;
};

[[nodiscard]] QJsonObject toJson(const ImportRequest& request);
[[nodiscard]] std::optional<ImportRequest> importRequestFromJson(const QJsonObject& json);

} // namespace longshore
