#include "app/core/redaction.h"

#include <QRegularExpression>
#include <array>

namespace longshore {

namespace {

struct Rule
{
    QRegularExpression pattern;
    QString replacement;
};

Rule rule(const QString& pattern, const QString& replacement)
{
    return {QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption), replacement};
}

const std::array<Rule, 4>& rules()
{
    static const std::array<Rule, 4> all{
        rule(QStringLiteral(
                 "(\\b|%3f|%26)(sig|signature|x-amz-signature|x-amz-credential|x-amz-security-token|awsaccesskeyid)"
                 "(=|%3d)[^&\\s\"'<>]+"),
             QStringLiteral("\\1\\2\\3hidden")),
        rule(QStringLiteral("\\b((?:proxy-)?authorization\"?\\s*[:=,]\\s*\"?)[^\\r\\n]+"), QStringLiteral("\\1hidden")),
        // "Basic" is also an ordinary word: what follows must look like base64.
        rule(QStringLiteral("\\b(epi-hmac|bearer|basic(?=\\s+\\S*[0-9=+/]))\\s+(?!hidden)[^\\s\"',]{6,}"),
             QStringLiteral("\\1 hidden")),
        rule(QStringLiteral("(\"(?:client_?secret|secret|password|api_?key|access_?token|token)\"\\s*:\\s*)"
                            "\"(?:[^\"\\\\]|\\\\.)*\""),
             QStringLiteral("\\1\"hidden\"")),
    };
    return all;
}

} // namespace

QString redactedText(const QString& text)
{
    QString result = text;
    for (const Rule& rule : rules()) {
        result.replace(rule.pattern, rule.replacement);
    }
    return result;
}

} // namespace longshore
