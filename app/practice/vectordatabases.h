#pragma once

#include "app/core/backgroundtask.h"

#include <QMutex>
#include <functional>

namespace longshore::practice {

/// How a dump is put into a database.
struct VectorLoad
{
    bool dropTables = true; ///< before it; otherwise the dump meets what is there
    bool disableForeignKeys = true;
    QByteArray search = {}; ///< empty: nothing is replaced
    QByteArray replacement = {};
};

/// The databases behind the sites. Blocking; one call at a time for each database.
class VectorDatabases
{
public:
    /// Writes the dump with which a database begins.
    using Seed = std::function<Result<void>(const QString& database, const QString& file, const CancelFlag&)>;

    VectorDatabases() = default;
    virtual ~VectorDatabases() = default;
    VectorDatabases(const VectorDatabases&) = delete;
    VectorDatabases& operator=(const VectorDatabases&) = delete;

    /// "embedded", or the server's name.
    [[nodiscard]] virtual QString name() const = 0;
    /// Writes the database as plain SQL. Errors: ServerError (detail: the sentence), FileAccess, DiskFull, Cancelled.
    [[nodiscard]] virtual Result<void> dump(const QString& database, const QString& file, const CancelFlag& cancel) = 0;
    /// Carries out a plain dump, in which `search` was replaced already. Errors: FormatInvalid (detail: the sentence
    /// for people), else as above.
    [[nodiscard]] virtual Result<void> load(const QString& database, const QString& file, const VectorLoad& how,
                                            const CancelFlag& cancel) = 0;
};

/// Keeps for each database the dump that was last accepted: what goes in comes out. Whether a server would take it is
/// only looked at from outside, as checkVectorDump() does.
class EmbeddedDatabases final : public VectorDatabases
{
public:
    EmbeddedDatabases(QString folder, Seed seed);

    [[nodiscard]] QString name() const override;
    [[nodiscard]] Result<void> dump(const QString& database, const QString& file, const CancelFlag& cancel) override;
    [[nodiscard]] Result<void> load(const QString& database, const QString& file, const VectorLoad& how,
                                    const CancelFlag& cancel) override;

private:
    [[nodiscard]] Result<QString> current(const QString& database, const CancelFlag& cancel);

    QString m_folder;
    Seed m_seed;
    QMutex m_mutex;
};

} // namespace longshore::practice
