#pragma once

#include "app/practice/http.h"

namespace longshore::practice {

/// An error of the blob store: the documented status and message of its code, as XML with a byte order mark.
[[nodiscard]] HttpReply blobError(const QByteArray& code, const QByteArray& detail = {});

} // namespace longshore::practice
