#pragma once

#include <QByteArrayView>

namespace longshore {

/// One token of a dump, as bytes: nothing is decoded.
struct SqlToken
{
    enum class Kind : quint8 {
        Word, ///< keyword, bare name or number: letters, digits, `_`, `$` and all bytes from 0x80
        Text, ///< 'text' or "text" as it is between its quotes, escapes and all
        Name, ///< `name` as it is between its back-ticks, doubled ones and all
        Symbol, ///< one byte: see `byte`
        Comment, ///< plain comment; without the marks of its beginning and end
        VersionBegin, ///< `/*!40101` or `/*M!100100`: what follows is code
        VersionEnd,
    };
    Kind kind = Kind::Word;
    char byte = 0; ///< the symbol, or the quote of a text
    int version = 0; ///< of VersionBegin; 0: without a number
    QByteArrayView text{}; ///< at most SqlTokenizer::MaximumText bytes; valid until the handler returns
    qint64 offset = 0; ///< of its first byte, from 0
    qint64 line = 1; ///< of its first byte, from 1
};

/// One statement with its delimiter.
struct SqlStatement
{
    qint64 offset = 0;
    qint64 line = 1;
    qint64 length = 0; ///< bytes, with the delimiter
    qint64 tuples = 0; ///< counted by skipTuples()
    int questionRuns = 0; ///< texts with four or more question marks in a row
};

/// What reads the tokens.
class SqlTokenHandler
{
public:
    virtual void token(const SqlToken& token) = 0;
    virtual void statementEnded(const SqlStatement& statement) = 0;

protected:
    ~SqlTokenHandler() = default;
};

} // namespace longshore
