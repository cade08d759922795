#pragma once

#include "app/core/signedurl.h"
#include "app/domain/importoptions.h"
#include "app/domain/uploadedpart.h"
#include "app/domain/vectordialect.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>
#include <optional>

namespace longshore::vector {

/// One database: the development container of a site, or one of its environments. Ids are opaque text.
struct Target
{
    QString siteId;
    QString environmentId; ///< empty: the development container, which belongs to the site and is no environment

    [[nodiscard]] bool isDevelopment() const { return environmentId.isEmpty(); }
    friend bool operator==(const Target&, const Target&) = default;
};

struct EnvironmentInfo
{
    QString id;
    QString siteId; ///< empty in a site's own summary
    QString name; ///< a slug; says nothing about production
    bool isProduction = false;
    QString status;
    QString domain; ///< the custom one, else the platform's
};

struct SiteInfo
{
    QString id;
    QString customerId;
    QString developmentDomain;
    QString status;
    QList<EnvironmentInfo> environments;

    /// Sites have no name: the customer's id, else the domain, else the id.
    [[nodiscard]] QString label() const;
};

/// One page of a collection.
template <class T>
struct Page
{
    QList<T> items;
    int current = 1;
    int last = 1; ///< one page when the answer does not say
};

/// Whose token it is and what it may do.
struct Identity
{
    QString user;
    QString account;
    QStringList abilities; ///< "*", "site:read", "site:write", …
    QDateTime expiresAt; ///< invalid: never

    [[nodiscard]] bool mayRead() const;
    [[nodiscard]] bool mayWrite() const; ///< start exports and imports
};

/// An export, import, promotion, backup download or restore as the service tells of it.
struct Operation
{
    enum class Phase { Pending, Working, Completed, Failed };

    QString id;
    Phase phase = Phase::Working; ///< every word we do not know counts as Working
    QString serverWord;
    QString label; ///< the service's own text for the status; may be empty
    bool knownWord = true;
    QString error; ///< the service's words; of a failure
    qint64 bytes = -1;
    SignedUrl download; ///< empty until there is one
    QDateTime linkEndsAt; ///< of the download or the upload links
    QDateTime startedAt;
    QDateTime endedAt;
};

struct PartLink
{
    int number = 0; ///< from 1
    SignedUrl link;
};

/// An import session: the operation, and where its bytes go.
struct ImportSession
{
    Operation operation;
    SignedUrl upload; ///< of a single PUT
    bool isMultipart = false;
    int partCount = 0;
    QList<PartLink> parts; ///< by number, whatever order the service sent them in
};

} // namespace longshore::vector
