#pragma once

#include "app/core/secret.h"
#include "app/providers/provider.h"

#include <memory>

namespace longshore {

class HttpTransport;

/// A Vector Pro site, in the dialect of the connection.
[[nodiscard]] std::unique_ptr<Provider> makeVectorProvider(const Connection& connection, const Secret& token,
                                                           HttpTransport& transport);

/// What an account holds: each site as a connection, ready but for its id.
struct VectorAccount
{
    QString name;
    QList<Connection> sites;
    VectorDialect dialect = VectorDialect::G2;
    bool dialectIsSure = false;
    bool readOnly = false; ///< the token may watch, and start nothing
};

/// Signs in with a token and finds what it may see. `dialect`: a person set it. Errors: those of any call.
[[nodiscard]] ResultTask<VectorAccount>* findVectorSites(const QUrl& baseUrl, const Secret& token,
                                                         std::optional<VectorDialect> dialect, HttpTransport& transport,
                                                         QObject* parent);

/// Empty, or what is wrong with a token as typed: "empty", "blank".
[[nodiscard]] QString tokenProblem(const QByteArray& typed);

} // namespace longshore
