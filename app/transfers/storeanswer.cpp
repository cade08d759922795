#include "app/transfers/storeanswer.h"

#include "app/net/classify.h"
#include "app/transfers/rangeanswer.h"

#include <QRegularExpression>
#include <algorithm>

namespace longshore {

using Meaning = PartAnswer::Meaning;

namespace {

PartAnswer judge(const Error& error, StoreSeen seen)
{
    const bool passes = worthRetrying(error) || (seen == StoreSeen::Yes && answeredInBetween(error));
    PartAnswer answer{.meaning = passes ? Meaning::Again : Meaning::Failed, .error = error};
    answer.busy = error.httpStatus == 503 || error.httpStatus == 429;
    if (error.code == Error::Code::LinkExpired || error.code == Error::Code::LinkRefused) {
        answer.meaning = Meaning::AskLink;
    }
    return answer;
}

/// One real store names HTML as the type of its empty answers.
bool isPage(const HttpResponse& response)
{
    return !response.body.isEmpty()
           && response.headers.value("Content-Type").trimmed().toLower().startsWith("text/html");
}

/// A page of a captive portal, or a proxy that answers for a store it never asked.
Error noStore(const HttpResponse& response)
{
    const bool page = isPage(response);
    return {.code = Error::Code::BadAnswer,
            .subject = page ? QStringLiteral("html") : QStringLiteral("status"),
            .detail = page ? QString() : QString::number(response.status),
            .httpStatus = response.status};
}

} // namespace

std::optional<PartAnswer> refusalToStore(const Result<HttpResponse>& answer, std::initializer_list<int> good,
                                         const SignedUrl& link, const QDateTime& now, StoreSeen seen)
{
    if (!answer) {
        return judge(answer.error(), seen);
    }
    if (std::find(good.begin(), good.end(), answer->status) != good.end() && !isPage(*answer)) {
        return std::nullopt;
    }
    if (answer->status < 300) {
        return judge(noStore(*answer), seen);
    }
    return judge(classifyStorage(*answer, link, now), seen);
}

QByteArray etagMd5(const HttpHeaders& headers)
{
    static const QRegularExpression digits(QStringLiteral("^\"?([0-9a-f]{32})\"?$"));
    const QByteArray encryption = headers.value("x-amz-server-side-encryption").trimmed().toLower();
    if (encryption.startsWith("aws:kms") || headers.contains("x-amz-server-side-encryption-customer-algorithm")
        || headers.value("x-amz-storage-class").trimmed() == "EXPRESS_ONEZONE") {
        return {};
    }
    const QString etag = QString::fromLatin1(headers.value("ETag").trimmed().toLower());
    return QByteArray::fromHex(digits.match(etag).captured(1).toLatin1());
}

QString storeWord(const Error& error)
{
    return error.detail.section(u':', 0, 0);
}

} // namespace longshore
