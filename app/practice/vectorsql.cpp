#include "app/practice/vectorsql.h"

#include <QFile>
#include <QSet>

using namespace Qt::StringLiterals;

namespace longshore::practice {

namespace {

constexpr qint64 pieceSize = 1024 * 1024;
constexpr qsizetype longestWord = 20;

bool isBlank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

bool isLetter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

bool isCommand(const QByteArray& word)
{
    static const QSet<QByteArray> known{
        "ALTER",  "ANALYZE", "BEGIN",  "CALL",   "CHANGE",   "COMMIT",  "CREATE", "DELETE", "DELIMITER", "DO",
        "DROP",   "END",     "FLUSH",  "GRANT",  "HANDLER",  "IF",      "INSERT", "LOAD",   "LOCK",      "OPTIMIZE",
        "RENAME", "REPLACE", "RETURN", "REVOKE", "ROLLBACK", "SELECT",  "SET",    "SHOW",   "START",     "TRUNCATE",
        "UNLOCK", "UPDATE",  "USE",    "VALUES", "WITH",     "DECLARE", "FETCH",  "OPEN",   "CLOSE",     "ELSE",
        "LEAVE",  "LOOP",    "WHILE",  "REPEAT", "UNTIL",    "ITERATE", "CASE",   "SIGNAL", "XA",        "SAVEPOINT"};
    return known.contains(word.toUpper());
}

QString syntaxError(qint64 line, const QByteArray& near)
{
    return u"ERROR 1064 (42000) at line %1: You have an error in your SQL syntax near '%2'"_s.arg(
        QString::number(line), QString::fromUtf8(near));
}

QByteArray unescaped(QByteArrayView text)
{
    QByteArray plain;
    plain.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            plain += text[i];
            continue;
        }
        const char next = text[++i];
        plain += next == 'n'   ? '\n'
                 : next == 'r' ? '\r'
                 : next == 't' ? '\t'
                 : next == '0' ? '\0'
                 : next == 'Z' ? '\x1a'
                 : next == 'b' ? '\b'
                               : next;
    }
    return plain;
}

QByteArray escaped(const QByteArray& plain)
{
    QByteArray text;
    text.reserve(plain.size() + 16);
    for (const char byte : plain) {
        switch (byte) {
        case '\n':
            text += "\\n";
            break;
        case '\r':
            text += "\\r";
            break;
        case '\0':
            text += "\\0";
            break;
        case '\x1a':
            text += "\\Z";
            break;
        case '\\':
        case '\'':
        case '"':
            text += '\\';
            [[fallthrough]];
        default:
            text += byte;
        }
    }
    return text;
}

/// Feeds a file to a scanner until it ends or something is wrong.
Result<void> scan(const QString& path, SqlScanner& scanner, const CancelFlag& cancel)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(Error::Code::FileAccess, path, file.errorString());
    }
    QByteArray piece;
    while (scanner.problem().isEmpty() && !(piece = file.read(pieceSize)).isEmpty()) {
        if (cancel->load()) {
            return fail(Error::Code::Cancelled);
        }
        scanner.feed(piece);
    }
    return {};
}

} // namespace

void SqlScanner::feed(QByteArrayView piece)
{
    m_from = 0;
    for (qsizetype i = 0; i < piece.size(); ++i) {
        const char byte = piece[i];
        m_line += byte == '\n' ? 1 : 0;
        switch (m_state) {
        case State::Code:
            if (byte == '\'' || byte == '"') {
                m_sink.rest(piece.sliced(m_from, i - m_from));
                m_from = i;
                m_state = State::Text;
                m_quote = byte;
                firstWord(byte);
            } else {
                code(byte);
            }
            break;
        case State::Text:
            if (m_escaped) {
                m_escaped = false;
            } else if (byte == '\\') {
                m_escaped = true;
            } else if (byte == m_quote) {
                endOfText(piece, i + 1);
            }
            break;
        case State::Name:
            m_state = byte == '`' ? State::Code : State::Name;
            break;
        case State::LineComment:
            m_state = byte == '\n' ? State::Code : State::LineComment;
            break;
        case State::BlockComment:
            m_state = byte == '/' && m_before == '*' ? State::Code : State::BlockComment;
            break;
        }
        m_beforeThat = m_before;
        m_before = byte;
    }
    const QByteArrayView left = piece.sliced(m_from);
    if (m_state == State::Text) {
        m_text.append(left);
    } else {
        m_sink.rest(left);
    }
}

void SqlScanner::endOfText(QByteArrayView piece, qsizetype end)
{
    m_text.append(piece.sliced(m_from, end - m_from));
    m_sink.text(m_text);
    m_text.clear();
    m_from = end;
    m_state = State::Code;
}

void SqlScanner::code(char byte)
{
    if (byte == '`') {
        m_state = State::Name;
    } else if (byte == '#' || (m_beforeThat == '-' && m_before == '-' && isBlank(byte))) {
        m_state = byte == '\n' ? State::Code : State::LineComment;
        m_word.clear(); // the dashes
    } else if (byte == '*' && m_before == '/') {
        m_state = State::BlockComment;
        m_word.clear();
    } else if (byte == ';') {
        firstWord(byte);
        m_statements += m_word.isEmpty() ? 0 : 1;
        m_word.clear();
        m_wordEnded = false;
    } else {
        firstWord(byte);
    }
}

void SqlScanner::firstWord(char byte)
{
    if (m_wordEnded || (m_word.isEmpty() && isBlank(byte))) {
        return;
    }
    if (m_word.isEmpty()) {
        m_statementLine = m_line;
    }
    if (isLetter(byte) || byte == '-' || byte == '/') {
        m_word += byte;
        if (m_word.size() <= longestWord) {
            return;
        }
    }
    m_wordEnded = true;
    if (m_word.isEmpty() && byte == ';') {
        return;
    }
    if (!isCommand(m_word) && m_problem.isEmpty()) {
        m_problem = syntaxError(m_statementLine, m_word.isEmpty() ? QByteArray(1, byte) : m_word);
    }
}

QString SqlScanner::finish()
{
    if (m_problem.isEmpty() && (m_state == State::Text || m_state == State::Name || m_state == State::BlockComment)) {
        m_problem = u"ERROR at line %1: the dump ends in the middle of a statement"_s.arg(m_statementLine);
    }
    if (m_problem.isEmpty() && m_wordEnded && !m_word.isEmpty()) {
        ++m_statements; // the last one may end with the file
    }
    if (m_problem.isEmpty() && m_statements == 0) {
        m_problem = u"The file holds no SQL statement"_s;
    }
    return m_problem;
}

Result<void> checkVectorDump(const QString& file, const CancelFlag& cancel)
{
    SqlScanner scanner({.rest = [](QByteArrayView) {}, .text = [](const QByteArray&) {}});
    if (const auto done = scan(file, scanner, cancel); !done) {
        return done;
    }
    const QString problem = scanner.finish();
    return problem.isEmpty() ? Result<void>() : fail(Error::Code::FormatInvalid, file, problem);
}

Result<void> replaceInDump(const QString& from, const QString& to, const QByteArray& search,
                           const QByteArray& replacement, const CancelFlag& cancel)
{
    QFile target(to);
    if (!target.open(QIODevice::WriteOnly)) {
        return fail(Error::Code::FileAccess, to, target.errorString());
    }
    bool ok = true;
    const auto write = [&](QByteArrayView bytes) {
        ok = ok && target.write(bytes.data(), bytes.size()) == bytes.size();
    };
    SqlScanner scanner({.rest = write, .text = [&](const QByteArray& text) {
                            const QByteArray plain = unescaped(QByteArrayView(text).sliced(1, text.size() - 2));
                            if (!plain.contains(search)) {
                                write(text);
                                return;
                            }
                            const QByteArray quote(1, text.front());
                            write(QByteArray(quote + escaped(replaceInValue(plain, search, replacement)) + quote));
                        }});
    if (const auto done = scan(from, scanner, cancel); !done) {
        return done;
    }
    // What is broken is copied as far as it was read, so that the import stops there by itself.
    return ok && target.flush() ? Result<void>() : fail(Error::Code::DiskFull, to);
}

} // namespace longshore::practice
