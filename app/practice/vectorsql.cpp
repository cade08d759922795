#include "app/practice/vectorsql.h"

#include "app/archive/sqltokenizer.h"

#include <QFile>
#include <QSet>

using namespace Qt::StringLiterals;

namespace longshore::practice {

namespace {

constexpr qint64 pieceSize = 1024 * 1024;

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

/// Hands over a file in pieces for as long as they are wanted.
Result<void> readPieces(const QString& path, const CancelFlag& cancel, const std::function<bool(QByteArrayView)>& take)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(Error::Code::FileAccess, path, file.errorString());
    }
    QByteArray piece;
    while (!(piece = file.read(pieceSize)).isEmpty()) {
        if (cancel->load()) {
            return fail(Error::Code::Cancelled);
        }
        if (!take(piece)) {
            break;
        }
    }
    return {};
}

/// Looks at the first word of each statement.
class Look final : public SqlTokenHandler
{
public:
    void token(const SqlToken& token) override
    {
        m_line = token.line;
        if (token.kind == SqlToken::Kind::VersionBegin) {
            m_isForClient = token.version >= clientVersion;
        } else if (token.kind == SqlToken::Kind::VersionEnd) {
            m_isForClient = false;
        } else if (token.kind != SqlToken::Kind::Comment && !m_isForClient && !m_begun) {
            m_begun = true;
            if (m_problem.isEmpty() && (token.kind != SqlToken::Kind::Word || !isCommand(token.text.toByteArray()))) {
                const bool isSymbol = token.kind == SqlToken::Kind::Symbol;
                m_problem = syntaxError(token.line, isSymbol ? QByteArray(1, token.byte) : token.text.toByteArray());
            }
        }
    }
    void statementEnded(const SqlStatement&) override
    {
        m_any = m_any || m_begun;
        m_begun = false;
    }

    [[nodiscard]] bool isGood() const { return m_problem.isEmpty(); }
    [[nodiscard]] QString problem(SqlTokenizer::Open open) const
    {
        if (!isGood()) {
            return m_problem;
        }
        if (open != SqlTokenizer::Open::Nothing && open != SqlTokenizer::Open::Statement) {
            return u"ERROR at line %1: the dump ends in the middle of a statement"_s.arg(m_line);
        }
        return m_any || m_begun ? QString() : u"The file holds no SQL statement"_s;
    }

private:
    // "/*!999999\- enable the sandbox mode */": for no server, only for the client program.
    static constexpr int clientVersion = 999999;

    QString m_problem;
    qint64 m_line = 1;
    bool m_begun = false;
    bool m_any = false;
    bool m_isForClient = false;
};

} // namespace

void TextSplitter::feed(QByteArrayView piece)
{
    m_from = 0;
    for (qsizetype i = 0; i < piece.size(); ++i) {
        const char byte = piece[i];
        switch (m_state) {
        case State::Code:
            m_state = afterCode(byte);
            if (m_state == State::Text) {
                m_sink.rest(piece.sliced(m_from, i - m_from));
                m_from = i;
                m_quote = byte;
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

TextSplitter::State TextSplitter::afterCode(char byte)
{
    if (byte == '\'' || byte == '"') {
        return State::Text;
    }
    if (byte == '`') {
        return State::Name;
    }
    const bool isDashes = m_beforeThat == '-' && m_before == '-' && (byte == ' ' || byte == '\t' || byte == '\r');
    if (byte == '#' || isDashes) {
        return State::LineComment;
    }
    return byte == '*' && m_before == '/' ? State::BlockComment : State::Code;
}

void TextSplitter::endOfText(QByteArrayView piece, qsizetype end)
{
    m_text.append(piece.sliced(m_from, end - m_from));
    m_sink.text(m_text);
    m_text.clear();
    m_from = end;
    m_state = State::Code;
}

void TextSplitter::finish()
{
    m_sink.rest(m_text); // the text that never ended
    m_text.clear();
}

Result<void> checkVectorDump(const QString& file, const CancelFlag& cancel)
{
    Look look;
    SqlTokenizer tokenizer(look);
    const auto read = readPieces(file, cancel, [&](QByteArrayView piece) {
        tokenizer.add(piece);
        return look.isGood();
    });
    if (!read) {
        return read;
    }
    const QString problem = look.problem(tokenizer.finish());
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
    TextSplitter splitter({.rest = write, .text = [&](const QByteArray& text) {
                               const QByteArray plain = unescaped(QByteArrayView(text).sliced(1, text.size() - 2));
                               if (!plain.contains(search)) {
                                   write(text);
                                   return;
                               }
                               const QByteArray quote(1, text.front());
                               write(QByteArray(quote + escaped(replaceInValue(plain, search, replacement)) + quote));
                           }});
    const auto read = readPieces(from, cancel, [&](QByteArrayView piece) {
        splitter.feed(piece);
        return ok;
    });
    if (!read) {
        return read;
    }
    splitter.finish();
    return ok && target.flush() ? Result<void>() : fail(Error::Code::DiskFull, to);
}

} // namespace longshore::practice
