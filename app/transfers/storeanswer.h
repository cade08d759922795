#pragma once

#include "app/core/signedurl.h"
#include "app/transfers/partwork.h"

class QDateTime;

namespace longshore {

/// What an answer to a request with bytes means wherever they went: a failure to get one, a refusal, or an answer that
/// is no store's. `status` is what a store says when it took the bytes; nothing: it did.
[[nodiscard]] std::optional<PartAnswer> refusalToStore(const Result<HttpResponse>& answer,
                                                       std::initializer_list<int> good, const SignedUrl& link,
                                                       const QDateTime& now);

/// The store's own word for an error that classifyStorage() made: "InvalidBlockList".
[[nodiscard]] QString storeWord(const Error& error);

} // namespace longshore
