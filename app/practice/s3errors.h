#pragma once

#include "app/practice/http.h"

namespace longshore::practice {

/// An error of the object store as XML: `<Error><Code>…`. `members` follow the message, as for example
/// {"HeadersNotSigned", "x-amz-acl"}.
[[nodiscard]] HttpReply s3Error(const QByteArray& code, const QList<std::pair<QByteArray, QByteArray>>& members = {});
/// The same with another sentence.
[[nodiscard]] HttpReply s3ErrorSaying(const QByteArray& code, const QByteArray& message,
                                      const QList<std::pair<QByteArray, QByteArray>>& members = {});

} // namespace longshore::practice
