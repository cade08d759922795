#pragma once

#include "app/archive/sqltoken.h"

#include <QByteArray>
#include <array>

namespace longshore {

/// Takes a MySQL or MariaDB dump apart as the client program does, in blocks of any size: where they begin and end
/// makes no difference. Memory is flat, whatever the input: of a token at most MaximumText bytes are kept.
///
/// Knows texts with backslashes and doubled quotes, names in back-ticks, the three kinds of comments, versioned
/// comments (whose contents are code), and DELIMITER.
class SqlTokenizer final
{
public:
    static constexpr qsizetype MaximumText = 1024;
    enum class Open { Nothing, Statement, Text, Name, Comment, VersionedComment };

    explicit SqlTokenizer(SqlTokenHandler& handler);

    void add(QByteArrayView block);
    /// After the last block: what was still open when the bytes ended.
    [[nodiscard]] Open finish();
    /// For the handler: no tokens until the end of this statement; the tuples that come now are counted.
    void skipTuples();

private:
    enum class State : quint8 {
        Code,
        Word,
        Quoted,
        QuotedEscape, ///< behind a backslash
        QuotedEnd, ///< behind a quote: the end, or the first of two
        Dash, ///< behind "-"
        DashDash, ///< behind "--": a comment if a blank follows
        Slash, ///< behind "/"
        SlashStar, ///< behind the beginning of a comment
        SlashStarM,
        Version, ///< the digits
        Star, ///< behind "*" in a versioned comment
        LineComment,
        BlockComment,
        BlockCommentStar, ///< behind "*" in it
        Delimiter, ///< behind some bytes of the delimiter
        DelimiterArgument,
    };
    enum class Class : quint8 { Symbol, Space, Newline, Letter, Quote, Hash, Dash, Slash, Star, Delimiter };
    using Classes = std::array<Class, 256>;

    static Classes naturalClasses();
    void feed(const char* from, const char* to, qint64 offset);
    [[nodiscard]] const char* step(const char* p, const char* end);
    [[nodiscard]] const char* code(const char* p, const char* end);
    [[nodiscard]] const char* tuples(const char* p, const char* end);
    [[nodiscard]] const char* word(const char* p, const char* end);
    [[nodiscard]] const char* quoted(const char* p, const char* end);
    [[nodiscard]] const char* quotedEnd(const char* p);
    [[nodiscard]] const char* lineComment(const char* p, const char* end);
    [[nodiscard]] const char* blockComment(const char* p, const char* end);
    [[nodiscard]] const char* slashStar(const char* p);
    [[nodiscard]] const char* version(const char* p);
    [[nodiscard]] const char* lookahead(const char* p);
    [[nodiscard]] const char* delimiter(const char* p);
    void readAgain(const QByteArray& bytes);
    [[nodiscard]] const char* delimiterArgument(const char* p, const char* end);
    void beginSpecial(Class what, const char* p);
    void begin(State state, const char* p);
    void beginText(State state, const char* text);
    void endToken(SqlToken::Kind kind, qint64 textEnd);
    void endWord(qint64 end);
    void endQuoted(qint64 end);
    void giveUpLookahead();
    void emitSymbol(char symbol, qint64 offset);
    void emitToken(const SqlToken& token);
    void endStatement(qint64 end);
    void setDelimiter(const QByteArray& text);
    void noteQuestion(qint64 offset);
    void keep(const char* end);
    [[nodiscard]] QByteArrayView text(qint64 end);
    [[nodiscard]] qint64 offsetOf(const char* p) const { return m_base + (p - m_from); }

    SqlTokenHandler& m_handler;
    Classes m_classes = naturalClasses();
    State m_state = State::Code;
    const char* m_from = nullptr; ///< the block
    qint64 m_base = 0; ///< its offset
    qint64 m_line = 1;
    // the token that is open
    qint64 m_tokenOffset = 0;
    qint64 m_tokenLine = 1;
    bool m_hasText = false;
    qint64 m_textOffset = 0;
    const char* m_text = nullptr; ///< where it goes on in this block; null: where the block begins
    QByteArray m_kept; ///< what came of it before that
    char m_quote = 0;
    int m_version = 0;
    int m_versionDigits = 0;
    int m_versionDepth = 0;
    QByteArray m_delimiter = QByteArrayLiteral(";");
    qsizetype m_matched = 0;
    // question marks in the open text
    qint64 m_questionAt = -1;
    int m_questions = 0;
    bool m_hasQuestionRun = false;
    // the statement that is open
    SqlStatement m_statement;
    bool m_inStatement = false;
    bool m_skipping = false;
    bool m_tupleMayBegin = false;
    int m_depth = 0;
};

} // namespace longshore
