#pragma once

#include "app/domain/database.h"
#include "app/domain/packagefacts.h"

#include <QDateTime>
#include <QSet>
#include <QString>

namespace longshore {

class Connections;
class JobBook;
struct JobRecord;

/// The database an import replaces.
struct ImportTarget
{
    QString connectionId;
    QString environment;
    Database database = Database::Cms;
};

[[nodiscard]] ImportTarget targetOf(const JobRecord& import);
/// The deployment of an import may have changed its target.
[[nodiscard]] bool mayHaveChangedTarget(const JobRecord& import);
/// When an import of ours, another one than `except`, last may have changed the target, by whatever connection; now, as
/// long as one may be doing that. Invalid: not known of any.
[[nodiscard]] QDateTime targetChangedAt(const JobBook& book, const Connections& connections, const ImportTarget& target,
                                        const QString& except = {});
/// See Jobs::heldBy().
[[nodiscard]] std::optional<PackageFacts> heldBy(const JobBook& book, const Connections& connections,
                                                 const ImportTarget& target, const QString& except = {});
/// See Jobs::usedPackageNames().
[[nodiscard]] QSet<QString> usedPackageNames(const JobBook& book, const Connections& connections,
                                             const QString& connectionId);
/// slotKey() of a connection, or its id when it is gone.
[[nodiscard]] QString projectOf(const Connections& connections, const QString& connectionId);

} // namespace longshore
