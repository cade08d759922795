#pragma once

#include "app/core/result.h"

#include <QByteArrayView>

namespace longshore {

/// Bytes that come one piece after the other. Sources stand upon each other: a file, its decompressor, a member of the
/// archive that it is.
class ByteSource
{
public:
    virtual ~ByteSource() = default;
    /// The next bytes, valid until the next call; empty at the end, and from then on. After an error: do not go on.
    [[nodiscard]] virtual Result<QByteArrayView> next() = 0;
};

} // namespace longshore
