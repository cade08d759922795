#include "app/net/classify.h"

#include "app/core/redaction.h"

#include <QHash>
#include <QRegularExpression>
#include <algorithm>
#include <array>

namespace longshore {

namespace {

using namespace Qt::StringLiterals;
using Code = Error::Code;

/// Stores take links from clocks that are ahead by less.
constexpr std::chrono::minutes ToleratedAhead(15);

struct Words
{
    QString code;
    QString message;
    QString authentication; ///< Azure: why a signature was not accepted
    QStringList members; ///< S3: what the error is about, for example "MaxSizeAllowed 5368709120"
    QString request; ///< the store's name for the request, for its support
};

/// The text of the first element of that name. Not an XML reader on purpose: error pages arrive cut off, too.
QString elementText(const QByteArray& xml, const QByteArray& name)
{
    const QByteArray opening = '<' + name + '>';
    const qsizetype start = xml.indexOf(opening);
    if (start < 0) {
        return {};
    }
    const QByteArray rest = xml.mid(start + opening.size(), 2'000);
    const qsizetype end = rest.indexOf('<');
    return QString::fromUtf8(end < 0 ? rest : rest.left(end)).trimmed();
}

/// Nothing but letters, digits and what separates them is a name; whatever else came is not repeated.
QString requestName(const HttpResponse& response)
{
    static const QRegularExpression name(QStringLiteral("^[A-Za-z0-9-]{4,64}$"));
    const std::array words{QString::fromLatin1(response.headers.value("x-amz-request-id")),
                           elementText(response.body, "RequestId"),
                           QString::fromLatin1(response.headers.value("x-ms-request-id"))};
    const auto found =
        std::find_if(words.begin(), words.end(), [](const QString& word) { return name.match(word).hasMatch(); });
    return found == words.end() ? QString() : *found;
}

QStringList membersOf(const QByteArray& xml)
{
    QStringList members;
    for (const QByteArray& name : {"MaxSizeAllowed"_ba, "HeadersNotSigned"_ba, "Header"_ba, "Condition"_ba}) {
        if (const QString text = elementText(xml, name); !text.isEmpty()) {
            members.append(QString(QString::fromLatin1(name) + u' ' + text.left(120)));
        }
    }
    return members;
}

Words wordsOf(const HttpResponse& response)
{
    Words words{.code = elementText(response.body, "Code").left(80),
                .message = elementText(response.body, "Message"),
                .authentication = elementText(response.body, "AuthenticationErrorDetail"),
                .members = membersOf(response.body),
                .request = requestName(response)};
    if (words.code.isEmpty()) {
        words.code = QString::fromLatin1(response.headers.value("x-ms-error-code").left(80));
    }
    words.code = redactedText(words.code); // a stranger's word, too
    return words;
}

/// Words that say enough by themselves; Azure's first, then S3's.
std::optional<Code> codeOfWord(const QString& word)
{
    static const QHash<QString, Code> known{
        {QStringLiteral("LeaseIdMissing"), Code::LeaseHeld},
        {QStringLiteral("LeaseIdMismatchWithBlobOperation"), Code::LeaseHeld},
        {QStringLiteral("LeaseLost"), Code::LeaseHeld},
        {QStringLiteral("LeaseAlreadyPresent"), Code::LeaseHeld},
        {QStringLiteral("ConditionNotMet"), Code::ObjectChanged},
        {QStringLiteral("BlobAlreadyExists"), Code::FileExists},
        {QStringLiteral("BlobNotFound"), Code::NotFound},
        {QStringLiteral("ContainerNotFound"), Code::NotFound},
        {QStringLiteral("Md5Mismatch"), Code::HashMismatch},
        {QStringLiteral("RequestBodyTooLarge"), Code::TooLarge},
        {QStringLiteral("ServerBusy"), Code::ServerError},
        {QStringLiteral("OperationTimedOut"), Code::ServerError},
        {QStringLiteral("AuthorizationPermissionMismatch"), Code::LinkRefused},
        {QStringLiteral("PreconditionFailed"), Code::ObjectChanged},
        {QStringLiteral("NoSuchKey"), Code::NotFound},
        {QStringLiteral("NoSuchUpload"), Code::SessionLost},
        {QStringLiteral("BadDigest"), Code::HashMismatch},
        {QStringLiteral("EntityTooLarge"), Code::TooLarge},
        {QStringLiteral("SlowDown"), Code::ServerError},
        {QStringLiteral("RequestTimeout"), Code::Timeout},
        {QStringLiteral("IncompleteBody"), Code::ConnectionLost}, // cut off on the way there, by a proxy mostly
        // The key behind the link ended or was changed: the provider gives a link with another one.
        {QStringLiteral("ExpiredToken"), Code::LinkExpired},
        {QStringLiteral("InvalidAccessKeyId"), Code::LinkExpired},
        {QStringLiteral("SignatureDoesNotMatch"), Code::LinkRefused},
        {QStringLiteral("RequestTimeTooSkewed"), Code::ClockSkew},
    };
    const auto found = known.constFind(word);
    return found == known.cend() ? std::nullopt : std::optional(*found);
}

Code codeOfStatus(int status)
{
    switch (status) {
    case 404:
    case 410:
        return Code::NotFound;
    case 407:
        return Code::ProxyFailed;
    case 408:
        return Code::Timeout;
    case 412:
        return Code::ObjectChanged;
    case 413:
        return Code::TooLarge;
    case 429:
        return Code::RateLimited;
    default:
        return status >= 500 ? Code::ServerError : Code::ServerRefused;
    }
}

/// Servers say "denied" for an expired link and word the reason each in its own way, so the clock decides first.
bool linkEnded(const HttpResponse& response, const SignedUrl& link, const Words& words, const QDateTime& now)
{
    if (const auto end = link.expiresAt(); end && *end <= response.serverDate.value_or(now)) {
        return true;
    }
    const QString text = words.message + u' ' + words.authentication;
    return text.contains(QLatin1String("expired")) || text.contains(QLatin1String("not valid in the specified time"));
}

/// Signed ahead of the store's clock, by how long; nothing else is wrong with the link.
std::optional<std::chrono::seconds> untilValid(const HttpResponse& response, const SignedUrl& link, const Words& words,
                                               const QDateTime& now)
{
    const auto start = link.signedAt();
    const std::chrono::seconds ahead(start ? response.serverDate.value_or(now).secsTo(*start) : 0);
    if (words.message.contains(QLatin1String("not yet valid"))) {
        return std::max(ahead, std::chrono::seconds(0));
    }
    const bool unsaid = words.code == QLatin1String("AccessDenied") && words.message.isEmpty();
    return unsaid && ahead > ToleratedAhead ? std::optional(ahead) : std::nullopt;
}

/// A signer that computed the checksum of nothing put it into the link; no body can match it.
bool demandsChecksum(const SignedUrl& link)
{
    const QByteArray query = link.exactBytes().toLower();
    return query.contains("x-amz-checksum-");
}

Code codeOf(const HttpResponse& response, const SignedUrl& link, const Words& words, const QDateTime& now)
{
    const bool denied = response.status == 401 || response.status == 403;
    const std::optional<Code> told = codeOfWord(words.code);
    if (told == Code::HashMismatch && demandsChecksum(link)) {
        return Code::LinkRefused;
    }
    if (told && !(denied && told == Code::LinkRefused)) {
        return *told;
    }
    if (denied) {
        return linkEnded(response, link, words, now) ? Code::LinkExpired : Code::LinkRefused;
    }
    return codeOfStatus(response.status);
}

bool mayPass(Code code, int status)
{
    switch (code) {
    case Code::RateLimited:
    case Code::Timeout:
    case Code::ConnectionLost:
    case Code::HashMismatch: // damaged on the way: the same bytes once more
        return true;
    case Code::ServerError:
        return status != 501 && status != 505;
    default:
        return false;
    }
}

/// "EntityTooLarge: Your proposed upload exceeds … (MaxSizeAllowed 5368709120; request 4442587FB7D0A2F9)"
QString detailOf(const Words& words, const QStringList& more)
{
    const QString message = redactedText(words.message.section(u'\n', 0, 0).simplified().left(200));
    QStringList aside = more + words.members;
    if (!words.request.isEmpty()) {
        aside.append(QString(QLatin1String("request ") + words.request));
    }
    QString text = message;
    if (!aside.isEmpty()) {
        text += (text.isEmpty() ? QString() : QStringLiteral(" ")) + u'('
                + redactedText(aside.join(QLatin1String("; "))) + u')';
    }
    return words.code.isEmpty() || text.isEmpty() ? words.code + text
                                                  : QString(words.code + QLatin1String(": ") + text);
}

} // namespace

bool answeredInBetween(const Error& error)
{
    if (error.code == Code::BadAnswer) {
        return error.subject == u"html"_s || error.subject == u"redirect"_s || error.subject == u"ETag"_s;
    }
    return error.code == Code::TlsUntrusted || error.code == Code::TlsWrongHost;
}

Error classifyStorage(const HttpResponse& response, const SignedUrl& link, const QDateTime& now)
{
    const Words words = wordsOf(response);
    if (response.status >= 300 && response.status < 400 && words.code.isEmpty()) {
        // Stores send nobody elsewhere without a word of theirs; the networks of hotels and trains do.
        return {.code = Code::BadAnswer, .subject = u"redirect"_s, .httpStatus = response.status};
    }
    const Code code = codeOf(response, link, words, now);
    QStringList more;
    std::chrono::seconds wait = response.retryAfter.value_or(std::chrono::seconds(0));
    if (const auto ahead = code == Code::LinkRefused ? untilValid(response, link, words, now) : std::nullopt) {
        more.append(QStringLiteral("the link is not yet valid, for %1 s").arg(ahead->count()));
        wait = std::max(wait, *ahead);
    }
    if (code == Code::LinkRefused && demandsChecksum(link)) {
        more.append(QStringLiteral("the link demands a checksum that its signer chose"));
    }
    Error error{.code = code, .subject = link.host(), .detail = detailOf(words, more), .httpStatus = response.status};
    if (code == Code::ClockSkew && response.serverDate) {
        error.detail = QString::number(response.serverDate->secsTo(now));
    }
    error.retryable = mayPass(code, response.status);
    error.retryAfter = wait;
    return error;
}

} // namespace longshore
