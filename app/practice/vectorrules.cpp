#include "app/practice/vectorrules.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace longshore::practice {

namespace {

constexpr qsizetype longestText = 255;
constexpr qsizetype longestDescription = 500;
constexpr qint64 largestEarly = 5'368'709'120;
constexpr qint64 largestNow = 50LL * 1024 * 1024 * 1024;

bool boolean(const QJsonObject& object, const QString& name, bool otherwise)
{
    return object.value(name).toBool(otherwise);
}

/// `{from, to}`: both or none.
void takeReplacement(const QJsonValue& value, const QString& field, VectorWish& wish)
{
    if (value.isNull() || value.isUndefined()) {
        return;
    }
    const QString from = value.toObject().value(u"from"_s).toString();
    const QString to = value.toObject().value(u"to"_s).toString();
    for (const auto& [name, text] : {std::pair(u"from"_s, from), std::pair(u"to"_s, to)}) {
        const QString path = field + u'.' + name;
        if (text.isEmpty()) {
            wish.errors[path].append(u"The %1 field is required."_s.arg(path));
        } else if (text.size() > longestText) {
            wish.errors[path].append(u"The %1 field must not be greater than 255 characters."_s.arg(path));
        }
    }
    wish.job.replacements.append({from.toUtf8(), to.toUtf8()});
}

void takeLength(const QJsonValue& value, VectorDialect dialect, VectorWish& wish)
{
    const bool isThere = !value.isUndefined() && !value.isNull();
    const qint64 largest = dialect == VectorDialect::G2 ? largestNow : largestEarly;
    QStringList wrong;
    if (!isThere && dialect == VectorDialect::G2) {
        wrong.append(u"The content length field is required."_s);
    } else if (isThere && (!value.isDouble() || value.toInteger() < 1)) {
        wrong.append(u"The content length field must be at least 1."_s);
    } else if (isThere && value.toInteger() > largest) {
        wrong.append(u"The content length field must not be greater than %1."_s.arg(largest));
    }
    if (!wrong.isEmpty()) {
        wish.errors.insert(u"content_length"_s, wrong);
    }
    wish.job.contentLength = isThere ? value.toInteger() : -1;
}

} // namespace

HttpReply VectorWish::refusal() const
{
    return vectorError(422, errors.isEmpty() ? QString() : errors.first().first(), errors);
}

VectorWish parseImport(const QJsonObject& body, VectorDialect dialect)
{
    static const QRegularExpression md5(u"^[0-9a-fA-F]{32}$"_s);
    VectorWish wish;
    wish.job.kind = VectorKind::Import;
    if (dialect == VectorDialect::D) {
        return wish; // its body is empty
    }
    takeLength(body.value(u"content_length"_s), dialect, wish);
    wish.job.filename = body.value(u"filename"_s).toString();
    if (wish.job.filename.size() > longestText) {
        wish.errors[u"filename"_s].append(u"The filename field must not be greater than 255 characters."_s);
    }
    wish.job.contentMd5 = body.value(u"content_md5"_s).toString().toLatin1();
    if (!wish.job.contentMd5.isEmpty() && !md5.match(QString::fromLatin1(wish.job.contentMd5)).hasMatch()) {
        wish.errors[u"content_md5"_s].append(u"The content md5 field format is invalid."_s);
    }
    wish.job.scope = body.value(u"scope"_s).toString();
    if (!wish.job.scope.isEmpty() && wish.job.scope != u"database") {
        wish.errors[u"scope"_s].append(u"The selected scope is invalid."_s);
    }
    const QJsonObject options = body.value(u"options"_s).toObject();
    wish.job.dropTables = boolean(options, u"drop_tables"_s, dialect == VectorDialect::G2);
    wish.job.disableForeignKeys = boolean(options, u"disable_foreign_keys"_s, true);
    takeReplacement(options.value(u"search_replace"_s), u"options.search_replace"_s, wish);
    return wish;
}

VectorWish parseBackup(const QJsonObject& body)
{
    VectorWish wish;
    wish.job.kind = VectorKind::Backup;
    wish.job.type = body.value(u"type"_s).toString(u"manual"_s);
    wish.job.scope = body.value(u"scope"_s).toString(u"full"_s);
    wish.job.description = body.value(u"description"_s).toString();
    if (wish.job.type != u"manual" && wish.job.type != u"scheduled") {
        wish.errors[u"type"_s].append(u"The selected type is invalid."_s);
    }
    if (!QStringList{u"full"_s, u"database"_s, u"files"_s}.contains(wish.job.scope)) {
        wish.errors[u"scope"_s].append(u"The selected scope is invalid."_s);
    }
    if (wish.job.description.size() > longestDescription) {
        wish.errors[u"description"_s].append(u"The description field must not be greater than 500 characters."_s);
    }
    return wish;
}

// Its defaults are the opposite of an import's, and it takes a list of replacements.
VectorWish parseRestore(const QJsonObject& body)
{
    VectorWish wish;
    wish.job.kind = VectorKind::Restore;
    wish.job.scope = body.value(u"scope"_s).toString(u"full"_s);
    wish.job.dropTables = boolean(body, u"drop_tables"_s, false);
    wish.job.disableForeignKeys = boolean(body, u"disable_foreign_keys"_s, false);
    if (!QStringList{u"full"_s, u"database"_s, u"files"_s}.contains(wish.job.scope)) {
        wish.errors[u"scope"_s].append(u"The selected scope is invalid."_s);
    }
    const QJsonArray pairs = body.value(u"search_replace"_s).toArray();
    for (qsizetype i = 0; i < pairs.size(); ++i) {
        takeReplacement(pairs.at(i), u"search_replace."_s + QString::number(i), wish);
    }
    return wish;
}

std::optional<QByteArray> formFile(const QByteArray& contentType, const QByteArray& body)
{
    QByteArray boundary;
    if (const auto at = contentType.indexOf("boundary="); at >= 0) {
        boundary = "--" + contentType.mid(at + 9).split(';').first().trimmed();
        boundary.replace('"', "");
    } else {
        boundary = body.left(body.indexOf("\r\n"));
    }
    if (boundary.size() < 3) {
        return std::nullopt;
    }
    qsizetype at = 0;
    while ((at = body.indexOf(boundary, at)) >= 0) {
        const auto head = at + boundary.size() + 2;
        const auto blank = body.indexOf("\r\n\r\n", head);
        const auto end = body.indexOf(QByteArray("\r\n" + boundary), blank);
        if (blank < 0 || end < 0) {
            return std::nullopt;
        }
        if (body.mid(head, blank - head).contains("name=\"file\"")) {
            return body.mid(blank + 4, end - blank - 4);
        }
        at = end;
    }
    return std::nullopt;
}

} // namespace longshore::practice
