#pragma once

#include "app/core/result.h"
#include "app/net/httptransport.h"

#include <QByteArray>
#include <optional>

namespace longshore {

/// What a download asks for and knows.
struct RangeExpectation
{
    qint64 offset = 0; ///< the first byte asked for
    qint64 length = -1; ///< bytes asked for; -1: all that follow
    bool ranged = false; ///< a Range header was sent
    QByteArray etag{}; ///< strong, of the bytes that came before; empty when there are none
    qint64 size = -1; ///< of the whole object; -1: not known
};

/// The MD5 of a whole object as its store tells it: the property of a blob, or the ETag of S3.
struct StoredMd5
{
    QByteArray bytes{}; ///< 16; empty: not told
    bool sure = false; ///< else a server of unknown kind said so: it may look like an MD5 and be none

    friend bool operator==(const StoredMd5&, const StoredMd5&) = default;
};

/// What to do with the body that follows.
struct RangePlan
{
    enum class Action {
        Append, ///< the bytes go on at the offset asked for
        Whole, ///< the whole object comes although a range was asked for
        Leave, ///< an error page; it belongs into the answer
    };
    Action action = Action::Append;
    QByteArray etag{}; ///< empty when the server names none
    StoredMd5 md5{}; ///< of the whole object, where the server tells it
    qint64 size = -1; ///< of the whole object; -1: not said
    qint64 bodyBytes = -1; ///< that must follow; -1: not said

    friend bool operator==(const RangePlan&, const RangePlan&) = default;
};

struct ContentRange
{
    qint64 first = -1; ///< -1: unsatisfied, `bytes */size`
    qint64 last = -1;
    qint64 size = -1; ///< -1: `*`

    friend bool operator==(const ContentRange&, const ContentRange&) = default;
};

/// RFC 9110, 14.4; nothing for what is not one.
[[nodiscard]] std::optional<ContentRange> parseContentRange(const QByteArray& value);

/// From the head of a 200 or a 206. Content-MD5 of a 206 is the range's own and says nothing of the whole.
[[nodiscard]] StoredMd5 storedMd5(int status, const HttpHeaders& headers);

/// Only a strong ETag can be asked for with If-Match; a weak one (`W/"…"`) never matches. Old Azure versions leave the
/// quotes away, so they are not required.
[[nodiscard]] bool isStrongEtag(const QByteArray& etag);

/// Reads the head of an answer before its body is taken. Errors: ObjectChanged, SizeMismatch, BadAnswer (subject:
/// "html" for a page in place of the file, "ETag" where none is told of what had one, "Content-Range", "multipart").
[[nodiscard]] Result<RangePlan> planForAnswer(int status, const HttpHeaders& headers, const RangeExpectation& expected);

/// What an answer that is no file means. Times of links are judged by the server's clock where it tells its own.
/// Errors: LinkExpired, LinkRefused, ObjectChanged, NotFound, RateLimited, ServerError (retryable), ServerRefused.
[[nodiscard]] Error refusalOf(const HttpResponse& response, const SignedUrl& link, const QDateTime& now);

/// Whether asking again later can help without a person.
[[nodiscard]] bool worthRetrying(const Error& error);

} // namespace longshore
