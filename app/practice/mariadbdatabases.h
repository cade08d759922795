#pragma once

#include "app/practice/mariadbinstance.h"
#include "app/practice/vectordatabases.h"

namespace longshore::practice {

/// Real databases in a private MariaDB server, which is started when the first one is needed. Dumps are carried out by
/// an account that has all rights in its database and none above, as at a host.
class MariaDbDatabases final : public VectorDatabases
{
public:
    MariaDbDatabases(MariaDbTools tools, const QString& folder, Seed seed);

    [[nodiscard]] QString name() const override;
    [[nodiscard]] Result<void> dump(const QString& database, const QString& file, const CancelFlag& cancel) override;
    [[nodiscard]] Result<void> load(const QString& database, const QString& file, const VectorLoad& how,
                                    const CancelFlag& cancel) override;

private:
    [[nodiscard]] Result<void> ready(const QString& database, const CancelFlag& cancel);
    [[nodiscard]] Result<void> empty(const QString& database, const CancelFlag& cancel);
    [[nodiscard]] Result<void> carryOut(const QString& database, const QString& file, bool disableForeignKeys,
                                        const CancelFlag& cancel);

    QString m_folder;
    Seed m_seed;
    QMutex m_mutex;
    MariaDbInstance m_instance;
};

} // namespace longshore::practice
