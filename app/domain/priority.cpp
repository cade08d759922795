#include "app/domain/priority.h"

#include <array>

namespace longshore {

namespace {

struct Row
{
    Priority priority;
    int weight;
    QLatin1StringView name;
};

constexpr std::array Rows{
    Row{Priority::Low, 1, QLatin1StringView("low")},
    Row{Priority::Usual, 2, QLatin1StringView("usual")},
    Row{Priority::High, 4, QLatin1StringView("high")},
};

const Row& rowOf(Priority priority)
{
    for (const Row& row : Rows) {
        if (row.priority == priority) {
            return row;
        }
    }
    return Rows[1];
}

} // namespace

int weightOf(Priority priority)
{
    return rowOf(priority).weight;
}

QString priorityName(Priority priority)
{
    return rowOf(priority).name;
}

std::optional<Priority> priorityFromName(const QString& name)
{
    for (const Row& row : Rows) {
        if (name.compare(row.name, Qt::CaseInsensitive) == 0) {
            return row.priority;
        }
    }
    return std::nullopt;
}

} // namespace longshore
