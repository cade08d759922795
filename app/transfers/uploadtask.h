#pragma once

#include "app/core/task.h"
#include "app/transfers/transfercontext.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <memory>

namespace longshore {

class LinkSource;
class PartLinkSource;

/// What takes the bytes at the other end of the link.
enum class UploadKind {
    AzureBlocks, ///< a blob: Put Block for each part, then Put Block List (facts: "Upload", Azure Blob service)
    PresignedPut, ///< S3: one PUT of the whole file; it begins anew after a fault
    PresignedParts, ///< S3: one PUT for each part; who made the multipart upload completes it
};

struct UploadRequest
{
    QString transferId; ///< names the journal rows; the same id sends only what is missing
    QString path; ///< the file to send
    std::shared_ptr<LinkSource> link; ///< of the blob itself, or a presigned PUT
    std::shared_ptr<PartLinkSource> partLinks{}; ///< instead of `link`, of PresignedParts
    UploadKind kind = UploadKind::AzureBlocks;
    bool contentMd5 = true; ///< on every request with bytes; without it TLS alone guards them on the way
    bool sha256 = true; ///< of the whole file, made on the way when it is not known already
    bool replace = false; ///< an object of that name that is there already is overwritten
    TransferOptions options{};
    Backoff backoff = partBackoff();
};

/// A part that the store has, as the request that completes the upload must name it.
struct StoredPart
{
    int number = 0; ///< from 1
    QByteArray etag; ///< byte for byte, with its quotation marks

    friend bool operator==(const StoredPart&, const StoredPart&) = default;
};

struct UploadedFile
{
    qint64 size = 0;
    /// 32 bytes, of the file as sent; empty when it was neither known nor asked for, or the file changed at the end.
    QByteArray sha256;
    QString etag; ///< none of PresignedParts
    QList<StoredPart> parts{}; ///< by number; of PresignedParts alone
    Vouched vouched = Vouched::ByTransport;
};

/// Sends one file: parallel blocks where the store takes them, the journal behind each confirmed part, links renewed,
/// only what is missing after a restart. Nothing is visible at the store before the last request, which of
/// PresignedParts is the caller's.
///
/// Errors: SessionLost when the parts that were sent belong to an upload that is gone, or to another session than the
/// links: begin anew after forgetTransfer(). SourceChanged (subject: path, detail: what differs) when the file is not
/// the one that was begun; FileExists, LeaseHeld, TooLarge, LinkExpired, LinkRefused, HashMismatch and the transport's.
/// What the store confirmed stays in the journal; forgetTransfer() removes it.
class UploadTask : public ResultTask<UploadedFile>
{
    Q_OBJECT

public:
    UploadTask(UploadRequest request, const TransferContext& context, QObject* parent);
    ~UploadTask() override;

    /// Its share in the connections from now on, see TransferOptions.
    void setWeight(int weight);

Q_SIGNALS:
    void linkChanged(const QDateTime& expiresAt, int renewals);
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
