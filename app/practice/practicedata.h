#pragma once

#include "app/core/backgroundtask.h"
#include "app/domain/database.h"

#include <QDateTime>
#include <QString>

namespace longshore {

/// One invented database of the practice server. The same values give the same bytes.
struct PracticeDatabase
{
    QString environment;
    Database database = Database::Cms;
    quint32 seed = 1;
    qint64 sizeMb = 0; ///< decimal MB the package is about as large as, up to 4,000; 0: as small as its rows
    QDateTime exportedAt = {}; ///< what the package says about itself; invalid: a fixed day
};

/// Writes a real bacpac in the shape of a CMS or a Commerce database; its people are invented. Blocking, runs at the
/// disk's speed in a few MB of memory. The file appears under its name only when it is complete; an older one is
/// replaced. Errors: BadInput (sizeMb), FileAccess, DiskFull, Cancelled.
[[nodiscard]] Result<void> writePracticePackage(const QString& path, const PracticeDatabase& what,
                                                const CancelFlag& cancel);

} // namespace longshore
