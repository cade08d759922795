#pragma once

#include "app/core/result.h"
#include "app/core/secret.h"
#include "app/practice/vectordialect.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QUrl>
#include <memory>

namespace longshore {

/// What stands behind the sites of the Vector half.
enum class VectorStore {
    Automatic, ///< a private MariaDB where its programs are installed
    Embedded, ///< dumps are kept as they came
    MariaDb,
};

struct PracticeOptions
{
    quint16 port = 0; ///< 0: any free one
    QString dataFolder = {}; ///< packages, exports and blobs; they outlive a restart. Empty: a temporary folder
    quint32 seed = 1; ///< the same seed gives the same data and keys
    double timeScale = 1; ///< 2: server work takes half as long
    qint64 sizeMb = 0; ///< size of each generated package, up to 4000; 0: as small as its rows
    qint64 vectorSizeMb = -1; ///< the same of each Vector database, up to 20000; -1: as sizeMb
    QString publicBase =
        {}; ///< what links start with, when a proxy stands before the server; empty: the address itself
    QMap<QString, QString> faults = {}; ///< name → value, see `longshore-practice --help`
    VectorDialect vectorDialect = VectorDialect::G2;
    VectorStore vectorStore = VectorStore::Automatic;
};

/// How to reach the Vector half.
struct VectorAccess
{
    struct Place
    {
        QString id;
        QString name;
        QString domain;
        bool isProduction = false;
    };
    struct Site
    {
        QString id;
        QString name; ///< the customer id: sites have no name
        QString domain; ///< of the development container
        QList<Place> environments; ///< those of the API; the development container is the site itself
    };
    QUrl baseUrl; ///< without a path, as the vendor's
    Secret token;
    VectorDialect dialect = VectorDialect::G2;
    QString database; ///< "embedded", or the database server's name
    QString bucket; ///< of the object store, whose address is baseUrl, with the bucket in the path
    QString storeKeyId; ///< with which its links are signed
    Secret storeSecret;
    QList<Site> sites;
};

/// How to reach a running practice server.
struct PracticeAccess
{
    QUrl baseUrl; ///< ends in /api/v1.0/
    QString projectId;
    QString clientKey;
    Secret clientSecret;
    QStringList environments;
    QUrl control;
    VectorAccess vector;
};

/// A local server that behaves like the DXP deployment API and its Azure blob store. Listens on 127.0.0.1 only, on its
/// own threads; start and stop are not for the GUI thread: they block for milliseconds, and the stop for as long as a
/// MariaDB server needs to end, if one was started.
class PracticeServer final
{
public:
    [[nodiscard]] static Result<std::unique_ptr<PracticeServer>> start(const PracticeOptions& options);
    ~PracticeServer();
    PracticeServer(const PracticeServer&) = delete;
    PracticeServer& operator=(const PracticeServer&) = delete;

    [[nodiscard]] PracticeAccess access() const;

private:
    class Private;
    explicit PracticeServer(std::unique_ptr<Private> parts);
    std::unique_ptr<Private> d;
};

} // namespace longshore
