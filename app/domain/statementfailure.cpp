#include "app/domain/statementfailure.h"

#include <QRegularExpression>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

QString tableIn(const QString& words)
{
    // What a statement names comes before what a message quotes: a key or a column may have quotes too.
    static const QRegularExpression statement(
        u"\\b(?:INSERT(?:\\s+IGNORE)?\\s+INTO|REPLACE\\s+INTO|CREATE\\s+TABLE(?:\\s+IF\\s+NOT\\s+EXISTS)?|"
        "DROP\\s+TABLE(?:\\s+IF\\s+EXISTS)?|ALTER\\s+TABLE|LOCK\\s+TABLES|UPDATE|DELETE\\s+FROM)\\s+"
        "[`\"]?([^`\"\\s(;,]+)"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression message(u"\\b[Tt]able\\s+['`]([^'`]+)['`]"_s);
    for (const QRegularExpression* form : {&statement, &message}) {
        if (const QRegularExpressionMatch match = form->match(words); match.hasMatch()) {
            return match.captured(1).section(u'.', -1); // "shop.wp_posts"
        }
    }
    return {};
}

} // namespace

StatementFailure statementFailure(const QString& words)
{
    static const QRegularExpression line(u"\\bat line (\\d+)"_s);
    // The message of a syntax error has a second line number, which counts from the statement's beginning.
    const QRegularExpressionMatch match = line.match(words);
    return {match.hasMatch() ? match.captured(1).toLongLong() : 0, tableIn(words)};
}

StatementFailure statementFailure(const JobRecord& record)
{
    return statementFailure(
        QString(record.serverErrors.join(u'\n') + u'\n' + (record.error ? record.error->detail : QString())));
}

} // namespace longshore
