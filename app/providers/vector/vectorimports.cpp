#include "app/providers/vector/vectorimports.h"

#include "app/core/settledtask.h"
#include "app/providers/vector/vectorexports.h"

#include <QRegularExpression>

namespace longshore::vector {

using namespace Qt::StringLiterals;

namespace {

using Code = Error::Code;
using Phase = ImportStatus::Phase;

template <class T>
ResultTask<T>* notThere(const Target& target, QObject* parent)
{
    return new SettledTask<T>(fail(Code::NotFound, target.isDevelopment() ? target.siteId : target.environmentId,
                                   u"this dialect of the API has no such import into it"_s),
                              parent);
}

/// A call whose error is read as well.
template <class T>
class JudgedTask final : public ResultTask<T>
{
public:
    using Judge = std::function<Result<T>(const Error&)>;
    JudgedTask(ResultTask<T>* task, Judge judge, QObject* parent)
        : ResultTask<T>(parent), m_task(task), m_judge(std::move(judge))
    {
        task->setParent(this);
    }

protected:
    void run() override
    {
        QObject::connect(m_task, &Task::finished, this, [this] {
            const Result<T> result = m_task->result();
            this->completeWith(result ? result : m_judge(result.error()));
        });
        m_task->start();
    }

private:
    ResultTask<T>* m_task;
    Judge m_judge;
};

Result<UploadPlace> placeFromJson(const Envelope& answer)
{
    return importFromJson(answer).and_then(&toUploadPlace);
}

Phase phaseOf(const Operation& operation, ImportWay way)
{
    switch (operation.phase) {
    case Operation::Phase::Completed:
        return Phase::Succeeded;
    case Operation::Phase::Failed:
        return Phase::Failed;
    case Operation::Phase::Pending:
        // A session waits to be run; what needs no file waits for its turn.
        return way == ImportWay::Upload ? Phase::NotStarted : Phase::InProgress;
    case Operation::Phase::Working:
        break;
    }
    return operation.knownWord ? Phase::InProgress : Phase::Unknown;
}

/// An export by way of a backup is known by an id that names both.
QString backupOf(const QString& id)
{
    const std::optional<BackupExport> exported = BackupExport::fromId(id);
    return exported ? exported->backup : id;
}

std::optional<Call> startCall(VectorDialect dialect, const Target& target, const ImportOrder& order)
{
    switch (order.way) {
    case ImportWay::Upload:
        return runImportCall(dialect, target, order.session, order.parts);
    case ImportWay::Quick:
        return directImportCall(dialect, target, order.contents,
                                {.fileName = order.fileName, .options = order.options});
    case ImportWay::Promote:
        return promoteCall(dialect, target, order.options);
    case ImportWay::Restore:
        return dialect == VectorDialect::G2 ? std::optional(createRestoreCall(backupOf(order.restores), order.options))
                                            : std::nullopt;
    }
    return std::nullopt;
}

std::optional<Call> statusCall(VectorDialect dialect, const Target& target, const ImportRef& import)
{
    switch (import.way) {
    case ImportWay::Upload:
    case ImportWay::Quick:
        return importStatusCall(dialect, target, import.id);
    case ImportWay::Promote:
        return promoteStatusCall(dialect, target, import.id);
    case ImportWay::Restore:
        return dialect == VectorDialect::G2 ? std::optional(restoreStatusCall(import.id)) : std::nullopt;
    }
    return std::nullopt;
}

CallTask<ImportStatus>::Read statusReader(ImportWay way)
{
    return [way](const Envelope& answer) {
        return operationFromJson(answer).map(
            [way](const Operation& operation) { return toImportStatus(operation, way); });
    };
}

ImportStatus failedInRequest(const Error& error)
{
    ImportStatus status;
    status.phase = Phase::Failed;
    status.serverWord = u"failed"_s;
    status.errors = QStringList{error.detail};
    return status;
}

Result<ImportStatus> judgeRun(Error error)
{
    const bool ofParts = error.code == Code::ServerRefused && error.subject == "parts"_L1;
    if (ofParts || error.code == Code::RetentionEnded || error.code == Code::NotFound) {
        error.code = Code::SessionLost;
    } else if (error.code == Code::ServerRefused && error.subject == "status"_L1) {
        // It was run before, by a request whose answer nobody got.
        error.code = Code::OutcomeUnknown;
    }
    return fail(error);
}

/// Dialect D says 422 for a mistake in the form, in a framework's words, and for SQL that failed. Its answer is
/// undocumented: what is not plainly about the form may have changed the target.
Result<ImportStatus> judgeDirect(const Error& error, VectorDialect dialect)
{
    const bool ofFile = dialect == VectorDialect::D && error.code == Code::ServerRefused && error.httpStatus == 422
                        && error.subject == "file"_L1;
    const bool ofForm = error.detail.contains("The file field"_L1) || error.detail.contains("The file must"_L1)
                        || error.detail.contains("The file failed"_L1);
    if (error.code == Code::ServerJobFailed || (ofFile && !ofForm)) {
        Error failed = error;
        failed.detail.remove(QRegularExpression(u"^file: "_s)); // the field of the form
        return failedInRequest(failed);
    }
    return fail(error);
}

} // namespace

Result<UploadPlace> toUploadPlace(const ImportSession& session)
{
    const Operation& operation = session.operation;
    // Dialect D answers an opened session without a status.
    const bool waits = operation.phase == Operation::Phase::Pending || operation.serverWord.isEmpty();
    const bool hasLinks = session.isMultipart ? !session.parts.isEmpty() : !session.upload.isEmpty();
    if (!waits || !hasLinks) {
        return fail(Code::SessionLost, operation.id, operation.serverWord);
    }
    UploadPlace place{.session = operation.id,
                      .link = session.upload,
                      .multipart = session.isMultipart,
                      .partCount = session.partCount,
                      .endsAt = operation.linkEndsAt};
    for (const PartLink& part : session.parts) {
        place.parts.insert(part.number, part.link);
    }
    if (place.multipart && (place.partCount < 1 || place.parts.lastKey() > place.partCount)) {
        return fail(Code::BadAnswer, u"part_count"_s);
    }
    return place;
}

ImportStatus toImportStatus(const Operation& operation, ImportWay way)
{
    ImportStatus status;
    status.id = operation.id;
    status.phase = phaseOf(operation, way);
    status.serverWord = !operation.knownWord && !operation.label.isEmpty() ? operation.label : operation.serverWord;
    status.startedAt = operation.startedAt;
    status.endedAt = operation.endedAt;
    if (!operation.error.isEmpty()) {
        status.errors = QStringList{operation.error};
    }
    return status;
}

Result<ImportStatus> directImportFromJson(const Envelope& answer)
{
    const QJsonObject json = answer.data.toObject();
    const bool hasId = json.contains("import_id"_L1) || json.contains("id"_L1);
    if (hasId) {
        const Result<Operation> operation = operationFromJson(answer);
        if (operation && !operation->serverWord.isEmpty()) {
            return toImportStatus(*operation, ImportWay::Quick);
        }
    }
    const QString word = json["status"_L1].toString();
    if (word.compare("failed"_L1, Qt::CaseInsensitive) == 0) {
        return failedInRequest({.detail = json["error_message"_L1].toString()});
    }
    if (!word.isEmpty() && word.compare("completed"_L1, Qt::CaseInsensitive) != 0) {
        return fail(Code::OutcomeUnknown, u"id"_s, word); // it goes on, and there is nothing to ask with
    }
    ImportStatus status;
    status.phase = Phase::Succeeded;
    status.serverWord = u"completed"_s;
    return status;
}

Result<ImportStatus> judgeStart(const Error& error, VectorDialect dialect, ImportWay way)
{
    switch (way) {
    case ImportWay::Upload:
        return judgeRun(error);
    case ImportWay::Quick:
        return judgeDirect(error, dialect);
    case ImportWay::Promote:
    case ImportWay::Restore:
        break;
    }
    return fail(error);
}

ResultTask<UploadPlace>* openUpload(const std::shared_ptr<const Client>& client, VectorDialect dialect,
                                    const Target& target, const UploadOffer& offer, QObject* parent)
{
    const ImportOffer wanted{.fileName = offer.fileName, .bytes = offer.bytes, .md5Hex = {}, .options = offer.options};
    const std::optional<Call> call = createImportCall(dialect, target, wanted);
    return call ? new CallTask<UploadPlace>(client, *call, &placeFromJson, parent)
                : notThere<UploadPlace>(target, parent);
}

ResultTask<UploadPlace>* uploadPlace(const std::shared_ptr<const Client>& client, VectorDialect dialect,
                                     const Target& target, const QString& session, QObject* parent)
{
    const std::optional<Call> call = importStatusCall(dialect, target, session);
    if (!call) {
        return notThere<UploadPlace>(target, parent);
    }
    const auto judge = [session](Error error) -> Result<UploadPlace> {
        if (error.code == Code::NotFound || error.code == Code::RetentionEnded) {
            error.code = Code::SessionLost;
        }
        return fail(error);
    };
    return new JudgedTask<UploadPlace>(new CallTask<UploadPlace>(client, *call, &placeFromJson, nullptr), judge,
                                       parent);
}

ResultTask<ImportStatus>* startImport(const std::shared_ptr<const Client>& client, VectorDialect dialect,
                                      const Target& target, const ImportOrder& order, QObject* parent)
{
    const std::optional<Call> call = startCall(dialect, target, order);
    if (!call) {
        return notThere<ImportStatus>(target, parent);
    }
    const CallTask<ImportStatus>::Read read =
        order.way == ImportWay::Quick ? &directImportFromJson : statusReader(order.way);
    const auto judge = [dialect, way = order.way](const Error& error) { return judgeStart(error, dialect, way); };
    return new JudgedTask<ImportStatus>(new CallTask<ImportStatus>(client, *call, read, nullptr), judge, parent);
}

ResultTask<ImportStatus>* importStatus(const std::shared_ptr<const Client>& client, VectorDialect dialect,
                                       const Target& target, const ImportRef& import, QObject* parent)
{
    const std::optional<Call> call = statusCall(dialect, target, import);
    return call ? new CallTask<ImportStatus>(client, *call, statusReader(import.way), parent)
                : notThere<ImportStatus>(target, parent);
}

} // namespace longshore::vector
