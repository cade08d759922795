#pragma once

#include <QMetaType>
#include <optional>

namespace longshore {

/// How far an operation is, in its own unit (bytes for transfers).
struct Progress
{
    qint64 done = 0;
    std::optional<qint64> total{}; ///< empty: not known; never invented
    double bytesPerSecond = 0;
    int streams = 0; ///< parts in flight; 0 for what has none

    friend bool operator==(const Progress&, const Progress&) = default;
};

} // namespace longshore
