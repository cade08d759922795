#include "app/providers/vector/vectoranswer.h"

#include "app/providers/serverwords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStringList>

namespace longshore::vector {

using namespace Qt::StringLiterals;

namespace {

using Code = Error::Code;

/// An error's words: `errors` as "field: message; …" before `message`, which often only counts them.
struct Complaint
{
    bool json = false;
    QString words{};
    QStringList fields{};
    QJsonObject data{};
};

Complaint complaintOf(const QByteArray& body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject()) {
        return {.words = harmlessText(QString::fromUtf8(body))};
    }
    const QJsonObject json = document.object();
    const QJsonObject errors = json["errors"_L1].toObject();
    QStringList sentences;
    for (auto field = errors.begin(); field != errors.end(); ++field) {
        const QJsonArray messages = field.value().isArray() ? field.value().toArray() : QJsonArray{field.value()};
        for (const QJsonValue& message : messages) {
            sentences.append(field.key() + u": "_s + message.toString());
        }
    }
    const QString words = sentences.isEmpty() ? json["message"_L1].toString() : sentences.join(u"; "_s);
    return {
        .json = true, .words = harmlessSentence(words), .fields = errors.keys(), .data = json["data"_L1].toObject()};
}

Error error(Code code, const QString& subject, const QString& words, const HttpResponse& response)
{
    return {.code = code, .subject = subject, .detail = words, .httpStatus = response.status};
}

Error retryable(Code code, const QString& subject, const QString& words, const HttpResponse& response)
{
    Error made = error(code, subject, words, response);
    made.retryable = true;
    made.retryAfter = response.retryAfter.value_or(std::chrono::seconds(0));
    return made;
}

/// A direct import runs inside its request: its answer is 500 with the reason when the SQL fails.
bool isFailedImport(const Complaint& complaint)
{
    return complaint.data.contains("success"_L1) && !complaint.data["success"_L1].toBool();
}

Error serverTrouble(const HttpResponse& response, const Complaint& complaint, const Call& call)
{
    if (isFailedImport(complaint)) {
        const QString words = harmlessSentence(complaint.data["error"_L1].toString());
        return error(Code::ServerJobFailed, call.place, words.isEmpty() ? complaint.words : words, response);
    }
    // 503 means that nothing took the request; behind any other page of a gateway it may have been carried out.
    if (call.changesSomething() && !complaint.json && response.status != 503) {
        return error(Code::OutcomeUnknown, call.place, complaint.words, response);
    }
    return retryable(Code::ServerError, call.place, complaint.words, response);
}

/// States are 422 here, like mistakes in a request (facts: vector.md 1.2).
Error stateOrMistake(const HttpResponse& response, const Complaint& complaint, const Call& call)
{
    if (response.status == 409 || complaint.words.contains("already in progress"_L1, Qt::CaseInsensitive)
        || complaint.words.contains("already running"_L1, Qt::CaseInsensitive)) {
        return retryable(Code::ServerBusy, call.place, complaint.words, response);
    }
    if (complaint.fields.contains("expires_at"_L1)) {
        return error(Code::RetentionEnded, call.lookedFor, complaint.words, response);
    }
    const QString field = complaint.fields.isEmpty() ? call.place : complaint.fields.first();
    return error(Code::ServerRefused, field, complaint.words, response);
}

Error refusal(const HttpResponse& response, const Call& call)
{
    const Complaint complaint = complaintOf(response.body);
    const int status = response.status;
    if (status >= 500) {
        return serverTrouble(response, complaint, call);
    }
    switch (status) {
    case 401:
    case 403:
        return error(Code::Unauthorized, call.place, complaint.words, response);
    case 404:
    case 410:
        return error(Code::NotFound, call.lookedFor.isEmpty() ? call.place : call.lookedFor, complaint.words, response);
    case 413:
        return error(Code::TooLarge, call.place, complaint.words, response);
    case 429:
        return retryable(Code::RateLimited, call.place, complaint.words, response);
    default:
        break;
    }
    if (status >= 300 && status < 400) {
        return error(Code::BadAnswer, u"redirect"_s, {}, response);
    }
    return stateOrMistake(response, complaint, call);
}

} // namespace

Result<Envelope> judgeAnswer(const HttpResponse& response, const Call& call)
{
    if (response.status < 200 || response.status >= 300) {
        return fail(refusal(response, call));
    }
    const QJsonDocument document = QJsonDocument::fromJson(response.body);
    if (!document.isObject()) {
        const Code code = call.changesSomething() ? Code::OutcomeUnknown : Code::BadAnswer;
        const QString subject = call.changesSomething() ? call.place : u"body"_s;
        return fail(retryable(code, subject, harmlessText(QString::fromUtf8(response.body)), response));
    }
    const QJsonObject json = document.object();
    const QJsonValue data = json["data"_L1];
    if (const Complaint complaint{.data = data.toObject()}; isFailedImport(complaint)) {
        return fail(error(Code::ServerJobFailed, call.place, harmlessSentence(data["error"_L1].toString()), response));
    }
    return Envelope{data.isUndefined() ? QJsonValue(json) : data, json["meta"_L1].toObject()};
}

Error judgeFailure(const Error& error, const Call& call)
{
    return withoutAnswer(error, call.changesSomething(), call.place);
}

} // namespace longshore::vector
