#pragma once

#include "app/transfers/filesource.h"
#include "app/transfers/partwork.h"
#include "app/transfers/transfercontext.h"

namespace longshore {

class Clock;

/// A whole file in one PUT to a presigned address of S3. What was sent before a fault is lost there: it begins anew.
class PutWork final : public PartWork
{
public:
    /// S3 takes no more in one request.
    static constexpr qint64 Largest = 5LL * 1024 * 1024 * 1024;

    struct Setup
    {
        std::shared_ptr<SourceFile> file;
        QByteArray md5; ///< 16 bytes of the whole file; empty: no Content-MD5, and the ETag says nothing
        TransferOptions options{};
        std::shared_ptr<Throttle> sharedLimit;
    };

    PutWork(Setup setup, const Clock& clock);

    [[nodiscard]] std::optional<int> take() override;
    void putBack(int part) override;
    [[nodiscard]] Result<HttpRequest> request(int part, const SignedUrl& link) override;
    [[nodiscard]] PartAnswer judge(int part, const Result<HttpResponse>& answer) override;
    void abandon(int part) override;
    [[nodiscard]] bool isComplete() const override { return m_done; }
    void startOver(std::function<void(const Result<void>&)> then) override;
    [[nodiscard]] qint64 movedOf(int part) const override;
    [[nodiscard]] qint64 lengthOf(int part) const override;
    [[nodiscard]] qint64 bytesMoved() const override { return *m_moved; }

    /// Bytes of the running request. Any thread.
    [[nodiscard]] qint64 underWay() const { return std::min(*m_moved - m_lost, m_setup.file->size()); }
    // when it is complete
    [[nodiscard]] const QString& etag() const { return m_etag; }
    [[nodiscard]] bool isVouched() const { return m_vouched; } ///< the ETag is the MD5 of the file

private:
    [[nodiscard]] PartAnswer damaged(const SignedUrl& link);

    const Setup m_setup;
    const Clock& m_clock;
    const std::shared_ptr<std::atomic<qint64>> m_moved = std::make_shared<std::atomic<qint64>>(0);
    std::vector<std::shared_ptr<Throttle>> m_throttles;
    std::atomic<qint64> m_lost = 0; ///< bytes of requests that are over
    SignedUrl m_link;
    QString m_etag;
    bool m_taken = false;
    bool m_done = false;
    bool m_vouched = false;
    bool m_damaged = false;
};

/// What a PUT to this link must name as its type: nothing, unless the signature covers it.
[[nodiscard]] QByteArray signedContentType(const SignedUrl& link);

/// What the ETag in an answer to a PUT says about the bytes that arrived.
enum class EtagSays {
    Nothing, ///< there is no MD5 to compare, or the ETag is none: no proof and no damage
    SameBytes,
    OtherBytes,
};
/// `md5`: 16 bytes, or empty.
[[nodiscard]] EtagSays compareEtag(const HttpHeaders& headers, const QByteArray& md5);

/// One PUT as S3 takes it: nothing is added that begins with x-amz, since what is not signed is refused; above 16 MiB
/// the transport asks with `Expect` first, so that a link that has ended costs no gigabytes.
[[nodiscard]] HttpRequest presignedPut(const SignedUrl& link, std::shared_ptr<FileSource> source,
                                       const QByteArray& md5);

} // namespace longshore
