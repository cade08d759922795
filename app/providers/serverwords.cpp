#include "app/providers/serverwords.h"

#include "app/core/redaction.h"

#include <QRegularExpression>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestDetail = 300;
constexpr qsizetype LongestSentence = 2000;

QString withoutKeys(const QString& text)
{
    static const QRegularExpression query(uR"((https?://[^\s"'<>?]*)\?[^\s"'<>]*)"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    QString plain = text.left(64 * 1024);
    plain.replace(query, u"\\1?hidden"_s);
    return redactedText(plain);
}

QString onOneLine(QString plain, qsizetype longest)
{
    for (QChar& c : plain) {
        if (!c.isPrint()) {
            c = u' ';
        }
    }
    plain = plain.simplified();
    return plain.size() > longest ? plain.left(longest) + u'…' : plain;
}

/// Whether nothing of the request can have reached the service.
bool surelyNotSent(Error::Code code)
{
    switch (code) {
    case Error::Code::Cancelled:
    case Error::Code::BadInput:
    case Error::Code::Offline:
    case Error::Code::HostNotFound:
    case Error::Code::ConnectionRefused:
    case Error::Code::TlsUntrusted:
    case Error::Code::TlsWrongHost:
    case Error::Code::ProxyFailed:
    case Error::Code::FileAccess:
        return true;
    default:
        return false;
    }
}

} // namespace

Error withoutAnswer(const Error& error, bool changesSomething, const QString& place)
{
    if (!changesSomething || surelyNotSent(error.code)) {
        return error;
    }
    const QString why = errorCodeName(error.code) + (error.detail.isEmpty() ? QString() : u": "_s + error.detail);
    return {.code = Error::Code::OutcomeUnknown, .subject = place, .detail = why, .httpStatus = error.httpStatus};
}

std::optional<double> clockAhead(const HttpResponse& response, const QDateTime& now)
{
    if (!response.serverDate || !response.serverDate->isValid()) {
        return std::nullopt;
    }
    return double(response.serverDate->msecsTo(now)) / 1000.0;
}

QString harmlessText(const QString& text)
{
    static const QRegularExpression invisible(uR"(<(script|style)\b.*?</\1\s*>|<!--.*?-->)"_s,
                                              QRegularExpression::CaseInsensitiveOption
                                                  | QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression tag(u"<[^>]*>"_s);
    QString plain = withoutKeys(text);
    plain.remove(invisible);
    plain.replace(tag, u" "_s);
    return onOneLine(plain, LongestDetail);
}

QString harmlessSentence(const QString& text)
{
    return onOneLine(withoutKeys(text), LongestSentence);
}

QDateTime parseTime(const QString& text)
{
    static const QRegularExpression form(uR"(\A(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)?\z)"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch()) {
        return {};
    }
    const QString milliseconds = match.captured(2).left(3).leftJustified(3, u'0');
    const QString zone = match.captured(3).isEmpty() ? u"Z"_s : match.captured(3);
    return QDateTime::fromString(match.captured(1) + u'.' + milliseconds + zone, Qt::ISODateWithMs).toUTC();
}

} // namespace longshore
