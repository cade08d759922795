#include "app/transfers/multipartwork.h"

#include "app/core/clock.h"
#include "app/transfers/partlinkbook.h"
#include "app/transfers/putwork.h"
#include "app/transfers/storeanswer.h"
#include "app/transfers/uploadmarks.h"

#include <algorithm>

namespace longshore {

using namespace Qt::StringLiterals;
using Meaning = PartAnswer::Meaning;

MultipartWork::MultipartWork(Setup setup, const Clock& clock, std::function<void(qint64)> reached)
    : m_setup(std::move(setup)), m_clock(clock), m_reached(std::move(reached)), m_parts(m_setup.parts.size())
{
    for (const auto& throttle : {m_setup.sharedLimit, m_setup.options.limit}) {
        if (throttle) {
            m_throttles.push_back(throttle);
        }
    }
    for (const JournalPart& done : m_setup.there) {
        const bool known = done.part >= 0 && done.part < count() && planned(done.part).offset == done.offset
                           && planned(done.part).length == done.length && done.written == done.length;
        if (known && !done.tag.isEmpty() && at(done.part).etag.isEmpty()) {
            at(done.part) = Part{.etag = done.tag, .vouched = done.synced == done.length};
            m_there += done.length;
            ++m_confirmed;
        }
    }
    if (m_setup.hasher) {
        std::vector<int> wanted;
        for (int part = 0; part < count(); ++part) {
            if (at(part).etag.isEmpty()) {
                wanted.push_back(part);
            }
        }
        m_setup.hasher->want(wanted);
    }
}

MultipartWork::~MultipartWork() = default;

std::optional<int> MultipartWork::take()
{
    if (!m_returned.empty()) {
        return m_returned.extract(m_returned.begin()).value();
    }
    while (m_next < count() && !at(m_next).etag.isEmpty()) {
        ++m_next;
    }
    if (m_next >= count() || !isReady(m_next)) {
        return std::nullopt;
    }
    m_reached(planned(m_next).end());
    return m_next++;
}

bool MultipartWork::isReady(int part)
{
    if (!m_setup.hasher) {
        return true;
    }
    if (md5Of(part).isEmpty()) {
        return false;
    }
    m_setup.hasher->passed(part);
    return true;
}

QByteArray MultipartWork::md5Of(int part) const
{
    return m_setup.hasher ? m_setup.hasher->md5Of(part) : QByteArray();
}

void MultipartWork::putBack(int part)
{
    m_returned.insert(part);
}

Result<HttpRequest> MultipartWork::request(int part, const SignedUrl& /*link*/)
{
    const int number = part + 1;
    const SignedUrl link = m_setup.links->linkTo(number);
    if (link.isEmpty()) {
        return fail(Error::Code::BadAnswer, u"upload_parts"_s, u"no link for part %1"_s.arg(number));
    }
    const auto source = std::make_shared<FileSource>(m_setup.file, planned(part), m_moved);
    HttpRequest request = presignedPut(link, source, md5Of(part));
    request.timeouts = m_setup.options.timeouts;
    request.timeouts.answer = request.timeouts.idle * 2;
    request.throttles = m_throttles;
    const std::lock_guard lock(m_mutex);
    m_running.insert_or_assign(part, Request{link, source});
    return request;
}

PartAnswer MultipartWork::judge(int part, const Result<HttpResponse>& answer)
{
    std::unique_lock lock(m_mutex);
    const SignedUrl link = m_running.extract(part).mapped().link;
    lock.unlock();
    const StoreSeen seen = m_confirmed > 0 ? StoreSeen::Yes : StoreSeen::No;
    if (const auto refusal = refusalToStore(answer, {200, 201, 204}, link, m_clock.nowUtc(), seen)) {
        const Error error = refusal->error.value_or(Error{});
        return error.code == Error::Code::HashMismatch ? damaged(part, error) : *refusal;
    }
    const QByteArray etag = answer->headers.value("ETag").trimmed();
    if (etag.isEmpty()) {
        // Without it nobody can complete the upload.
        return {.meaning = Meaning::Failed,
                .error = Error{.code = Error::Code::BadAnswer,
                               .subject = u"ETag of a part"_s,
                               .detail = u"the store named none for part %1"_s.arg(part + 1),
                               .httpStatus = answer->status}};
    }
    const EtagSays says = compareEtag(answer->headers, md5Of(part));
    if (says == EtagSays::OtherBytes) {
        return damaged(part, Error{.code = Error::Code::HashMismatch, .subject = link.host()});
    }
    confirm(part, etag, says == EtagSays::SameBytes);
    return {};
}

/// Once may be the line; a second time the bytes are not the ones that were hashed, or something changes them.
PartAnswer MultipartWork::damaged(int part, const Error& error)
{
    const bool again = std::exchange(at(part).damaged, true);
    return {.meaning = again ? Meaning::Failed : Meaning::Again, .error = error};
}

void MultipartWork::confirm(int part, const QByteArray& etag, bool vouched)
{
    const FilePart& piece = planned(part);
    at(part) = Part{.etag = etag, .vouched = vouched};
    ++m_confirmed;
    {
        const std::lock_guard lock(m_mutex);
        m_there += piece.length;
    }
    m_setup.marks->confirm({.part = part,
                            .offset = piece.offset,
                            .length = piece.length,
                            .written = piece.length,
                            .synced = vouched ? piece.length : 0,
                            .tag = etag});
}

void MultipartWork::abandon(int part)
{
    {
        const std::lock_guard lock(m_mutex);
        m_running.erase(part);
    }
    putBack(part);
}

/// Never asked for: no answer of a store makes the parts that it has worthless, short of the end of the session.
void MultipartWork::startOver(std::function<void(const Result<void>&)> then)
{
    then({});
}

qint64 MultipartWork::movedOf(int part) const
{
    if (!at(part).etag.isEmpty()) {
        return planned(part).length;
    }
    const std::lock_guard lock(m_mutex);
    const auto running = m_running.find(part);
    return running == m_running.end() ? 0 : running->second.source->given();
}

qint64 MultipartWork::sentBytes() const
{
    const std::lock_guard lock(m_mutex);
    qint64 sum = m_there;
    for (const auto& [part, request] : m_running) {
        sum += request.source->given();
    }
    return sum;
}

QList<StoredPart> MultipartWork::stored() const
{
    QList<StoredPart> parts;
    for (int part = 0; part < count(); ++part) {
        parts.append({part + 1, at(part).etag});
    }
    return parts;
}

bool MultipartWork::isVouched() const
{
    return std::all_of(m_parts.begin(), m_parts.end(), [](const Part& part) { return part.vouched; });
}

} // namespace longshore
