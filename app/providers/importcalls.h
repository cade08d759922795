#pragma once

#include "app/core/signedurl.h"
#include "app/domain/database.h"
#include "app/domain/importoptions.h"
#include "app/domain/importway.h"
#include "app/domain/uploadedpart.h"

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QStringList>

namespace longshore {

// What an import says to a platform and hears from it, in no platform's own terms.

/// An import as the service tells of it.
struct ImportStatus
{
    enum class Phase {
        NotStarted, ///< it has the file, or waits for it, and nothing runs
        InProgress,
        AwaitingVerification,
        Completing,
        Succeeded,
        Failed,
        Resetting,
        Reset,
        AwaitingResetVerification,
        Unknown ///< a word we do not know: something runs
    };
    QString id; ///< empty: the service carried it out inside the request and gave none
    Phase phase = Phase::Unknown;
    QString serverWord;
    int percent = -1; ///< -1: the server said none
    QDateTime startedAt;
    QDateTime endedAt; ///< invalid while it runs
    QStringList warnings;
    QStringList errors;
    QString targetEnvironment; ///< empty: the answer does not say
    QStringList packages; ///< names
};

/// A file for which a place is wanted.
struct UploadOffer
{
    QString environment{};
    Database database = Database::Cms;
    QString fileName{}; ///< as the service is told
    qint64 bytes = 0;
    ImportOptions options{};
};

/// Where a file goes before it is imported.
struct UploadPlace
{
    QString session{}; ///< the service's id of it; empty: it has none
    SignedUrl link{}; ///< of the whole file; empty of an upload in parts
    bool multipart = false;
    int partCount = 0;
    QMap<int, SignedUrl> parts{}; ///< by number, from 1
    QDateTime endsAt{}; ///< of the links; invalid: the answer does not say
};

/// What is to be imported.
struct ImportOrder
{
    ImportWay way = ImportWay::Upload;
    QString environment{};
    Database database = Database::Cms;
    ImportOptions options{};
    QString fileName{}; ///< as openUpload() was told
    QString session{}; ///< of the upload
    QList<UploadedPart> parts{}; ///< of an upload in parts
    QByteArray contents{}; ///< ImportWay::Quick: the whole file
    QString restores{}; ///< ImportWay::Restore: the id of the backup, or of the export that was made by it
};

/// Which import is asked about.
struct ImportRef
{
    QString id{};
    ImportWay way = ImportWay::Upload;
    QString environment{};
    Database database = Database::Cms;
};

/// How an import that awaits verification is taken back.
struct ImportReset
{
    bool withDatabase = true; ///< also the database, not only the code
    bool complete = false; ///< of a reset that awaits verification itself

    friend bool operator==(const ImportReset&, const ImportReset&) = default;
};

} // namespace longshore
