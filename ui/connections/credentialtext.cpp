#include "ui/connections/credentialtext.h"

#include <QRegularExpression>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype ShortestKey = 24;
constexpr qsizetype ShortestSecret = 32;

QString capture(const QString& pattern, const QString& text)
{
    const QRegularExpression expression(pattern, QRegularExpression::CaseInsensitiveOption);
    return expression.match(text).captured(1);
}

bool isLettersAndDigits(const QString& token)
{
    return std::all_of(token.begin(), token.end(), [](QChar c) { return c.unicode() < 128 && c.isLetterOrNumber(); });
}

bool looksLikeSecret(const QString& token)
{
    static const QRegularExpression base64(u"^[A-Za-z0-9+/]+={0,2}$"_s);
    return token.size() >= ShortestSecret && token.size() % 4 == 0 && base64.match(token).hasMatch();
}

QStringList bareValues(const QString& text)
{
    static const QRegularExpression separators(u"[\\s\"',;]+"_s);
    return text.split(separators, Qt::SkipEmptyParts);
}

} // namespace

FoundCredentials findCredentials(const QString& text)
{
    FoundCredentials found;
    found.projectId = capture(u"\\b([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})\\b"_s, text).toLower();
    found.baseUrl = QUrl(capture(u"(https?://[^\\s\"']+/api/v1\\.0/?)"_s, text), QUrl::StrictMode);
    found.clientKey = capture(u"(?:client|api)?[-_ ]?key\\b[\"']?[\\s:=]+[\"']?([A-Za-z0-9]{24,})"_s, text);
    QString secret = capture(u"secret\\b[\"']?[\\s:=]+[\"']?([A-Za-z0-9+/]{32,}={0,2})"_s, text);

    QStringList values = bareValues(text);
    values.removeAll(found.clientKey);
    if (secret.isEmpty()) {
        for (const QString& value : std::as_const(values)) {
            // Equal lengths: the one with signs that a key never has.
            const bool better =
                value.size() > secret.size()
                || (value.size() == secret.size() && isLettersAndDigits(secret) && !isLettersAndDigits(value));
            if (looksLikeSecret(value) && better) {
                secret = value;
            }
        }
    }
    values.removeAll(secret);
    if (found.clientKey.isEmpty()) {
        const auto key = std::find_if(values.cbegin(), values.cend(), [](const QString& value) {
            return value.size() >= ShortestKey && isLettersAndDigits(value);
        });
        found.clientKey = key != values.cend() ? *key : QString();
    }
    // A lone value of letters and digits with the usual length of a key is a key, not a secret.
    if (found.clientKey.isEmpty() && secret.size() <= 48 && isLettersAndDigits(secret)) {
        found.clientKey = std::exchange(secret, QString());
    }
    found.clientSecret = Secret(secret.toLatin1());
    return found;
}

} // namespace longshore
