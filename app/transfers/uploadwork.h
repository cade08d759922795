#pragma once

#include "app/transfers/filesource.h"
#include "app/transfers/parthasher.h"
#include "app/transfers/partwork.h"
#include "app/transfers/storeanswer.h"
#include "app/transfers/transfercontext.h"
#include "app/transfers/transferjournal.h"

#include <map>
#include <set>

namespace longshore {

class Clock;
class UploadMarks;

/// A file as blocks of one blob: a part is a Put Block, and two requests more are parts to the mover as well, so that
/// they are tried again and get fresh links as the others do: the question which blocks the store has (after a
/// restart) and, when all are there, the commit.
class UploadWork final : public PartWork
{
public:
    struct Setup
    {
        std::shared_ptr<SourceFile> file;
        std::vector<FilePart> parts;
        TransferJournal journal; ///< with the parts that are confirmed
        std::shared_ptr<UploadMarks> marks;
        std::shared_ptr<PartHasher> hasher; ///< none: no Content-MD5
        bool askStore = false; ///< which blocks it has; a refusal leaves the journal alone to tell
        bool replace = false;
        TransferOptions options{};
        std::shared_ptr<Throttle> sharedLimit;
    };
    /// Called on a thread of the pump.
    struct Listener
    {
        std::function<void()> partsDone; ///< allowCommit() must follow; comes again after a new start
        std::function<void(qint64 offset)> reached; ///< the bytes before it are being sent or were
        std::function<void(const QString&)> noted;
    };

    UploadWork(Setup setup, const Clock& clock, Listener listener);
    ~UploadWork() override;

    /// From any thread; PartMover::look() must follow.
    void allowCommit();

    [[nodiscard]] std::optional<int> take() override;
    void putBack(int part) override;
    [[nodiscard]] Result<HttpRequest> request(int part, const SignedUrl& link) override;
    [[nodiscard]] PartAnswer judge(int part, const Result<HttpResponse>& answer) override;
    void abandon(int part) override;
    [[nodiscard]] bool isComplete() const override { return m_commit == Commit::Done; }
    void startOver(std::function<void(const Result<void>&)> then) override;
    [[nodiscard]] qint64 movedOf(int part) const override;
    [[nodiscard]] qint64 lengthOf(int part) const override;
    [[nodiscard]] qint64 bytesMoved() const override { return *m_moved; }

    // when it is complete
    [[nodiscard]] const QString& etag() const { return m_etag; }
    [[nodiscard]] bool isVouched() const; ///< the store compared every part with its MD5

private:
    enum class Commit { Far, Awaited, Allowed, Running, Done };
    enum class Question { None, Due, Running };
    struct Part
    {
        bool confirmed = false;
        bool vouched = false;
        bool damaged = false; ///< on the way, once
    };
    struct Request
    {
        SignedUrl link;
        std::shared_ptr<FileSource> source; ///< none: not a block
    };

    [[nodiscard]] int blocks() const { return static_cast<int>(m_setup.parts.size()); }
    [[nodiscard]] int commitPart() const { return blocks(); }
    [[nodiscard]] int questionPart() const { return blocks() + 1; }
    [[nodiscard]] Part& at(int part) { return m_parts[static_cast<std::size_t>(part)]; }
    [[nodiscard]] const FilePart& planned(int part) const { return m_setup.parts[static_cast<std::size_t>(part)]; }
    [[nodiscard]] StoreSeen seen() const { return m_confirmed > 0 ? StoreSeen::Yes : StoreSeen::No; }
    [[nodiscard]] std::optional<int> takeBlock();
    [[nodiscard]] bool isReady(int part);
    [[nodiscard]] Result<HttpRequest> blockRequest(int part, const SignedUrl& link);
    [[nodiscard]] Result<HttpRequest> commitRequest(const SignedUrl& link);
    [[nodiscard]] Result<HttpRequest> questionRequest(const SignedUrl& link);
    [[nodiscard]] PartAnswer judgeBlock(int part, const Result<HttpResponse>& answer, const SignedUrl& link);
    [[nodiscard]] PartAnswer judgeCommit(const Result<HttpResponse>& answer, const SignedUrl& link);
    [[nodiscard]] PartAnswer judgeQuestion(const Result<HttpResponse>& answer, const SignedUrl& link);
    [[nodiscard]] PartAnswer damaged(int part, const Error& error);
    void confirm(int part, const QByteArray& md5);
    void compareWith(const QMap<QByteArray, qint64>& stored);
    void wantHashes();
    [[nodiscard]] QByteArray wholeMd5() const;

    const Setup m_setup;
    const Clock& m_clock;
    const Listener m_listener;
    const std::shared_ptr<std::atomic<qint64>> m_moved = std::make_shared<std::atomic<qint64>>(0);
    std::vector<std::shared_ptr<Throttle>> m_throttles;
    std::vector<Part> m_parts;
    std::map<int, Request> m_running;
    std::set<int> m_returned;
    int m_next = 0;
    int m_confirmed = 0;
    Question m_question = Question::None;
    std::atomic<Commit> m_commit = Commit::Far;
    bool m_mayBeCommitted = false; ///< an attempt may have reached the store: our own blob is no obstacle
    bool m_startedOver = false;
    QString m_etag;
};

} // namespace longshore
