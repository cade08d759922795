#include "app/transfers/putwork.h"

#include "app/core/clock.h"
#include "app/transfers/storeanswer.h"

namespace longshore {

using Meaning = PartAnswer::Meaning;

namespace {

constexpr int Whole = 0;

} // namespace

QByteArray signedContentType(const SignedUrl& link)
{
    const QList<QByteArray> names = link.queryValue("X-Amz-SignedHeaders").toLower().split(';');
    return names.contains("content-type") ? QByteArray("application/sql") : QByteArray();
}

EtagSays compareEtag(const HttpHeaders& headers, const QByteArray& md5)
{
    const QByteArray told = etagMd5(headers);
    if (md5.isEmpty() || told.isEmpty()) {
        return EtagSays::Nothing;
    }
    return told == md5 ? EtagSays::SameBytes : EtagSays::OtherBytes;
}

HttpRequest presignedPut(const SignedUrl& link, std::shared_ptr<FileSource> source, const QByteArray& md5)
{
    HttpRequest request;
    request.method = "PUT";
    request.url = link;
    request.source = std::move(source);
    if (const QByteArray type = signedContentType(link); !type.isEmpty()) {
        request.headers.set("Content-Type", type);
    }
    // Signatures of version 2 cover Content-MD5 always: as absent, if their signer did not know it.
    if (!md5.isEmpty() && link.queryValue("Signature").isEmpty()) {
        request.headers.set("Content-MD5", md5.toBase64());
    }
    return request;
}

PutWork::PutWork(Setup setup, const Clock& clock) : m_setup(std::move(setup)), m_clock(clock)
{
    for (const auto& throttle : {m_setup.sharedLimit, m_setup.options.limit}) {
        if (throttle) {
            m_throttles.push_back(throttle);
        }
    }
}

std::optional<int> PutWork::take()
{
    return std::exchange(m_taken, true) ? std::nullopt : std::optional(Whole);
}

void PutWork::putBack(int /*part*/)
{
    m_taken = false;
}

Result<HttpRequest> PutWork::request(int /*part*/, const SignedUrl& link)
{
    HttpRequest request = presignedPut(
        link, std::make_shared<FileSource>(m_setup.file, FilePart{0, m_setup.file->size()}, m_moved), m_setup.md5);
    request.timeouts = m_setup.options.timeouts;
    request.timeouts.answer = request.timeouts.idle * 4; // giving up means to send the whole file again
    request.throttles = m_throttles;
    m_link = link;
    return request;
}

PartAnswer PutWork::judge(int /*part*/, const Result<HttpResponse>& answer)
{
    // A request that broke off got through to something that took bytes.
    const StoreSeen seen = m_lost > 0 ? StoreSeen::Yes : StoreSeen::No;
    if (const auto refusal = refusalToStore(answer, {200, 201, 204}, m_link, m_clock.nowUtc(), seen)) {
        m_lost = m_moved->load();
        return refusal->error && refusal->error->code == Error::Code::HashMismatch ? damaged(m_link) : *refusal;
    }
    m_etag = QString::fromLatin1(answer->headers.value("ETag").trimmed());
    const EtagSays says = compareEtag(answer->headers, m_setup.md5);
    if (says == EtagSays::OtherBytes) {
        m_lost = m_moved->load();
        return damaged(m_link);
    }
    m_vouched = says == EtagSays::SameBytes;
    m_done = true;
    return {};
}

PartAnswer PutWork::damaged(const SignedUrl& link)
{
    const bool again = std::exchange(m_damaged, true);
    return {.meaning = again ? Meaning::Failed : Meaning::Again,
            .error = Error{.code = Error::Code::HashMismatch, .subject = link.host()}};
}

void PutWork::abandon(int part)
{
    m_lost = m_moved->load();
    putBack(part);
}

void PutWork::startOver(std::function<void(const Result<void>&)> then)
{
    m_taken = false;
    then({});
}

qint64 PutWork::movedOf(int /*part*/) const
{
    return m_done ? m_setup.file->size() : underWay();
}

qint64 PutWork::lengthOf(int /*part*/) const
{
    return m_setup.file->size();
}

} // namespace longshore
