#pragma once

#include "app/core/signedurl.h"
#include "app/transfers/partwork.h"

class QDateTime;

namespace longshore {

/// Whether the store has bytes of this transfer, so that the link does lead to one.
enum class StoreSeen { No, Yes };

/// What an answer to a request with bytes means wherever they went: a failure to get one, a refusal, or an answer that
/// is no store's. `good`: what a store says when it took the bytes; nothing: it did. Who answers in place of a store
/// that was seen is waited out; otherwise the link may simply lead to him.
[[nodiscard]] std::optional<PartAnswer> refusalToStore(const Result<HttpResponse>& answer,
                                                       std::initializer_list<int> good, const SignedUrl& link,
                                                       const QDateTime& now, StoreSeen seen);

/// The MD5 that the ETag is, 16 bytes: it has 32 hexadecimal digits, and nothing says that the store encrypts with a
/// key of its own service or keeps the object in a directory bucket, which make something else of it. Empty: it is
/// none.
[[nodiscard]] QByteArray etagMd5(const HttpHeaders& headers);

/// The store's own word for an error that classifyStorage() made: "InvalidBlockList".
[[nodiscard]] QString storeWord(const Error& error);

} // namespace longshore
