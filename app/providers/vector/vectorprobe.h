#pragma once

#include "app/core/task.h"
#include "app/providers/vector/vectorclient.h"

#include <memory>

namespace longshore::vector {

/// What a test of a token learned.
struct Probe
{
    VectorDialect dialect = VectorDialect::G2;
    bool dialectIsSure = false; ///< false: no site to ask about, or the service answered alike to all
    std::optional<Identity> identity; ///< empty where the service has no whoami
    QList<SiteInfo> sites; ///< every one the token reads, with its environments
};

struct ProbeWish
{
    QString siteId; ///< empty: every site the token reads
    std::optional<VectorDialect> dialect{}; ///< a person set it
};

/// Signs in, lists the sites, and finds out the dialect by asking for operations that cannot exist: the service says
/// "Export not found" where it knows the path and a bare "not found" where it does not. Nothing is started.
[[nodiscard]] ResultTask<Probe>* probe(const std::shared_ptr<const Client>& client, const ProbeWish& wish,
                                       QObject* parent);

/// Whether a 404 is about the operation that was looked for, and not about the path. Pure.
[[nodiscard]] bool isAboutOperation(const Error& error, const QString& what);

} // namespace longshore::vector
