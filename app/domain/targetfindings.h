#pragma once

#include "app/domain/finding.h"
#include "app/domain/importrequest.h"

#include <QDateTime>
#include <optional>

namespace longshore {

/// What is known about the database that an import would replace. Whatever is not known stays as it is here, and there
/// is no finding about it.
struct TargetExpectations
{
    /// Where the file came from, as the library knows.
    struct Source
    {
        enum class Place { TheTargetItself, Elsewhere };
        Place place = Place::Elsewhere;
        QString name; ///< "contoso/Production"
        Tier tier = Tier::Production;
    };

    QDateTime now; ///< UTC
    std::optional<qint64> usualBytes{}; ///< of a package of that database
    QDateTime lastImportAt{}; ///< UTC; the last one into that database, without the one that is being taken back
    std::optional<Source> source{};
};

/// What of the file does not fit the target, and what does. Pure; `file` is what the inspection gave.
[[nodiscard]] QList<Finding> findingsForTarget(const CheckedFile& file, Database target,
                                               const TargetExpectations& expected);

} // namespace longshore
