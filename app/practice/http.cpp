#include "app/practice/http.h"

#include <algorithm>

namespace longshore::practice {

bool HttpRequest::hasHeader(QByteArrayView lowerCaseName) const
{
    return std::any_of(headers.cbegin(), headers.cend(),
                       [&](const auto& header) { return header.first == lowerCaseName; });
}

QByteArray HttpRequest::header(QByteArrayView lowerCaseName) const
{
    for (const auto& [name, value] : headers) {
        if (name == lowerCaseName) {
            return value;
        }
    }
    return {};
}

} // namespace longshore::practice
