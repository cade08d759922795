// What needs more than one byte to be recognised: comments, versions, delimiters.
#include "app/archive/sqltokenizer.h"

#include <QList>
#include <algorithm>
#include <cstring>

namespace longshore {

namespace {

constexpr int longestVersion = 6;
constexpr int versionForNobody = 999999; ///< the line by which MariaDB switches its client's sandbox on
constexpr qsizetype longestDelimiter = 64;

bool isBlank(char byte)
{
    return static_cast<unsigned char>(byte) <= ' ';
}

} // namespace

const char* SqlTokenizer::slashStar(const char* p)
{
    if (*p == '!') {
        m_version = 0;
        m_versionDigits = 0;
        m_state = State::Version;
        return p + 1;
    }
    const bool maybe = *p == 'M' && m_state == State::SlashStar;
    m_state = maybe ? State::SlashStarM : State::BlockComment;
    return maybe ? p + 1 : p;
}

const char* SqlTokenizer::version(const char* p)
{
    if (*p >= '0' && *p <= '9' && m_versionDigits < longestVersion) {
        m_version = m_version * 10 + (*p - '0');
        ++m_versionDigits;
        return p + 1;
    }
    if (m_version >= versionForNobody) {
        m_state = State::BlockComment; // no server runs it
        return p;
    }
    m_hasText = false;
    m_state = State::Code;
    ++m_versionDepth;
    emitToken(
        {.kind = SqlToken::Kind::VersionBegin, .version = m_version, .offset = m_tokenOffset, .line = m_tokenLine});
    return p;
}

/// Behind a byte that may begin something.
const char* SqlTokenizer::lookahead(const char* p)
{
    if (m_state == State::Dash && *p == '-') {
        beginText(State::DashDash, p + 1);
        return p + 1;
    }
    if (m_state == State::DashDash && isBlank(*p)) {
        m_state = State::LineComment;
        return p;
    }
    if (m_state == State::Slash && *p == '*') {
        beginText(State::SlashStar, p + 1);
        return p + 1;
    }
    if (m_state == State::Star && *p == '/') {
        m_state = State::Code;
        --m_versionDepth;
        emitToken({.kind = SqlToken::Kind::VersionEnd, .offset = m_tokenOffset, .line = m_tokenLine});
        return p + 1;
    }
    giveUpLookahead();
    return p;
}

/// The bytes were symbols after all.
void SqlTokenizer::giveUpLookahead()
{
    const State was = m_state;
    const qint64 offset = m_tokenOffset;
    m_hasText = false;
    m_state = State::Code;
    emitSymbol(was == State::Slash ? '/' : was == State::Star ? '*' : '-', offset);
    if (was == State::DashDash) {
        emitSymbol('-', offset + 1);
    }
}

const char* SqlTokenizer::delimiter(const char* p)
{
    if (*p == m_delimiter.at(m_matched)) {
        ++m_matched;
        if (m_matched == m_delimiter.size()) {
            m_state = State::Code;
            endStatement(offsetOf(p) + 1);
        }
        return p + 1;
    }
    const char* const from = m_from;
    const qint64 base = m_base;
    readAgain(m_delimiter.first(m_matched));
    m_from = from;
    m_base = base;
    m_text = m_hasText ? p : nullptr;
    return p;
}

/// They were no delimiter: the first byte is what it is elsewhere, the others are looked at anew.
void SqlTokenizer::readAgain(const QByteArray& bytes)
{
    static const Classes natural = naturalClasses();
    const qint64 offset = m_tokenOffset;
    m_from = bytes.constData();
    m_base = offset;
    beginSpecial(natural[static_cast<unsigned char>(bytes.front())], bytes.constData());
    feed(bytes.constData() + 1, bytes.constData() + bytes.size(), offset + 1);
}

const char* SqlTokenizer::delimiterArgument(const char* p, const char* end)
{
    const void* newline = std::memchr(p, '\n', static_cast<std::size_t>(end - p));
    const char* stop = newline == nullptr ? end : static_cast<const char*>(newline);
    m_kept.append(p, std::min<qsizetype>(stop - p, MaximumText - m_kept.size()));
    if (newline != nullptr) {
        setDelimiter(m_kept);
        m_state = State::Code;
    }
    return stop;
}

void SqlTokenizer::setDelimiter(const QByteArray& line)
{
    const QByteArray word = line.simplified().split(' ').constFirst();
    static const Classes natural = naturalClasses();
    if (word.isEmpty() || word.size() > longestDelimiter
        || natural[static_cast<unsigned char>(word.front())] == Class::Quote) {
        return;
    }
    m_delimiter = word;
    m_classes = natural;
    auto& first = m_classes[static_cast<unsigned char>(word.front())];
    first = first == Class::Letter ? first : Class::Delimiter;
}

SqlTokenizer::Open SqlTokenizer::finish()
{
    while (m_state == State::Delimiter) {
        const qint64 end = m_tokenOffset + m_matched;
        const QByteArray rest = m_delimiter.first(m_matched);
        readAgain(rest);
        m_base = end;
    }
    m_from = nullptr;
    m_text = nullptr;
    switch (m_state) {
    case State::Word:
        endWord(m_base);
        break;
    case State::QuotedEnd:
        endQuoted(m_base - 1);
        break;
    case State::LineComment:
    case State::DashDash:
        endToken(SqlToken::Kind::Comment, m_base);
        break;
    case State::Dash:
    case State::Slash:
    case State::Star:
        giveUpLookahead();
        break;
    case State::Quoted:
    case State::QuotedEscape:
        return m_quote == '`' ? Open::Name : Open::Text;
    case State::SlashStar:
    case State::SlashStarM:
    case State::BlockComment:
    case State::BlockCommentStar:
        return Open::Comment;
    case State::Version:
        return Open::VersionedComment;
    case State::Code:
    case State::Delimiter:
    case State::DelimiterArgument:
        break;
    }
    return m_versionDepth > 0 ? Open::VersionedComment : m_inStatement ? Open::Statement : Open::Nothing;
}

} // namespace longshore
