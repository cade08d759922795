#include "app/archive/sqltokenizer.h"

#include <algorithm>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace longshore {

namespace {

constexpr int longRun = 4;
constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");

/// The next byte that means something inside quotes, or the end.
const char* nextInText(const char* p, const char* end, char quote)
{
#if defined(__SSE2__)
    const __m128i quotes = _mm_set1_epi8(quote);
    const __m128i backslashes = _mm_set1_epi8('\\');
    const __m128i newlines = _mm_set1_epi8('\n');
    const __m128i questions = _mm_set1_epi8('?');
    for (; end - p >= 16; p += 16) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
        const __m128i hits =
            _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(bytes, quotes), _mm_cmpeq_epi8(bytes, backslashes)),
                         _mm_or_si128(_mm_cmpeq_epi8(bytes, newlines), _mm_cmpeq_epi8(bytes, questions)));
        if (const int mask = _mm_movemask_epi8(hits); mask != 0) {
            return p + __builtin_ctz(static_cast<unsigned>(mask));
        }
    }
#endif
    while (p < end && *p != quote && *p != '\\' && *p != '\n' && *p != '?') {
        ++p;
    }
    return p;
}

} // namespace

SqlTokenizer::SqlTokenizer(SqlTokenHandler& handler) : m_handler(handler)
{
    setDelimiter(m_delimiter);
}

SqlTokenizer::Classes SqlTokenizer::naturalClasses()
{
    Classes classes{};
    for (std::size_t byte = 0; byte < classes.size(); ++byte) {
        const bool letter = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z')
                            || byte == '_' || byte >= 0x80;
        classes.at(byte) = byte <= ' ' ? Class::Space : letter ? Class::Letter : Class::Symbol;
    }
    classes['\n'] = Class::Newline;
    classes['\''] = classes['"'] = classes['`'] = Class::Quote;
    classes['#'] = Class::Hash;
    classes['-'] = Class::Dash;
    classes['/'] = Class::Slash;
    classes['*'] = Class::Star;
    return classes;
}

void SqlTokenizer::add(QByteArrayView block)
{
    const qint64 offset = m_base;
    feed(block.data(), block.data() + block.size(), offset);
    m_base = offset + block.size();
    m_from = nullptr;
}

void SqlTokenizer::feed(const char* from, const char* to, qint64 offset)
{
    m_from = from;
    m_base = offset;
    m_text = nullptr;
    for (const char* p = from; p < to;) {
        p = step(p, to);
    }
    keep(to);
}

/// Copies the beginning of the open token out of a block that goes away.
void SqlTokenizer::keep(const char* end)
{
    if (m_hasText) {
        const char* from = m_text == nullptr ? m_from : m_text;
        m_kept.append(from, std::min<qsizetype>(end - from, MaximumText - m_kept.size()));
    }
    m_text = nullptr;
}

/// The open token's text before the offset `end`.
QByteArrayView SqlTokenizer::text(qint64 end)
{
    const qint64 length = std::min<qint64>(end - m_textOffset, MaximumText);
    const char* from = m_text == nullptr ? m_from : m_text;
    if (m_kept.isEmpty()) {
        return {from, length};
    }
    if (m_kept.size() < length) {
        m_kept.append(from, length - m_kept.size());
    }
    return QByteArrayView(m_kept).first(length);
}

const char* SqlTokenizer::step(const char* p, const char* end)
{
    switch (m_state) {
    case State::Code:
        return m_skipping ? tuples(p, end) : code(p, end);
    case State::Word:
        return word(p, end);
    case State::Quoted:
        return quoted(p, end);
    case State::QuotedEscape:
        m_line += *p == '\n' ? 1 : 0;
        m_state = State::Quoted;
        return p + 1;
    case State::QuotedEnd:
        return quotedEnd(p);
    case State::LineComment:
        return lineComment(p, end);
    case State::BlockComment:
    case State::BlockCommentStar:
        return blockComment(p, end);
    case State::SlashStar:
    case State::SlashStarM:
        return slashStar(p);
    case State::Version:
        return version(p);
    case State::Delimiter:
        return delimiter(p);
    case State::DelimiterArgument:
        return delimiterArgument(p, end);
    case State::Dash:
    case State::DashDash:
    case State::Slash:
    case State::Star:
        break;
    }
    return lookahead(p);
}

const char* SqlTokenizer::code(const char* p, const char* end)
{
    for (; p < end && !m_skipping; ++p) {
        const Class what = m_classes[static_cast<unsigned char>(*p)];
        if (what == Class::Space) {
            continue;
        }
        if (what == Class::Newline) {
            ++m_line;
        } else if (what == Class::Symbol) {
            emitSymbol(*p, offsetOf(p));
        } else if (what == Class::Letter) {
            begin(State::Word, p);
            beginText(State::Word, p);
            return p;
        } else {
            beginSpecial(what, p);
            return p + 1;
        }
    }
    return p;
}

/// Between the tuples and inside them; only what changes the depth matters.
const char* SqlTokenizer::tuples(const char* p, const char* end)
{
    for (; p < end; ++p) {
        const char byte = *p;
        const Class what = m_classes[static_cast<unsigned char>(byte)];
        if (what == Class::Letter) {
            m_tupleMayBegin = false;
        } else if (what == Class::Newline) {
            ++m_line;
        } else if (what == Class::Symbol) {
            if (byte == '(') {
                m_statement.tuples += m_depth == 0 && m_tupleMayBegin ? 1 : 0;
                ++m_depth;
            } else if (byte == ')') {
                m_depth = std::max(m_depth - 1, 0);
            }
            m_tupleMayBegin = byte == ',';
        } else if (what != Class::Space) {
            beginSpecial(what, p);
            return p + 1;
        }
    }
    return p;
}

/// What begins with a byte that may be more than a symbol.
void SqlTokenizer::beginSpecial(Class what, const char* p)
{
    begin(State::Code, p);
    if (what == Class::Quote) {
        m_quote = *p;
        m_questionAt = -2;
        m_hasQuestionRun = false;
        beginText(State::Quoted, p + 1);
    } else if (what == Class::Hash) {
        beginText(State::LineComment, p + 1);
    } else if (what == Class::Dash) {
        m_state = State::Dash;
    } else if (what == Class::Slash) {
        m_state = State::Slash;
    } else if (what == Class::Star && m_versionDepth > 0) {
        m_state = State::Star;
    } else if (what == Class::Delimiter && m_delimiter.size() == 1) {
        endStatement(offsetOf(p) + 1);
    } else if (what == Class::Delimiter) {
        m_matched = 1;
        m_state = State::Delimiter;
    } else {
        emitSymbol(*p, offsetOf(p));
    }
}

void SqlTokenizer::begin(State state, const char* p)
{
    m_state = state;
    m_tokenOffset = offsetOf(p);
    m_tokenLine = m_line;
}

/// The token's text, without the marks before it, begins here.
void SqlTokenizer::beginText(State state, const char* text)
{
    m_state = state;
    if (m_skipping) {
        return; // nobody reads it
    }
    m_hasText = true;
    m_kept.resize(0); // keeps its memory
    m_text = text;
    m_textOffset = offsetOf(text);
}

const char* SqlTokenizer::word(const char* p, const char* end)
{
    while (p < end && m_classes[static_cast<unsigned char>(*p)] == Class::Letter) {
        ++p;
    }
    if (p < end) {
        endWord(offsetOf(p));
    }
    return p;
}

void SqlTokenizer::endWord(qint64 end)
{
    QByteArrayView word = text(end);
    if (m_tokenOffset == 0 && word.startsWith(byteOrderMark)) {
        word = word.sliced(3);
    }
    const bool command = !m_inStatement && word.compare("delimiter", Qt::CaseInsensitive) == 0;
    if (command) {
        m_hasText = false;
        m_kept.resize(0); // for the argument
        m_state = State::DelimiterArgument;
        return;
    }
    m_hasText = false;
    m_state = State::Code;
    if (word == m_delimiter) {
        endStatement(end);
    } else if (!word.isEmpty()) {
        emitToken({.kind = SqlToken::Kind::Word, .text = word, .offset = m_tokenOffset, .line = m_tokenLine});
    }
}

const char* SqlTokenizer::quoted(const char* p, const char* end)
{
    for (p = nextInText(p, end, m_quote); p < end; p = nextInText(p + 1, end, m_quote)) {
        if (*p == '\n') {
            ++m_line;
        } else if (*p == '?') {
            noteQuestion(offsetOf(p));
        } else if (*p == m_quote) {
            m_state = State::QuotedEnd;
            return p + 1;
        } else if (m_quote != '`') {
            m_state = State::QuotedEscape;
            return p + 1;
        }
    }
    return p;
}

const char* SqlTokenizer::quotedEnd(const char* p)
{
    if (*p == m_quote) { // doubled: one quote of the text
        m_state = State::Quoted;
        return p + 1;
    }
    endQuoted(offsetOf(p) - 1);
    return p;
}

void SqlTokenizer::endQuoted(qint64 end)
{
    endToken(m_quote == '`' ? SqlToken::Kind::Name : SqlToken::Kind::Text, end);
}

/// A text in which emoji or letters were lost on the way has rows of question marks instead.
void SqlTokenizer::noteQuestion(qint64 offset)
{
    m_questions = m_questionAt == offset - 1 ? m_questions + 1 : 1;
    m_questionAt = offset;
    if (m_questions >= longRun && !m_hasQuestionRun) {
        m_hasQuestionRun = true;
        ++m_statement.questionRuns;
    }
}

const char* SqlTokenizer::lineComment(const char* p, const char* end)
{
    const void* newline = std::memchr(p, '\n', static_cast<std::size_t>(end - p));
    if (newline == nullptr) {
        return end;
    }
    p = static_cast<const char*>(newline);
    endToken(SqlToken::Kind::Comment, offsetOf(p));
    return p;
}

const char* SqlTokenizer::blockComment(const char* p, const char* end)
{
    for (; p < end; ++p) {
        if (*p == '/' && m_state == State::BlockCommentStar) {
            endToken(SqlToken::Kind::Comment, offsetOf(p) - 1);
            return p + 1;
        }
        m_line += *p == '\n' ? 1 : 0;
        m_state = *p == '*' ? State::BlockCommentStar : State::BlockComment;
    }
    return p;
}

void SqlTokenizer::endToken(SqlToken::Kind kind, qint64 textEnd)
{
    m_state = State::Code;
    if (!m_hasText) {
        m_tupleMayBegin = m_tupleMayBegin && kind == SqlToken::Kind::Comment;
        return; // in a statement that is skipped
    }
    m_hasText = false;
    emitToken({.kind = kind,
               .byte = kind == SqlToken::Kind::Text ? m_quote : '\0',
               .text = text(textEnd),
               .offset = m_tokenOffset,
               .line = m_tokenLine});
}

void SqlTokenizer::emitSymbol(char symbol, qint64 offset)
{
    if (m_skipping) {
        m_tupleMayBegin = false;
        return;
    }
    emitToken({.kind = SqlToken::Kind::Symbol, .byte = symbol, .offset = offset, .line = m_line});
}

void SqlTokenizer::emitToken(const SqlToken& token)
{
    if (!m_inStatement && token.kind != SqlToken::Kind::Comment) {
        const int runs = m_statement.questionRuns; // of the text that opens it
        m_statement = {.offset = token.offset, .line = token.line, .questionRuns = runs};
        m_inStatement = true;
    }
    if (!m_skipping) {
        m_handler.token(token);
    }
}

void SqlTokenizer::endStatement(qint64 end)
{
    const bool opened = m_inStatement;
    m_statement.length = end - m_statement.offset;
    m_inStatement = false;
    m_skipping = false;
    if (opened) {
        m_handler.statementEnded(m_statement);
    }
    m_statement = {};
}

void SqlTokenizer::skipTuples()
{
    const Class first = m_classes[static_cast<unsigned char>(m_delimiter.front())];
    m_skipping = m_inStatement && first == Class::Delimiter; // a word as delimiter is found among the words only
    m_tupleMayBegin = true;
    m_depth = 0;
}

} // namespace longshore
