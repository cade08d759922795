#include "app/domain/importrequest.h"

#include "app/domain/jsontime.h"

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

QJsonObject fileToJson(const CheckedFile& file)
{
    const PackageFacts& facts = file.facts;
    return {{u"path"_s, file.path},
            {u"size"_s, file.size},
            {u"modifiedAt"_s, timeToJson(file.modifiedAt)},
            {u"sha256"_s, file.sha256},
            {u"sourceDatabase"_s, facts.sourceDatabase},
            {u"exportedAt"_s, timeToJson(facts.exportedAt)},
            {u"rows"_s, facts.totalRows},
            {u"tables"_s, facts.tables},
            {u"parts"_s, facts.parts},
            {u"uncompressedBytes"_s, facts.uncompressedBytes},
            {u"holds"_s, facts.database ? databaseApiName(*facts.database) : QString()}};
}

CheckedFile fileFromJson(const QJsonObject& json)
{
    CheckedFile file;
    file.path = json["path"_L1].toString();
    file.size = json["size"_L1].toInteger(-1);
    file.modifiedAt = timeFromJson(json["modifiedAt"_L1]);
    file.sha256 = json["sha256"_L1].toString();
    file.facts.sourceDatabase = json["sourceDatabase"_L1].toString();
    file.facts.exportedAt = timeFromJson(json["exportedAt"_L1]);
    file.facts.totalRows = json["rows"_L1].toInteger(-1);
    file.facts.tables = json["tables"_L1].toInt();
    file.facts.parts = json["parts"_L1].toInt();
    file.facts.uncompressedBytes = json["uncompressedBytes"_L1].toInteger();
    file.facts.database = databaseFromName(json["holds"_L1].toString());
    return file;
}

} // namespace

QJsonObject toJson(const ImportRequest& request)
{
    return {{u"connectionId"_s, request.connectionId},
            {u"environment"_s, request.environment},
            {u"database"_s, databaseApiName(request.database)},
            {u"file"_s, fileToJson(request.file)},
            {u"packageName"_s, request.packageName},
            {u"backupFirst"_s, request.backup == ImportRequest::Backup::First},
            {u"backupFolder"_s, request.backupFolder},
            {u"libraryId"_s, request.libraryId},
            {u"undoes"_s, request.undoes}};
}

std::optional<ImportRequest> importRequestFromJson(const QJsonObject& json)
{
    ImportRequest request;
    request.connectionId = json["connectionId"_L1].toString();
    request.environment = json["environment"_L1].toString();
    request.file = fileFromJson(json["file"_L1].toObject());
    const std::optional<Database> database = databaseFromName(json["database"_L1].toString());
    if (request.connectionId.isEmpty() || request.environment.isEmpty() || request.file.path.isEmpty() || !database) {
        return std::nullopt;
    }
    request.database = *database;
    request.packageName = json["packageName"_L1].toString();
    request.backup = json["backupFirst"_L1].toBool(true) ? ImportRequest::Backup::First : ImportRequest::Backup::None;
    request.backupFolder = json["backupFolder"_L1].toString();
    request.libraryId = json["libraryId"_L1].toString();
    request.undoes = json["undoes"_L1].toString();
    return request;
}

} // namespace longshore
