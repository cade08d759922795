#pragma once

#include <QString>

namespace longshore {

/// A part of an upload, as the service must be told of it.
struct UploadedPart
{
    int number = 0; ///< from 1
    QString etag; ///< with its quotation marks

    friend bool operator==(const UploadedPart&, const UploadedPart&) = default;
};

} // namespace longshore
