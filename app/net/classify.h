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
/// TooLarge, ClockSkew, ProxyFailed, Timeout, ConnectionLost, RateLimited, ServerError, ServerRefused; BadAnswer
/// (subject: "redirect") for a 3xx that no store sent.
[[nodiscard]] Error classifyStorage(const HttpResponse& response, const SignedUrl& link, const QDateTime& now);

/// Somebody between us and the store answered: the sign-in page of a network, a gateway, a certificate of its own. The
/// store was not reached, and will be when that is out of the way. Subjects of BadAnswer: "html", "redirect", and
/// "ETag" of bytes that do not say of which object they are.
[[nodiscard]] bool answeredInBetween(const Error& error);

} // namespace longshore
