#include "app/domain/estimate.h"

#include <algorithm>
#include <vector>

namespace longshore {

using namespace std::chrono_literals;

namespace {

constexpr qsizetype Remembered = 10;
constexpr std::size_t EnoughToJudge = 5;
/// A duration this many times above or below the median is an accident (a stuck server, a cached copy), not a habit.
constexpr int OutlierFactor = 3;

} // namespace

std::optional<Estimate::Range> usualRange(const QList<std::chrono::seconds>& newestFirst)
{
    std::vector<std::chrono::seconds> durations;
    for (const std::chrono::seconds duration : newestFirst.first(std::min(Remembered, newestFirst.size()))) {
        if (duration >= 0s) {
            durations.push_back(duration);
        }
    }
    if (durations.empty()) {
        return std::nullopt;
    }
    std::sort(durations.begin(), durations.end());
    if (durations.size() >= EnoughToJudge) {
        const std::chrono::seconds median = durations[durations.size() / 2];
        std::erase_if(durations, [median](std::chrono::seconds duration) {
            return duration > median * OutlierFactor || duration * OutlierFactor < median;
        });
    }
    return Estimate::Range{durations.front(), durations.back()};
}

} // namespace longshore
