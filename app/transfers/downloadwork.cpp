#include "app/transfers/downloadwork.h"

#include "app/core/clock.h"
#include "app/net/classify.h"
#include "app/transfers/rangesink.h"

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

/// The file cannot come in ranges; it may still come whole.
QString noRanges()
{
    return QStringLiteral("ranges");
}

} // namespace

DownloadWork::DownloadWork(std::shared_ptr<DownloadFile> file, const Clock& clock, TransferOptions options,
                           std::shared_ptr<Throttle> sharedLimit)
    : m_file(std::move(file)),
      m_clock(clock),
      m_options(std::move(options)),
      m_sizes(sizesOf(m_options)),
      m_throttles{std::move(sharedLimit)},
      m_table(m_file->table())
{
    if (m_options.limit) {
        m_throttles.push_back(m_options.limit);
    }
}

DownloadWork::~DownloadWork()
{
    for (const auto& [part, sink] : m_sinks) {
        sink->close();
    }
}

std::optional<int> DownloadWork::take()
{
    const std::lock_guard lock(m_mutex);
    if (!m_table) {
        return std::exchange(m_probing, true) ? std::nullopt : std::optional(0);
    }
    while (!m_returned.empty()) {
        const int part = *m_returned.begin();
        m_returned.erase(m_returned.begin());
        if (!m_table->isWhole(part)) {
            return part;
        }
    }
    while (m_next < m_table->count()) {
        const int part = m_next++;
        if (!m_table->isWhole(part) && !m_sinks.contains(part)) {
            return part;
        }
    }
    return std::nullopt;
}

Result<HttpRequest> DownloadWork::request(int part, const SignedUrl& link)
{
    const DownloadFile::Object object = m_file->object();
    const std::shared_ptr<PartTable> plan = table();
    RangeExpectation expected{.ranged = !m_whole};
    if (!plan) {
        expected.length = m_sizes.usual;
    } else if (!m_whole) {
        const FilePart& piece = plan->part(part);
        expected.offset = piece.offset + plan->written(part);
        expected.length = piece.end() - expected.offset;
        expected.etag = object.etag.toLatin1();
        expected.size = object.size;
    }
    HttpRequest get;
    get.url = link;
    get.timeouts = m_options.timeouts;
    get.throttles = m_throttles;
    get.headers.set("Accept-Encoding", "identity");
    if (expected.ranged) {
        const QByteArray last = QByteArray::number(expected.offset + expected.length - 1);
        get.headers.set("Range", "bytes=" + QByteArray::number(expected.offset) + '-' + last);
    }
    if (isStrongEtag(expected.etag)) {
        // Not If-Range: two S3 servers ignore it and would hand out the middle of another object.
        get.headers.set("If-Match", expected.etag);
    }
    auto sink = std::make_shared<RangeSink>(*this, part, expected);
    m_sinks.insert_or_assign(part, sink);
    m_links.insert_or_assign(part, link);
    get.sink = std::move(sink);
    return get;
}

Result<void> DownloadWork::plan(const DownloadFile::Object& object)
{
    std::vector<FilePart> parts;
    if (m_whole) {
        parts = {{0, object.size >= 0 ? object.size : PartTable::Unknown}};
    } else {
        // The answer to the first request is already on its way into the first part.
        const qint64 first = std::min(object.size, m_sizes.usual);
        parts = planParts(object.size - first, m_sizes);
        for (FilePart& part : parts) {
            part.offset += first;
        }
        parts.insert(parts.begin(), {0, first});
    }
    auto table = std::make_shared<PartTable>(std::move(parts), object.size);
    if (const Result<void> described = m_file->describe(object, table); !described) {
        return described;
    }
    const std::lock_guard lock(m_mutex);
    m_table = std::move(table);
    m_next = 1;
    return {};
}

Result<void> DownloadWork::learn(const RangePlan& answer, bool ranged)
{
    const bool whole = answer.action == RangePlan::Action::Whole;
    const bool planned = table() != nullptr;
    if (planned && whole) {
        return fail(Error::Code::BadAnswer, noRanges(), QStringLiteral("the whole file in answer to a range"));
    }
    if (planned) {
        m_file->expect(answer.md5);
        return {};
    }
    m_whole = m_whole || whole;
    const DownloadFile::Object object{QString::fromLatin1(answer.etag), answer.size};
    const bool inOne = answer.size >= 0 && answer.bodyBytes == answer.size;
    if (ranged && !whole && !inOne && (answer.size < 0 || !isStrongEtag(answer.etag))) {
        // Without a name for the object nobody can say that the other ranges are of the same one.
        return fail(Error::Code::BadAnswer, noRanges(), QStringLiteral("no ETag or no length to ask for ranges with"));
    }
    const Result<void> made = plan(object);
    m_file->expect(answer.md5);
    if (made && m_planned && table()->count() > 1) {
        m_planned();
    }
    return made;
}

Result<void> DownloadWork::write(int part, QByteArrayView bytes)
{
    m_moved += bytes.size();
    return m_file->write(part, bytes);
}

PartAnswer DownloadWork::judge(int part, const Result<HttpResponse>& answer)
{
    const std::shared_ptr<RangeSink> sink = m_sinks[part];
    m_sinks.erase(part);
    if (!answer) {
        sink->close();
        // A range that came whole needs nothing more, whatever its connection did afterwards.
        const std::shared_ptr<PartTable> plan = table();
        return plan && plan->isWhole(part) ? PartAnswer{} : judgeFailure(answer.error());
    }
    if (answer->status != 200 && answer->status != 206) {
        sink->close();
        return judgeRefusal(part, *answer);
    }
    const Result<void> concluded = sink->conclude(*answer);
    sink->close();
    if (!concluded) {
        return judgeFailure(concluded.error());
    }
    const std::shared_ptr<PartTable> plan = table();
    if (plan->size() == PartTable::Unknown) {
        return endAt(sink->received());
    }
    if (!plan->isWhole(part)) {
        return judgeFailure(Error{.code = Error::Code::ConnectionLost, .retryable = true});
    }
    return {};
}

/// Of an object whose size nobody had told: its stream came to an end.
PartAnswer DownloadWork::endAt(qint64 size)
{
    auto whole = PartTable::around({{0, 0, size, size, 0, {}}}, size, m_sizes);
    if (const Result<void> described = m_file->describe({m_file->object().etag, size}, whole); !described) {
        return {PartAnswer::Meaning::Failed, described.error()};
    }
    const std::lock_guard lock(m_mutex);
    m_table = std::move(whole);
    return {};
}

PartAnswer DownloadWork::judgeFailure(const Error& error)
{
    if (error.code == Error::Code::BadAnswer && error.subject == noRanges()) {
        m_whole = true;
        return {PartAnswer::Meaning::StartOver, error};
    }
    if (error.code == Error::Code::ObjectChanged) {
        return {PartAnswer::Meaning::StartOver, error};
    }
    return againIfItHelps(error);
}

/// Who answers in place of a store that bytes came from is waited out; otherwise the link may simply lead to him.
PartAnswer DownloadWork::againIfItHelps(const Error& error) const
{
    const std::shared_ptr<PartTable> plan = table();
    const bool storeSeen = plan && plan->writtenBytes() > 0;
    const bool helps = worthRetrying(error) || (storeSeen && answeredInBetween(error));
    return helps ? again(error) : PartAnswer{PartAnswer::Meaning::Failed, error};
}

/// In one stream, or without a name for the object, there is no going on in the middle.
PartAnswer DownloadWork::again(const Error& error) const
{
    const bool busy = error.httpStatus == 503 || error.httpStatus == 429;
    const bool resumable = !m_whole && isStrongEtag(m_file->object().etag.toLatin1());
    const std::shared_ptr<PartTable> plan = table();
    const bool lost = plan && !resumable && plan->writtenBytes() > 0;
    return {lost ? PartAnswer::Meaning::StartOver : PartAnswer::Meaning::Again, error, busy};
}

PartAnswer DownloadWork::wholeFrom(const Error& error)
{
    m_whole = true;
    return {PartAnswer::Meaning::StartOver, error};
}

PartAnswer DownloadWork::judgeRefusal(int part, const HttpResponse& response)
{
    const Error error = refusalOf(response, m_links[part], m_clock.nowUtc());
    switch (error.code) {
    case Error::Code::LinkExpired:
    case Error::Code::LinkRefused:
    case Error::Code::NotFound:
        return {PartAnswer::Meaning::AskLink, error};
    case Error::Code::ObjectChanged:
        return {PartAnswer::Meaning::StartOver, error};
    default:
        break;
    }
    if (response.status == 416 && !m_whole) {
        // An empty object has no first byte; otherwise the object is not the one of the plan.
        return table() ? PartAnswer{PartAnswer::Meaning::StartOver,
                                    Error{.code = Error::Code::ObjectChanged, .httpStatus = 416}}
                       : wholeFrom(error);
    }
    return againIfItHelps(error);
}

void DownloadWork::abandon(int part)
{
    if (const auto found = m_sinks.find(part); found != m_sinks.end()) {
        found->second->close();
        m_sinks.erase(found);
    }
    putBack(part);
}

void DownloadWork::putBack(int part)
{
    if (table()) {
        m_returned.insert(part);
    } else {
        m_probing = false;
    }
}

bool DownloadWork::isComplete() const
{
    const std::shared_ptr<PartTable> plan = table();
    return plan && plan->isComplete();
}

void DownloadWork::startOver(std::function<void(const Result<void>&)> then)
{
    m_returned.clear();
    m_probing = false;
    {
        const std::lock_guard lock(m_mutex);
        m_table.reset();
        m_next = 0;
    }
    m_restart = std::make_unique<LooseThread>([file = m_file, then = std::move(then)] { then(file->startOver()); });
}

qint64 DownloadWork::movedOf(int part) const
{
    const std::shared_ptr<PartTable> plan = table();
    return plan && part < plan->count() ? plan->written(part) : 0;
}

qint64 DownloadWork::lengthOf(int part) const
{
    const std::shared_ptr<PartTable> plan = table();
    return plan && part < plan->count() ? plan->part(part).length : PartTable::Unknown;
}

} // namespace longshore
