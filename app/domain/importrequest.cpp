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
            {u"tablePrefix"_s, facts.tablePrefix},
            {u"multisite"_s, facts.isMultisite},
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
    file.facts.tablePrefix = json["tablePrefix"_L1].toString();
    file.facts.isMultisite = json["multisite"_L1].toBool();
    file.facts.database = databaseFromName(json["holds"_L1].toString());
    return file;
}

QJsonObject sourceToJson(const CopySource& source)
{
    return {{u"connectionId"_s, source.connectionId},
            {u"environment"_s, source.environment},
            {u"database"_s, databaseApiName(source.database)},
            {u"mayTakeProductionData"_s, source.mayTakeProductionData},
            {u"acceptWarnings"_s, source.acceptWarnings}};
}

/// Nothing where it is not whole.
std::optional<CopySource> sourceFromJson(const QJsonObject& json)
{
    const std::optional<Database> database = databaseFromName(json["database"_L1].toString());
    CopySource source{json["connectionId"_L1].toString(), json["environment"_L1].toString(),
                      database.value_or(Database::MySql), json["mayTakeProductionData"_L1].toBool(),
                      json["acceptWarnings"_L1].toBool()};
    const bool whole = database && !source.connectionId.isEmpty() && !source.environment.isEmpty();
    return whole ? std::optional(source) : std::nullopt;
}

/// What a row of an earlier version does not have is an upload of a file.
bool readWay(const QJsonObject& json, ImportRequest& request)
{
    const std::optional<ImportWay> way = importWayFromName(json["way"_L1].toString(importWayName(ImportWay::Upload)));
    request.way = way.value_or(ImportWay::Upload);
    request.options = importOptionsFromJson(json["options"_L1].toObject());
    request.source = sourceFromJson(json["source"_L1].toObject());
    request.restores = json["restores"_L1].toString();
    const bool wantsFile = sendsFile(request.way) && !request.source;
    return way && !(wantsFile && request.file.path.isEmpty());
}

} // namespace

QJsonObject toJson(const ImportRequest& request)
{
    QJsonObject json{{u"connectionId"_s, request.connectionId},
                     {u"environment"_s, request.environment},
                     {u"database"_s, databaseApiName(request.database)},
                     {u"file"_s, fileToJson(request.file)},
                     {u"packageName"_s, request.packageName},
                     {u"backupFirst"_s, request.backup == ImportRequest::Backup::First},
                     {u"backupFolder"_s, request.backupFolder},
                     {u"libraryId"_s, request.libraryId},
                     {u"undoes"_s, request.undoes},
                     {u"way"_s, importWayName(request.way)},
                     {u"options"_s, toJson(request.options)},
                     {u"restores"_s, request.restores}};
    if (request.source) {
        json.insert(u"source"_s, sourceToJson(*request.source));
    }
    return json;
}

std::optional<ImportRequest> importRequestFromJson(const QJsonObject& json)
{
    ImportRequest request;
    request.connectionId = json["connectionId"_L1].toString();
    request.environment = json["environment"_L1].toString();
    request.file = fileFromJson(json["file"_L1].toObject());
    const std::optional<Database> database = databaseFromName(json["database"_L1].toString());
    if (request.connectionId.isEmpty() || request.environment.isEmpty() || !database || !readWay(json, request)) {
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
