#pragma once

#include "app/core/backgroundtask.h"
#include "app/core/speedmeter.h"
#include "app/transfers/filehasher.h"
#include "app/transfers/fileidentity.h"
#include "app/transfers/multipartwork.h"
#include "app/transfers/partlinkbook.h"
#include "app/transfers/putwork.h"
#include "app/transfers/threadcalls.h"
#include "app/transfers/uploadmarks.h"
#include "app/transfers/uploadtask.h"
#include "app/transfers/uploadwork.h"

class QTimer;

namespace longshore {

class LinkLine;
class PartMover;

/// How an upload goes from its file to the commit. Runs on the task's thread; the bytes move elsewhere.
class UploadTask::Private final
{
public:
    struct Opened
    {
        std::shared_ptr<SourceFile> file;
        FileIdentity identity;
    };

    Private(UploadTask* task, UploadRequest theRequest, const TransferContext& theContext)
        : q(task), request(std::move(theRequest)), context(theContext), calls(std::make_shared<ThreadCalls>(task))
    { }
    ~Private()
    {
        calls->close();
        close();
    }

    void close();
    // before the first byte
    void readJournal();
    void openFile();
    void opened(const Result<Opened>& result);
    void linksKnown(const Result<SignedUrl>& link);
    void begin();
    [[nodiscard]] std::optional<Error> whyNotGoOn() const;
    [[nodiscard]] std::optional<Error> whyTooLarge() const;
    void readHash();
    void hashKnown(const Result<std::optional<QByteArray>>& known);
    // the bytes
    void hashWhole(FileHasher::Wanted wanted);
    void hashed(const Result<FileHasher::Hashes>& hashes);
    void move();
    void moveBlocks();
    void movePut();
    void moveParts();
    [[nodiscard]] std::function<void(qint64)> letHasherFollow() const;
    void startPulse();
    void pulse();
    // the end
    void partsDone();
    void sourceChecked(const Result<void>& outcome);
    void moved(const Result<void>& outcome);
    void settle();
    void conclude(const Result<std::optional<FileIdentity>>& still);
    void explain(const Error& error);
    void giveUp(const Error& error);

    [[nodiscard]] bool isPut() const { return request.kind == UploadKind::PresignedPut; }
    [[nodiscard]] bool isMultipart() const { return request.kind == UploadKind::PresignedParts; }
    [[nodiscard]] qint64 done() const;
    [[nodiscard]] bool isVouched() const;
    /// Brings a call of another thread home.
    template <class Argument>
    [[nodiscard]] std::function<void(const Argument&)> home(void (Private::*then)(const Argument&))
    {
        return [calls = calls, this, then](const Argument& argument) {
            calls->call([this, then, argument] {
                if (!q->isCancelled()) {
                    (this->*then)(argument);
                }
            });
        };
    }
    /// Hands the outcome of a subtask to `then`.
    template <class T>
    void await(ResultTask<T>* task, void (Private::*then)(const Result<T>&))
    {
        QObject::connect(task, &Task::finished, q, [this, task, then] {
            if (!q->isCancelled()) {
                (this->*then)(task->result());
            }
        });
        task->start();
    }

    UploadTask* q;
    UploadRequest request;
    TransferContext context;
    std::shared_ptr<ThreadCalls> calls;
    QTimer* heart = nullptr; ///< child of q
    LinkLine* links = nullptr; ///< child of q
    TransferJournal journal;
    bool resumed = false;
    std::shared_ptr<SourceFile> file;
    FileIdentity identity;
    QByteArray sha256;
    QByteArray wholeMd5;
    bool closed = false;
    bool hashing = false;
    bool allMoved = false;
    std::shared_ptr<FileHasher> fileHasher;
    std::shared_ptr<PartHasher> partHasher;
    std::shared_ptr<UploadMarks> marks;
    std::shared_ptr<PartLinkBook> book; ///< of PresignedParts
    std::vector<FilePart> plan; ///< none of PresignedPut
    std::shared_ptr<PartWork> work; ///< one of these:
    std::shared_ptr<UploadWork> blocks;
    std::shared_ptr<PutWork> put;
    std::shared_ptr<MultipartWork> multipart;
    std::shared_ptr<PartMover> mover;
    SpeedMeter speed;
};

} // namespace longshore
