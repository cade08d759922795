#include "app/net/classify.h"

#include "app/core/redaction.h"

#include <QHash>

namespace longshore {

namespace {

using Code = Error::Code;

struct Words
{
    QString code;
    QString message;
    QString authentication; ///< Azure: why a signature was not accepted
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

Words wordsOf(const HttpResponse& response)
{
    Words words{.code = elementText(response.body, "Code").left(80),
                .message = elementText(response.body, "Message"),
                .authentication = elementText(response.body, "AuthenticationErrorDetail")};
    if (words.code.isEmpty()) {
        words.code = QString::fromLatin1(response.headers.value("x-ms-error-code").left(80));
    }
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
        {QStringLiteral("NoSuchUpload"), Code::NotFound},
        {QStringLiteral("BadDigest"), Code::HashMismatch},
        {QStringLiteral("EntityTooLarge"), Code::TooLarge},
        {QStringLiteral("SlowDown"), Code::ServerError},
        {QStringLiteral("RequestTimeout"), Code::Timeout},
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

Code codeOf(const HttpResponse& response, const SignedUrl& link, const Words& words, const QDateTime& now)
{
    const bool denied = response.status == 401 || response.status == 403;
    const std::optional<Code> told = codeOfWord(words.code);
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
    case Code::HashMismatch: // damaged on the way: the same bytes once more
        return true;
    case Code::ServerError:
        return status != 501 && status != 505;
    default:
        return false;
    }
}

QString detailOf(const Words& words)
{
    const QString message = redactedText(words.message.section(u'\n', 0, 0).simplified().left(200));
    return words.code.isEmpty() || message.isEmpty() ? words.code + message
                                                     : QString(words.code + QLatin1String(": ") + message);
}

} // namespace

Error classifyStorage(const HttpResponse& response, const SignedUrl& link, const QDateTime& now)
{
    const Words words = wordsOf(response);
    const Code code = codeOf(response, link, words, now);
    Error error{.code = code, .subject = link.host(), .detail = detailOf(words), .httpStatus = response.status};
    if (code == Code::ClockSkew && response.serverDate) {
        error.detail = QString::number(response.serverDate->secsTo(now));
    }
    error.retryable = mayPass(code, response.status);
    error.retryAfter = response.retryAfter.value_or(std::chrono::seconds(0));
    return error;
}

} // namespace longshore
