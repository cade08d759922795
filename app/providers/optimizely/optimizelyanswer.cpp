#include "app/providers/optimizely/optimizelyanswer.h"

#include "app/providers/optimizely/optimizelyjson.h"
#include "app/providers/serverwords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <cmath>

namespace longshore::optimizely {

using namespace Qt::StringLiterals;

namespace {

using Code = Error::Code;

constexpr double ToleratedSkewSeconds = 120;

/// An answer with its wrapper `{"success","errors","result"}` taken off.
struct Opened
{
    bool json = false; ///< false: a page of something between us and the service
    bool wrapped = false;
    bool success = true;
    QString words{};
    QJsonValue result{};
};

Opened open(const QByteArray& body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (document.isNull()) {
        return {.words = harmlessText(QString::fromUtf8(body))};
    }
    if (document.isArray()) {
        return {.json = true, .result = document.array()};
    }
    const QJsonObject object = document.object();
    const QJsonValue success = field(object, "success"_L1);
    const QJsonValue result = field(object, "result"_L1);
    const QString words = harmlessText(texts(field(object, "errors"_L1)).join(u"; "_s));
    if (success.isUndefined() && result.isUndefined()) {
        // The vendor's own description declares some answers without the wrapper.
        const QString message = harmlessText(field(object, "message"_L1).toString());
        return {.json = true, .words = words.isEmpty() ? message : words, .result = object};
    }
    return {.json = true, .wrapped = true, .success = success.toBool(true), .words = words, .result = result};
}

/// The service's wording is known from other clients only: "already an on-going …", "already running".
bool saysBusy(const QString& words)
{
    return words.contains("on-going"_L1, Qt::CaseInsensitive) || words.contains("ongoing"_L1, Qt::CaseInsensitive)
           || words.contains("already running"_L1, Qt::CaseInsensitive);
}

Error refusedAccess(const HttpResponse& response, const QString& words, const CallContext& context)
{
    const std::optional<double> ahead = clockAhead(response, context.now);
    if (ahead && std::abs(*ahead) > ToleratedSkewSeconds) {
        return {.code = Code::ClockSkew,
                .subject = context.place,
                .detail = QString::number(std::llround(*ahead)),
                .httpStatus = response.status};
    }
    return {.code = Code::Unauthorized, .subject = context.place, .detail = words, .httpStatus = response.status};
}

Error outcomeUnknown(const QString& why, int status, const CallContext& context)
{
    return {.code = Code::OutcomeUnknown, .subject = context.place, .detail = why, .httpStatus = status};
}

Error serverTrouble(const HttpResponse& response, const Opened& answer, const CallContext& context)
{
    // 503 means that nothing took the request; behind any other page of a gateway it may have been carried out.
    if (context.changesSomething && !answer.wrapped && response.status != 503) {
        return outcomeUnknown(answer.words, response.status, context);
    }
    return {.code = Code::ServerError,
            .subject = context.place,
            .detail = answer.words,
            .httpStatus = response.status,
            .retryable = true,
            .retryAfter = response.retryAfter.value_or(std::chrono::seconds(0))};
}

Error refusal(const HttpResponse& response, const Opened& answer, const CallContext& context)
{
    const int status = response.status;
    if (status == 401 || status == 403) {
        return refusedAccess(response, answer.words, context);
    }
    if (status == 429) {
        return {.code = Code::RateLimited,
                .subject = context.place,
                .detail = answer.words,
                .httpStatus = status,
                .retryable = true,
                .retryAfter = response.retryAfter.value_or(std::chrono::seconds(0))};
    }
    if (status >= 500) {
        return serverTrouble(response, answer, context);
    }
    if (saysBusy(answer.words)) {
        return {.code = Code::ServerBusy,
                .subject = context.place,
                .detail = answer.words,
                .httpStatus = status,
                .retryable = true};
    }
    if (status == 404) {
        const bool project = context.lookedFor.isEmpty() || answer.words.contains("project"_L1, Qt::CaseInsensitive);
        return {.code = Code::NotFound,
                .subject = project ? context.place : context.lookedFor,
                .detail = answer.words,
                .httpStatus = status};
    }
    if (status >= 300 && status < 400) {
        return {.code = Code::BadAnswer, .subject = u"redirect"_s, .httpStatus = status};
    }
    return {.code = Code::ServerRefused, .subject = context.place, .detail = answer.words, .httpStatus = status};
}

} // namespace

Result<QJsonValue> judgeAnswer(const HttpResponse& response, const CallContext& context)
{
    const Opened answer = open(response.body);
    if (response.status < 200 || response.status >= 300) {
        return fail(refusal(response, answer, context));
    }
    if (!answer.json) {
        if (context.changesSomething) {
            return fail(outcomeUnknown(answer.words, response.status, context));
        }
        return fail(Error{.code = Code::BadAnswer,
                          .subject = u"body"_s,
                          .detail = answer.words,
                          .httpStatus = response.status,
                          .retryable = true});
    }
    if (!answer.success) {
        // The API answers 200 with an error body here.
        return fail(refusal(response, answer, context));
    }
    return answer.result;
}

Error judgeFailure(const Error& error, const CallContext& context)
{
    return withoutAnswer(error, context.changesSomething, context.place);
}

} // namespace longshore::optimizely
