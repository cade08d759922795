#include "app/transfers/rangeanswer.h"

#include "app/core/redaction.h"
#include "app/net/classify.h"
#include "app/transfers/storeanswer.h"

namespace longshore {

namespace {

std::optional<qint64> number(const QByteArray& text)
{
    bool good = false;
    const qint64 value = text.trimmed().toLongLong(&good);
    return good && value >= 0 ? std::optional(value) : std::nullopt;
}

bool isHtml(const HttpHeaders& headers)
{
    return headers.value("Content-Type").trimmed().toLower().startsWith("text/html");
}

Result<RangePlan> planForPart(const HttpHeaders& headers, const RangeExpectation& expected, RangePlan plan)
{
    const auto range = parseContentRange(headers.value("Content-Range"));
    if (!range || range->first != expected.offset
        || (expected.length >= 0 && range->last - range->first >= expected.length)) {
        const bool multipart = headers.value("Content-Type").toLower().startsWith("multipart/");
        return fail(Error::Code::BadAnswer, multipart ? QStringLiteral("multipart") : QStringLiteral("Content-Range"),
                    redactedText(QString::fromLatin1(headers.value("Content-Range").left(80))));
    }
    plan.size = range->size;
    plan.bodyBytes = range->last - range->first + 1;
    return plan;
}

} // namespace

std::optional<ContentRange> parseContentRange(const QByteArray& value)
{
    const QByteArray text = value.trimmed();
    if (!text.toLower().startsWith("bytes ")) {
        return std::nullopt;
    }
    const QList<QByteArray> halves = text.mid(6).split('/');
    if (halves.size() != 2) {
        return std::nullopt;
    }
    ContentRange range;
    if (const QByteArray total = halves.at(1).trimmed(); total != "*") {
        const auto size = number(total);
        if (!size) {
            return std::nullopt;
        }
        range.size = *size;
    }
    if (halves.at(0).trimmed() == "*") {
        return range.size < 0 ? std::nullopt : std::optional(range);
    }
    const QList<QByteArray> ends = halves.at(0).split('-');
    const auto first = number(ends.first());
    const auto last = number(ends.last());
    if (ends.size() != 2 || !first || !last || *last < *first || (range.size >= 0 && *last >= range.size)) {
        return std::nullopt;
    }
    range.first = *first;
    range.last = *last;
    return range;
}

StoredMd5 storedMd5(int status, const HttpHeaders& headers)
{
    QByteArray property = headers.value("x-ms-blob-content-md5").trimmed();
    if (property.isEmpty() && status == 200) {
        property = headers.value("Content-MD5").trimmed();
    }
    if (const auto bytes = QByteArray::fromBase64Encoding(property); bytes && bytes.decoded.size() == 16) {
        return {bytes.decoded, true};
    }
    const QByteArray etag = etagMd5(headers);
    return {etag, !etag.isEmpty() && headers.contains("x-amz-request-id")};
}

bool isStrongEtag(const QByteArray& etag)
{
    return !etag.isEmpty() && !etag.startsWith("W/");
}

Result<RangePlan> planForAnswer(int status, const HttpHeaders& headers, const RangeExpectation& expected)
{
    RangePlan plan;
    if (status != 200 && status != 206) {
        plan.action = RangePlan::Action::Leave;
        return plan;
    }
    if (isHtml(headers)) {
        // A captive portal or a proxy's page: nobody keeps databases as HTML.
        return fail(Error{.code = Error::Code::BadAnswer, .subject = QStringLiteral("html"), .httpStatus = status});
    }
    plan.etag = headers.value("ETag").trimmed();
    plan.md5 = storedMd5(status, headers);
    if (!expected.etag.isEmpty() && plan.etag.isEmpty()) {
        // The store named the object before. Who names none now is a proxy or a portal, and proves no other object.
        return fail(Error{.code = Error::Code::BadAnswer, .subject = QStringLiteral("ETag"), .httpStatus = status});
    }
    if (!expected.etag.isEmpty() && plan.etag != expected.etag) {
        return fail(Error::Code::ObjectChanged, {}, QStringLiteral("another ETag"));
    }
    if (status == 206) {
        Result<RangePlan> part = planForPart(headers, expected, plan);
        if (!part) {
            return part;
        }
        plan = *part;
    } else {
        plan.action = expected.ranged ? RangePlan::Action::Whole : RangePlan::Action::Append;
        plan.size = number(headers.value("Content-Length")).value_or(-1);
        plan.bodyBytes = plan.size;
    }
    if (!expected.etag.isEmpty() && expected.size >= 0 && plan.size >= 0 && plan.size != expected.size) {
        return fail(Error::Code::ObjectChanged, {}, QStringLiteral("another length"));
    }
    return plan;
}

Error refusalOf(const HttpResponse& response, const SignedUrl& link, const QDateTime& now)
{
    return classifyStorage(response, link, now);
}

bool worthRetrying(const Error& error)
{
    switch (error.code) {
    case Error::Code::Offline:
    case Error::Code::HostNotFound:
    case Error::Code::ConnectionRefused:
    case Error::Code::ConnectionLost:
    case Error::Code::Timeout:
    case Error::Code::Stalled:
    case Error::Code::RateLimited:
    case Error::Code::ServerBusy:
        return true;
    case Error::Code::ProxyFailed:
        return error.httpStatus != 407; // the proxy wants a name and a password
    case Error::Code::ServerError:
        return error.httpStatus != 501 && error.httpStatus != 505;
    default:
        return false;
    }
}

} // namespace longshore
