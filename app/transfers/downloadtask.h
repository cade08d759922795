#pragma once

#include "app/core/task.h"
#include "app/transfers/transfercontext.h"

#include <QDateTime>
#include <QString>
#include <memory>

namespace longshore {

class DownloadFollower;
class LinkSource;

struct DownloadRequest
{
    QString transferId; ///< names the journal rows; the same id goes on where it was
    QString partPath; ///< where the bytes go until they are verified, ends in `.part`
    std::shared_ptr<LinkSource> link;
    std::shared_ptr<DownloadFollower> follower{}; ///< may be null
    TransferOptions options{};
    Backoff backoff = partBackoff(); ///< of each part, between tries that brought no byte; bytes start it anew
};

/// The bytes are on disk under the part name, synced, and hashed. They are not yet verified or renamed.
struct DownloadedFile
{
    QString partPath;
    qint64 size = 0;
    QByteArray sha256; ///< 32 bytes
    QString etag;
    Vouched vouched = Vouched::ByTransport;
};

/// Brings one object to a part file: parallel ranges with If-Match, each resumed at its byte, link renewal, SHA-256
/// while it streams, the store's MD5 compared where it tells one, a free-space check first. Errors keep the part file,
/// except ObjectChanged, which starts a new one by itself, and HashMismatch (detail: "MD5"), which empties it.
///
/// Network trouble is tried again until the back-off of a part gives up; the error then says so by `retryable`. When
/// the file has its final name, or nobody wants it any more, forgetTransfer() removes the journal rows.
class DownloadTask : public ResultTask<DownloadedFile>
{
    Q_OBJECT

public:
    DownloadTask(DownloadRequest request, const TransferContext& context, QObject* parent);
    ~DownloadTask() override;

    /// Its share in the connections from now on, see TransferOptions.
    void setWeight(int weight);

Q_SIGNALS:
    void linkChanged(const QDateTime& expiresAt, int renewals);
    void etagLearned(const QString& etag, qint64 size);
    void retried(int retries, const longshore::Error& why);
    /// A line for the job's log, redacted.
    void noted(const QString& text);

protected:
    void run() override;
    void stop() override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace longshore
