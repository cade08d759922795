#pragma once

#include "app/core/signedurl.h"
#include "app/transfers/uploadtask.h"

#include <QString>

namespace longshore::cli {

/// Where `upload` sends its file.
struct UploadTarget
{
    SignedUrl url; ///< of the object itself
    UploadKind kind = UploadKind::AzureBlocks;
};

/// `as`: "azure", "s3", or empty: told by the link. `name`: of the blob in a container whose link this is; empty: the
/// link is of a blob, or the blob gets the name of the file. The bytes of the link stay as they are.
/// Errors: BadInput.
[[nodiscard]] Result<UploadTarget> uploadTarget(const QByteArray& link, const QString& as, const QString& name,
                                                const QString& fileName);

} // namespace longshore::cli
