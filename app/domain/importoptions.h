#pragma once

#include <QJsonObject>
#include <QString>

namespace longshore {

/// What the service does with a dump beside running it (facts: vector.md 1.5). The defaults of the dialects differ, so
/// all of them are always said.
struct ImportOptions
{
    bool dropTables = true; ///< the target's own, before the first statement
    bool foreignKeysOff = true; ///< their check, while it runs
    QString searchFor{}; ///< with replaceBy, or both empty
    QString replaceBy{};

    [[nodiscard]] bool isReplacing() const { return !searchFor.isEmpty(); }
    friend bool operator==(const ImportOptions&, const ImportOptions&) = default;
};

/// The service takes no longer texts.
inline constexpr qsizetype LongestReplacement = 255;

/// Empty, or what is wrong: "searchFor", "replaceBy" (both or none; at most LongestReplacement letters).
[[nodiscard]] QString invalidField(const ImportOptions& options);
[[nodiscard]] QJsonObject toJson(const ImportOptions& options);
[[nodiscard]] ImportOptions importOptionsFromJson(const QJsonObject& json); ///< what is missing is the default

} // namespace longshore
