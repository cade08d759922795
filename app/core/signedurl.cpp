#include "app/core/signedurl.h"

#include <QList>
#include <QRegularExpression>
#include <QTimeZone>
#include <QUrl>
#include <algorithm>

namespace longshore {

namespace {

QByteArray queryOf(const QByteArray& url)
{
    const qsizetype mark = url.indexOf('?');
    if (mark < 0) {
        return {};
    }
    const qsizetype fragment = url.indexOf('#', mark);
    return url.mid(mark + 1, fragment < 0 ? -1 : fragment - mark - 1);
}

/// Query values that are no key to anything and help a person to understand a link.
bool isHarmless(QByteArrayView name)
{
    static const QList<QByteArray> names{"se",
                                         "st",
                                         "sp",
                                         "sv",
                                         "sr",
                                         "spr",
                                         "comp",
                                         "restype",
                                         "blocklisttype",
                                         "x-amz-date",
                                         "x-amz-expires",
                                         "x-amz-algorithm",
                                         "expires",
                                         "writable"};
    return std::any_of(names.begin(), names.end(),
                       [name](const QByteArray& known) { return name.compare(known, Qt::CaseInsensitive) == 0; });
}

QDateTime parseAzureTime(const QByteArray& text)
{
    QDateTime time = QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate);
    if (time.timeSpec() == Qt::LocalTime) {
        time.setTimeZone(QTimeZone::utc()); // "2026-01-12" has no zone and means UTC
    }
    return time.toUTC();
}

} // namespace

bool isLoopbackHost(const QString& host)
{
    static const QRegularExpression number(QStringLiteral("^127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}$"));
    return host == QLatin1String("localhost") || host == QLatin1String("::1") || number.match(host).hasMatch();
}

Result<SignedUrl> SignedUrl::parse(const QByteArray& bytes)
{
    const auto refuse = [](const QString& why) { return fail(Error::Code::BadInput, QStringLiteral("url"), why); };
    const bool dirty = std::any_of(bytes.begin(), bytes.end(),
                                   [](char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7f; });
    if (bytes.isEmpty() || dirty) {
        return refuse(QStringLiteral("blank or control byte"));
    }
    const QUrl url = QUrl::fromEncoded(bytes, QUrl::TolerantMode);
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty()) {
        return refuse(QStringLiteral("not an absolute address"));
    }
    const bool secure = url.scheme() == QLatin1String("https");
    if (!secure && !(url.scheme() == QLatin1String("http") && isLoopbackHost(url.host()))) {
        return refuse(QStringLiteral("only https, or http to this machine"));
    }
    return SignedUrl(bytes);
}

QString SignedUrl::redacted() const
{
    const qsizetype hash = m_bytes.indexOf('#');
    const QByteArray sent = hash < 0 ? m_bytes : m_bytes.left(hash);
    const QString tail = hash < 0 ? QString() : QStringLiteral("#hidden");
    const qsizetype mark = sent.indexOf('?');
    if (mark < 0) {
        return QString::fromUtf8(sent) + tail;
    }
    QStringList shown;
    const QList<QByteArray> items = sent.mid(mark + 1).split('&');
    for (const QByteArray& item : items) {
        const qsizetype equals = item.indexOf('=');
        const QByteArray name = equals < 0 ? item : item.left(equals);
        // A second '?' may begin another query inside the value.
        if (isHarmless(name) && !item.contains('?')) {
            shown.append(QString::fromLatin1(item));
        } else {
            shown.append(equals < 0 ? QStringLiteral("hidden")
                                    : QString(QString::fromLatin1(name) + QLatin1String("=hidden")));
        }
    }
    return QString::fromUtf8(sent.left(mark)) + QLatin1Char('?') + shown.join(QLatin1Char('&')) + tail;
}

QByteArray SignedUrl::queryValue(QByteArrayView name) const
{
    const QList<QByteArray> items = queryOf(m_bytes).split('&');
    for (const QByteArray& item : items) {
        const qsizetype equals = item.indexOf('=');
        if (equals >= 0 && name.compare(QByteArrayView(item).first(equals), Qt::CaseInsensitive) == 0) {
            return QByteArray::fromPercentEncoding(item.mid(equals + 1));
        }
    }
    return {};
}

std::optional<QDateTime> SignedUrl::expiresAt() const
{
    if (const QByteArray end = queryValue("se"); !end.isEmpty()) {
        const QDateTime time = parseAzureTime(end);
        return time.isValid() ? std::optional(time) : std::nullopt;
    }
    if (!queryValue("Signature").isEmpty()) { // S3 before version 4 of its signatures
        const qint64 end = queryValue("Expires").toLongLong();
        return end > 0 ? std::optional(QDateTime::fromSecsSinceEpoch(end).toUTC()) : std::nullopt;
    }
    const auto start = signedAt();
    bool number = false;
    const qint64 seconds = queryValue("X-Amz-Expires").toLongLong(&number);
    if (!start || !number || seconds < 0) {
        return std::nullopt;
    }
    return start->addSecs(seconds);
}

std::optional<QDateTime> SignedUrl::signedAt() const
{
    QDateTime start =
        QDateTime::fromString(QString::fromLatin1(queryValue("X-Amz-Date")), QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
    start.setTimeZone(QTimeZone::utc());
    return start.isValid() ? std::optional(start.toUTC()) : std::nullopt;
}

QString SignedUrl::permissions() const
{
    return QString::fromLatin1(queryValue("sp"));
}

QString SignedUrl::host() const
{
    return QUrl::fromEncoded(m_bytes).host();
}

bool SignedUrl::isEncrypted() const
{
    return m_bytes.left(6).toLower() == "https:";
}

bool SignedUrl::isLoopback() const
{
    return isLoopbackHost(host());
}

QString SignedUrl::fileName() const
{
    return QUrl::fromEncoded(m_bytes).fileName(QUrl::FullyDecoded);
}

} // namespace longshore
