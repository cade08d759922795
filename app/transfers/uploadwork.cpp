#include "app/transfers/uploadwork.h"

#include "app/core/clock.h"
#include "app/transfers/azureblocks.h"
#include "app/transfers/storeanswer.h"
#include "app/transfers/uploadmarks.h"

#include <QCryptographicHash>
#include <algorithm>

namespace longshore {

namespace {

using namespace Qt::StringLiterals;
using Meaning = PartAnswer::Meaning;

constexpr int Created = 201;
constexpr qint64 LargestList = 32LL * 1024 * 1024; ///< 100,000 uncommitted blocks

/// The store has not what we think it has.
bool isBlocksGone(const Error& error)
{
    const QString word = storeWord(error);
    return word == u"InvalidBlockList"_s || word == u"InvalidBlobOrBlock"_s;
}

/// The answer was lost, or does not say whether it was carried out.
bool isAmbiguous(const Error& error)
{
    switch (error.code) {
    case Error::Code::ConnectionLost:
    case Error::Code::Timeout:
    case Error::Code::Stalled:
    case Error::Code::BadAnswer: // who answered may have asked the store before
        return true;
    default:
        return error.httpStatus >= 500 && error.httpStatus != 503;
    }
}

} // namespace

UploadWork::UploadWork(Setup setup, const Clock& clock, Listener listener)
    : m_setup(std::move(setup)),
      m_clock(clock),
      m_listener(std::move(listener)),
      m_parts(m_setup.parts.size()),
      m_question(m_setup.askStore ? Question::Due : Question::None),
      m_mayBeCommitted(m_setup.journal.committing)
{
    for (const auto& throttle : {m_setup.sharedLimit, m_setup.options.limit}) {
        if (throttle) {
            m_throttles.push_back(throttle);
        }
    }
    for (const JournalPart& done : m_setup.journal.parts) {
        const bool known = done.part >= 0 && done.part < blocks() && planned(done.part).offset == done.offset
                           && planned(done.part).length == done.length && done.written == done.length;
        if (known && !std::exchange(at(done.part).confirmed, true)) {
            at(done.part).vouched = !done.tag.isEmpty();
            ++m_confirmed;
        }
    }
    if (m_question == Question::None) {
        wantHashes();
    }
}

UploadWork::~UploadWork() = default;

void UploadWork::wantHashes()
{
    if (!m_setup.hasher) {
        return;
    }
    std::vector<int> wanted;
    for (int part = 0; part < blocks(); ++part) {
        if (!at(part).confirmed) {
            wanted.push_back(part);
        }
    }
    m_setup.hasher->want(wanted);
}

void UploadWork::allowCommit()
{
    Commit awaited = Commit::Awaited;
    m_commit.compare_exchange_strong(awaited, Commit::Allowed);
}

std::optional<int> UploadWork::take()
{
    if (m_question == Question::Due) {
        m_question = Question::Running;
        return questionPart();
    }
    if (m_question == Question::Running) {
        return std::nullopt;
    }
    if (m_confirmed < blocks()) {
        return takeBlock();
    }
    if (m_commit == Commit::Far) {
        m_commit = Commit::Awaited;
        m_setup.marks->flush();
        m_listener.partsDone();
    } else if (m_commit == Commit::Allowed) {
        m_commit = Commit::Running;
        return commitPart();
    }
    return std::nullopt;
}

std::optional<int> UploadWork::takeBlock()
{
    if (!m_returned.empty()) {
        return m_returned.extract(m_returned.begin()).value();
    }
    while (m_next < blocks() && at(m_next).confirmed) {
        ++m_next;
    }
    if (m_next >= blocks() || !isReady(m_next)) {
        return std::nullopt;
    }
    m_listener.reached(planned(m_next).end());
    return m_next++;
}

bool UploadWork::isReady(int part)
{
    if (!m_setup.hasher) {
        return true;
    }
    if (m_setup.hasher->md5Of(part).isEmpty()) {
        return false;
    }
    m_setup.hasher->passed(part);
    return true;
}

void UploadWork::putBack(int part)
{
    if (part == questionPart()) {
        m_question = Question::Due;
    } else if (part == commitPart()) {
        m_commit = Commit::Allowed;
    } else {
        m_returned.insert(part);
    }
}

Result<HttpRequest> UploadWork::request(int part, const SignedUrl& link)
{
    Result<HttpRequest> request = part == commitPart()     ? commitRequest(link)
                                  : part == questionPart() ? questionRequest(link)
                                                           : blockRequest(part, link);
    if (!request) {
        return request;
    }
    request->timeouts = m_setup.options.timeouts;
    // The store puts fifty thousand blocks together before it says a word.
    request->timeouts.answer = request->timeouts.idle * (part == commitPart() ? 4 : 2);
    m_running.insert_or_assign(part, Request{link, std::dynamic_pointer_cast<FileSource>(request->source)});
    return request;
}

Result<HttpRequest> UploadWork::blockRequest(int part, const SignedUrl& link)
{
    const auto url = putBlockUrl(link, blockId(m_setup.journal.nonce, part));
    if (!url) {
        return fail(url.error());
    }
    HttpRequest request;
    request.method = "PUT";
    request.url = *url;
    request.source = std::make_shared<FileSource>(m_setup.file, planned(part), m_moved);
    request.throttles = m_throttles;
    // A question before each block would cost a round trip each.
    request.headers.set("Expect", "");
    if (m_setup.hasher) {
        request.headers.set("Content-MD5", m_setup.hasher->md5Of(part).toBase64());
    }
    return request;
}

Result<HttpRequest> UploadWork::commitRequest(const SignedUrl& link)
{
    const auto url = putBlockListUrl(link);
    if (!url) {
        return fail(url.error());
    }
    HttpRequest request;
    request.method = "PUT";
    request.url = *url;
    request.body = blockListXml(m_setup.journal.nonce, blocks());
    request.headers.set("Content-Type", "application/xml");
    request.headers.set("Expect", "");
    if (m_setup.hasher) {
        request.headers.set("Content-MD5", QCryptographicHash::hash(request.body, QCryptographicHash::Md5).toBase64());
    }
    if (const QByteArray md5 = wholeMd5(); !md5.isEmpty()) {
        request.headers.set("x-ms-blob-content-md5", md5.toBase64());
    }
    if (!m_setup.replace && !m_mayBeCommitted) {
        request.headers.set("If-None-Match", "*");
    }
    m_setup.marks->setCommitting(true);
    return request;
}

/// Of the whole file, where one part is all of it.
QByteArray UploadWork::wholeMd5() const
{
    if (blocks() == 0) {
        return QCryptographicHash::hash({}, QCryptographicHash::Md5);
    }
    return blocks() == 1 && m_setup.hasher ? m_setup.hasher->md5Of(0) : QByteArray();
}

Result<HttpRequest> UploadWork::questionRequest(const SignedUrl& link)
{
    // After a commit that may have been carried out our blocks are no longer among the uncommitted.
    const auto url = getBlockListUrl(link, m_mayBeCommitted ? StoredBlocks::All : StoredBlocks::Uncommitted);
    if (!url) {
        return fail(url.error());
    }
    HttpRequest request;
    request.url = *url;
    request.maxBody = LargestList;
    return request;
}

PartAnswer UploadWork::judge(int part, const Result<HttpResponse>& answer)
{
    const SignedUrl link = m_running.extract(part).mapped().link;
    return part == commitPart()     ? judgeCommit(answer, link)
           : part == questionPart() ? judgeQuestion(answer, link)
                                    : judgeBlock(part, answer, link);
}

PartAnswer UploadWork::judgeBlock(int part, const Result<HttpResponse>& answer, const SignedUrl& link)
{
    const QByteArray md5 = m_setup.hasher ? m_setup.hasher->md5Of(part).toBase64() : QByteArray();
    if (const auto refusal = refusalToStore(answer, {Created}, link, m_clock.nowUtc(), seen())) {
        const Error error = refusal->error.value_or(Error{});
        if (error.code == Error::Code::HashMismatch) {
            return damaged(part, error);
        }
        if (isBlocksGone(error) && m_confirmed > 0 && !m_startedOver) {
            return {.meaning = Meaning::StartOver, .error = error};
        }
        return *refusal;
    }
    const QByteArray stored = answer->headers.value("Content-MD5").trimmed();
    if (!md5.isEmpty() && !stored.isEmpty() && stored != md5) {
        return damaged(part, Error{.code = Error::Code::HashMismatch, .subject = link.host()});
    }
    confirm(part, md5);
    return {};
}

/// Once may be the line; a second time the bytes are not the ones that were hashed, or something changes them.
PartAnswer UploadWork::damaged(int part, const Error& error)
{
    const bool again = std::exchange(at(part).damaged, true);
    return {.meaning = again ? Meaning::Failed : Meaning::Again, .error = error};
}

void UploadWork::confirm(int part, const QByteArray& md5)
{
    const FilePart& piece = planned(part);
    at(part).confirmed = true;
    at(part).vouched = !md5.isEmpty();
    ++m_confirmed;
    m_setup.marks->confirm({.part = part,
                            .offset = piece.offset,
                            .length = piece.length,
                            .written = piece.length,
                            .synced = piece.length,
                            .tag = md5});
}

PartAnswer UploadWork::judgeCommit(const Result<HttpResponse>& answer, const SignedUrl& link)
{
    const auto refusal = refusalToStore(answer, {Created}, link, m_clock.nowUtc(), seen());
    if (!refusal) {
        m_etag = QString::fromLatin1(answer->headers.value("ETag").trimmed());
        m_commit = Commit::Done;
        return {};
    }
    const bool first = !m_mayBeCommitted;
    Error error = refusal->error.value_or(Error{});
    if (isAmbiguous(error)) {
        m_mayBeCommitted = true;
    } else if (first) {
        m_setup.marks->setCommitting(false); // what lies there under this name is not ours
    }
    if (isBlocksGone(error) && !m_startedOver) {
        return {.meaning = Meaning::StartOver, .error = error};
    }
    if (answer && answer->status == 409 && first && !m_setup.replace) {
        error.code = Error::Code::FileExists;
    }
    if (error.code == Error::Code::FileExists) {
        error.subject = link.fileName();
    }
    PartAnswer verdict = *refusal;
    verdict.error = error;
    return verdict;
}

PartAnswer UploadWork::judgeQuestion(const Result<HttpResponse>& answer, const SignedUrl& link)
{
    const auto refusal = refusalToStore(answer, {200}, link, m_clock.nowUtc(), seen());
    const Error error = refusal ? refusal->error.value_or(Error{}) : Error{};
    const bool mayNotRead = refusal && refusal->meaning == Meaning::AskLink && error.code == Error::Code::LinkRefused;
    if (refusal && !mayNotRead && refusal->meaning != Meaning::Failed) {
        return *refusal;
    }
    m_question = Question::None;
    if (error.code == Error::Code::NotFound && storeWord(error) != u"ContainerNotFound"_s) {
        compareWith({}); // neither a blob nor a block
    } else if (const auto stored = refusal ? std::nullopt : parseBlockList(answer->body)) {
        compareWith(*stored);
    }
    wantHashes();
    return {};
}

/// Only ids that we made count: anybody with the link can put blocks on the name.
void UploadWork::compareWith(const QMap<QByteArray, qint64>& stored)
{
    QList<JournalPart> gone;
    for (int part = 0; part < blocks(); ++part) {
        const FilePart& piece = planned(part);
        const bool there = stored.value(blockId(m_setup.journal.nonce, part), -1) == piece.length;
        if (there && !at(part).confirmed) {
            confirm(part, {}); // the store had it all, and the answer did not reach the journal
        } else if (!there && at(part).confirmed) {
            at(part) = Part{};
            --m_confirmed;
            gone.append({.part = part, .offset = piece.offset, .length = piece.length, .written = piece.length});
        }
    }
    if (!gone.isEmpty()) {
        m_listener.noted(u"the store no longer has %1 of the blocks"_s.arg(gone.size()));
        m_setup.marks->forget(gone);
    }
}

void UploadWork::abandon(int part)
{
    m_running.erase(part);
    if (part == commitPart()) {
        m_mayBeCommitted = true;
    }
    putBack(part);
}

void UploadWork::startOver(std::function<void(const Result<void>&)> then)
{
    m_listener.noted(u"the store does not have the blocks that it confirmed; sending all of them again"_s);
    m_startedOver = true;
    m_mayBeCommitted = false;
    m_commit = Commit::Far;
    m_running.clear();
    m_returned.clear();
    m_next = 0;
    m_confirmed = 0;
    std::fill(m_parts.begin(), m_parts.end(), Part{});
    wantHashes();
    m_setup.marks->forgetParts(std::move(then));
}

qint64 UploadWork::movedOf(int part) const
{
    if (part >= blocks()) {
        return 0;
    }
    if (m_parts[static_cast<std::size_t>(part)].confirmed) {
        return planned(part).length;
    }
    const auto running = m_running.find(part);
    return running == m_running.end() ? 0 : running->second.source->given();
}

qint64 UploadWork::lengthOf(int part) const
{
    return part < blocks() ? planned(part).length : 0;
}

bool UploadWork::isVouched() const
{
    return std::all_of(m_parts.begin(), m_parts.end(), [](const Part& part) { return part.vouched; });
}

} // namespace longshore
