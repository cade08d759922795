#pragma once

#include "app/core/result.h"
#include "app/net/httptransport.h"
#include "app/providers/vector/vectorcalls.h"
#include "app/providers/vector/vectorjson.h"

namespace longshore::vector {

/// The contents of an answer, or what went wrong. Pure. Errors beside those of every service: ServerBusy (another
/// operation runs there), RetentionEnded (an import session that expired), ServerJobFailed (a direct import whose SQL
/// failed; detail: the service's words), ServerRefused (any other 4xx; subject: the field that a 422 names first).
[[nodiscard]] Result<Envelope> judgeAnswer(const HttpResponse& response, const Call& call);
/// The error of a call that got no answer.
[[nodiscard]] Error judgeFailure(const Error& error, const Call& call);

} // namespace longshore::vector
