#include "app/providers/vector/vectorclient.h"

#include "app/core/log.h"

namespace longshore::vector {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::minutes LongestWork{15};

QByteArray baseOf(const QUrl& url)
{
    QByteArray base = url.toEncoded(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
    if (!base.endsWith('/')) {
        base += '/';
    }
    return base;
}

bool isOneWord(const QByteArray& token)
{
    return std::none_of(token.begin(), token.end(), [](char each) { return each <= ' ' || each == '\x7f'; });
}

} // namespace

Client::Client(QString name, const QUrl& baseUrl, Secret token, HttpTransport& transport)
    : m_name(std::move(name)), m_base(baseOf(baseUrl)), m_token(std::move(token)), m_transport(transport)
{ }

Result<HttpRequest> Client::request(const Call& call) const
{
    if (m_token.isEmpty()) {
        return fail(Error::Code::SecretMissing, m_name);
    }
    if (!isOneWord(m_token.reveal())) {
        return fail(Error::Code::SecretInvalid, u"blank"_s); // it would end the header it is sent in
    }
    const Result<SignedUrl> url = SignedUrl::parse(m_base + call.path);
    if (!url) {
        return fail(Error::Code::BadInput, u"baseUrl"_s, url.error().detail);
    }
    HttpRequest request;
    request.method = call.method;
    request.url = *url;
    request.body = call.body;
    request.headers.set("Accept", "application/json");
    if (!call.contentType.isEmpty()) {
        request.headers.set("Content-Type", call.contentType);
    }
    if (call.waitsForWork) {
        request.timeouts.idle = request.timeouts.total = LongestWork;
    }
    request.headers.set("Authorization", "Bearer " + m_token.reveal());
    return request;
}

Result<Envelope> Client::read(const Call& call, const Result<HttpResponse>& answer) const
{
    const Result<Envelope> envelope =
        answer ? judgeAnswer(*answer, call) : Result<Envelope>(fail(judgeFailure(answer.error(), call)));
    if (envelope) {
        qCDebug(lcProvider) << call.method << call.path << "ok";
    } else {
        qCInfo(lcProvider) << call.method << call.path << envelope.error();
    }
    return envelope;
}

} // namespace longshore::vector
