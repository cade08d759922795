#pragma once

#include "app/core/error.h"

#include <tl/expected.hpp>

namespace longshore {

template <class T>
using Result = tl::expected<T, Error>;

/// `return fail(Error::Code::NotFound, name);`
[[nodiscard]] inline tl::unexpected<Error> fail(Error::Code code, const QString& subject = {},
                                                const QString& detail = {})
{
    return tl::unexpected<Error>(Error{.code = code, .subject = subject, .detail = detail});
}
[[nodiscard]] inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace longshore
