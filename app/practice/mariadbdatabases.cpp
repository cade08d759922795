#include "app/practice/mariadbdatabases.h"

#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace longshore::practice {

namespace {

constexpr qsizetype longestExcerpt = 200;
const auto account = QLatin1StringView("site");

/// The beginning of the statement that begins on a line, counted from 1.
QString statementAt(const QString& path, qint64 line)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QByteArray piece;
    qint64 at = 1;
    while (at < line && !(piece = file.readLine(1024 * 1024)).isEmpty()) {
        at += piece.endsWith('\n') ? 1 : 0;
    }
    QByteArray text;
    do {
        piece = file.readLine(longestExcerpt * 4);
        text += piece;
    } while (!piece.isEmpty() && text.size() < longestExcerpt * 4 && !piece.trimmed().endsWith(';'));
    return QString::fromUtf8(text).simplified().left(longestExcerpt);
}

/// The client's words, and what it stumbled over.
QString sentence(const QByteArray& errors, const QString& file)
{
    static const QRegularExpression place(u"at line (\\d+)"_s);
    // Before its words the client repeats the whole statement, which may be long.
    QString text = QString::fromUtf8(errors.mid(std::max<qsizetype>(0, errors.lastIndexOf("ERROR ")))).simplified();
    const QRegularExpressionMatch match = place.match(text);
    if (!match.hasMatch()) {
        return text;
    }
    const QString statement = statementAt(file, match.captured(1).toLongLong());
    return statement.isEmpty() ? text : text + u"; statement: "_s + statement;
}

} // namespace

MariaDbDatabases::MariaDbDatabases(MariaDbTools tools, const QString& folder, Seed seed)
    : m_folder(folder), m_seed(std::move(seed)), m_instance(std::move(tools), folder)
{ }

QString MariaDbDatabases::name() const
{
    return u"mariadb"_s;
}

// A database is there when its seed was carried out to the end, which a file says.
Result<void> MariaDbDatabases::ready(const QString& database, const CancelFlag& cancel)
{
    if (const auto started = m_instance.start(cancel); !started) {
        return started;
    }
    const QString mark = m_folder + u'/' + database + u".seeded"_s;
    if (QFile::exists(mark)) {
        return {};
    }
    const QString seed = m_folder + u'/' + database + u".sql"_s;
    const auto done = empty(database, cancel).and_then([&] { return m_seed(database, seed, cancel); }).and_then([&] {
        return carryOut(database, seed, true, cancel);
    });
    QFile::remove(seed);
    QFile file(mark);
    if (done && !file.open(QIODevice::WriteOnly)) {
        return fail(Error::Code::FileAccess, mark, file.errorString());
    }
    return done;
}

Result<void> MariaDbDatabases::empty(const QString& database, const CancelFlag& cancel)
{
    const QByteArray name = '`' + database.toUtf8() + '`';
    const QByteArray who = '\'' + QByteArray(account.data(), account.size()) + "'@'localhost'";
    const QByteArray sql = "DROP DATABASE IF EXISTS " + name + ";\nCREATE DATABASE " + name
                           + " CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;\nCREATE USER IF NOT EXISTS " + who
                           + ";\nGRANT ALL PRIVILEGES ON " + name + ".* TO " + who + ";\n";
    return m_instance.query(sql, cancel).map([](const QByteArray&) {});
}

Result<void> MariaDbDatabases::carryOut(const QString& database, const QString& file, bool disableForeignKeys,
                                        const CancelFlag& cancel)
{
    QStringList arguments = m_instance.clientArguments(account);
    arguments.append(u"--init-command=SET FOREIGN_KEY_CHECKS=%1"_s.arg(disableForeignKeys ? 0 : 1));
    arguments += QStringList{u"--max-allowed-packet=1G"_s, u"--batch"_s, database};
    const auto end = runProgram({.program = m_instance.tools().client, .arguments = arguments, .input = file}, cancel);
    if (!end) {
        return fail(end.error());
    }
    return end->code == 0 ? Result<void>() : fail(Error::Code::FormatInvalid, database, sentence(end->errors, file));
}

Result<void> MariaDbDatabases::dump(const QString& database, const QString& file, const CancelFlag& cancel)
{
    const QMutexLocker lock(&m_mutex);
    if (const auto there = ready(database, cancel); !there) {
        return there;
    }
    const QStringList arguments =
        m_instance.clientArguments(account)
        + QStringList{u"--single-transaction"_s, u"--quick"_s,    u"--no-tablespaces"_s,      u"--routines"_s,
                      u"--triggers"_s,           u"--hex-blob"_s, u"--result-file="_s + file, database};
    const auto end = runProgram({.program = m_instance.tools().dumper, .arguments = arguments}, cancel);
    if (!end) {
        return fail(end.error());
    }
    return end->code == 0 ? Result<void>()
                          : fail(Error::Code::ServerError, database, QString::fromUtf8(end->errors).simplified());
}

Result<void> MariaDbDatabases::load(const QString& database, const QString& file, const VectorLoad& how,
                                    const CancelFlag& cancel)
{
    const QMutexLocker lock(&m_mutex);
    return ready(database, cancel)
        .and_then([&] { return how.dropTables ? empty(database, cancel) : Result<void>(); })
        .and_then([&] { return carryOut(database, file, how.disableForeignKeys, cancel); });
}

} // namespace longshore::practice
