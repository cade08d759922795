#pragma once

#include <QList>
#include <chrono>
#include <optional>

namespace longshore {

/// What earlier jobs of the same place took.
struct Estimate
{
    struct Range
    {
        std::chrono::seconds shortest{0};
        std::chrono::seconds longest{0};
        friend bool operator==(const Range&, const Range&) = default;
    };
    std::optional<Range> serverWork;
    std::optional<Range> download;
    std::optional<Range> upload; ///< of an import into the place
    std::optional<Range> serverImport; ///< the deployment of an import into it
    std::optional<qint64> lastSize; ///< bytes of the last finished file

    friend bool operator==(const Estimate&, const Estimate&) = default;
};

/// The range that covers the last ten, without outliers when there are at least five.
[[nodiscard]] std::optional<Estimate::Range> usualRange(const QList<std::chrono::seconds>& newestFirst);

} // namespace longshore
