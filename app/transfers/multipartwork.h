#pragma once

#include "app/transfers/filesource.h"
#include "app/transfers/parthasher.h"
#include "app/transfers/partwork.h"
#include "app/transfers/transfercontext.h"
#include "app/transfers/transferjournal.h"
#include "app/transfers/uploadtask.h"

#include <map>
#include <mutex>
#include <set>

namespace longshore {

class Clock;
class PartLinkBook;
class UploadMarks;

/// A file as the parts of an S3 multipart upload: one PUT to a link of its own for each. A part that breaks off begins
/// anew, one that is there is never sent again. Who made the upload completes it; the mover's link stands for all.
class MultipartWork final : public PartWork
{
public:
    struct Setup
    {
        std::shared_ptr<SourceFile> file;
        std::vector<FilePart> parts;
        QList<JournalPart> there; ///< what the journal knows of them
        std::shared_ptr<PartLinkBook> links;
        std::shared_ptr<UploadMarks> marks;
        std::shared_ptr<PartHasher> hasher; ///< none: no Content-MD5, and an ETag says nothing
        TransferOptions options{};
        std::shared_ptr<Throttle> sharedLimit;
    };
    /// `reached`: the bytes before this offset are being sent or were. Called on a thread of the pump.
    MultipartWork(Setup setup, const Clock& clock, std::function<void(qint64)> reached);
    ~MultipartWork() override;

    [[nodiscard]] std::optional<int> take() override;
    void putBack(int part) override;
    [[nodiscard]] Result<HttpRequest> request(int part, const SignedUrl& link) override;
    [[nodiscard]] PartAnswer judge(int part, const Result<HttpResponse>& answer) override;
    void abandon(int part) override;
    [[nodiscard]] bool isComplete() const override { return m_confirmed == count(); }
    void startOver(std::function<void(const Result<void>&)> then) override;
    [[nodiscard]] qint64 movedOf(int part) const override;
    [[nodiscard]] qint64 lengthOf(int part) const override { return planned(part).length; }
    [[nodiscard]] qint64 bytesMoved() const override { return *m_moved; }

    /// At the store or on the way there. Any thread.
    [[nodiscard]] qint64 sentBytes() const;
    // when it is complete
    [[nodiscard]] QList<StoredPart> stored() const; ///< by number
    [[nodiscard]] bool isVouched() const; ///< each ETag is the MD5 of its part

private:
    struct Part
    {
        QByteArray etag; ///< empty: not there yet
        bool vouched = false;
        bool damaged = false; ///< on the way, once
    };
    struct Request
    {
        SignedUrl link;
        std::shared_ptr<FileSource> source;
    };

    [[nodiscard]] int count() const { return static_cast<int>(m_setup.parts.size()); }
    [[nodiscard]] Part& at(int part) { return m_parts[static_cast<std::size_t>(part)]; }
    [[nodiscard]] const Part& at(int part) const { return m_parts[static_cast<std::size_t>(part)]; }
    [[nodiscard]] const FilePart& planned(int part) const { return m_setup.parts[static_cast<std::size_t>(part)]; }
    [[nodiscard]] bool isReady(int part);
    [[nodiscard]] QByteArray md5Of(int part) const;
    [[nodiscard]] PartAnswer damaged(int part, const Error& error);
    void confirm(int part, const QByteArray& etag, bool vouched);

    const Setup m_setup;
    const Clock& m_clock;
    const std::function<void(qint64)> m_reached;
    const std::shared_ptr<std::atomic<qint64>> m_moved = std::make_shared<std::atomic<qint64>>(0);
    std::vector<std::shared_ptr<Throttle>> m_throttles;
    std::vector<Part> m_parts;
    std::set<int> m_returned;
    int m_next = 0;
    int m_confirmed = 0;

    mutable std::mutex m_mutex; ///< guards what sentBytes() reads
    std::map<int, Request> m_running;
    qint64 m_there = 0;
};

} // namespace longshore
