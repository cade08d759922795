#pragma once

#include "app/core/error.h"
#include "app/net/httptransport.h"

namespace longshore {

/// What an object store (Azure Blob, S3 and its kin) means by an answer that is not 2xx. Told by its error word –
/// `x-ms-error-code`, which is all there is after HEAD, or the XML element `<Code>` – and, where that only says
/// "denied", by the end of the link's life against the store's own clock, or `now` when it sends none.
/// Subject: the host, detail: word, message, what it is about and the store's name for the request, without anything
/// secret. Of a link that begins later (LinkRefused) retryAfter tells in how long.
/// Codes: LinkExpired, LinkRefused, LeaseHeld, SessionLost, ObjectChanged, NotFound, FileExists, HashMismatch,
/// TooLarge, ClockSkew, ProxyFailed, Timeout, RateLimited, ServerError, ServerRefused.
[[nodiscard]] Error classifyStorage(const HttpResponse& response, const SignedUrl& link, const QDateTime& now);

} // namespace longshore
