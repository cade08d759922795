#pragma once

#include <QString>

namespace longshore {

/// A row of the tree: a whole connection, or one environment of it. Both empty: all of them.
struct Place
{
    QString connectionId;
    QString environment;

    [[nodiscard]] bool isEnvironment() const { return !environment.isEmpty(); }
    [[nodiscard]] QString key() const { return connectionId + QLatin1Char('/') + environment; }
    [[nodiscard]] static Place fromKey(const QString& key)
    {
        return {key.section(QLatin1Char('/'), 0, 0), key.section(QLatin1Char('/'), 1)};
    }
    friend bool operator==(const Place&, const Place&) = default;
};

} // namespace longshore
