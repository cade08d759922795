#pragma once

#include "app/core/result.h"
#include "app/net/httptransport.h"

#include <QJsonValue>

namespace longshore::optimizely {

/// What a call was about, for the error that may come of it.
struct CallContext
{
    QString place; ///< "project" or "project/environment"
    QString lookedFor; ///< the id in the path, or empty: then a 404 is about the project
    bool changesSomething = false; ///< a POST: repeating it blindly could do the work twice
    QDateTime now; ///< our clock when the answer came
};

/// The `result` of an answer, or what went wrong. Pure. An answer that is not the service's own (a gateway's page)
/// after a request that changes something is OutcomeUnknown: it may have been carried out.
[[nodiscard]] Result<QJsonValue> judgeAnswer(const HttpResponse& response, const CallContext& context);
/// The error of a call that got no answer.
[[nodiscard]] Error judgeFailure(const Error& error, const CallContext& context);

} // namespace longshore::optimizely
