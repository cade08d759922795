#pragma once

#include "app/core/backgroundtask.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <functional>

namespace longshore::practice {

/// Walks over the bytes of a dump and tells texts in quotes from the rest; pieces may end anywhere.
class TextSplitter final
{
public:
    struct Sink
    {
        std::function<void(QByteArrayView)> rest; ///< commands, names and comments, in pieces
        std::function<void(const QByteArray&)> text; ///< one text with its quotes, as it is written
    };
    explicit TextSplitter(Sink sink) : m_sink(std::move(sink)) { }

    void feed(QByteArrayView piece);
    void finish(); ///< hands over what was still open

private:
    enum class State { Code, Text, Name, LineComment, BlockComment };

    [[nodiscard]] State afterCode(char byte);
    void endOfText(QByteArrayView piece, qsizetype end);

    Sink m_sink;
    State m_state = State::Code;
    char m_quote = 0;
    bool m_escaped = false;
    char m_before = 0; ///< the last byte, and the one before it
    char m_beforeThat = 0;
    QByteArray m_text; ///< what came of a text in earlier pieces
    qsizetype m_from = 0; ///< where in the piece the text or the rest begins
};

/// Reads the whole dump as its statements: each must begin with a command, none may be left open, and there must be
/// one. Errors: FormatInvalid (detail: a sentence in the form of a server's), FileAccess, Cancelled.
[[nodiscard]] Result<void> checkVectorDump(const QString& file, const CancelFlag& cancel);

/// Copies a dump and replaces a text inside its strings, PHP-serialized ones with their lengths. Errors: FileAccess,
/// DiskFull, Cancelled.
[[nodiscard]] Result<void> replaceInDump(const QString& from, const QString& to, const QByteArray& search,
                                         const QByteArray& replacement, const CancelFlag& cancel);

/// The same for one value, without quotes and escapes.
[[nodiscard]] QByteArray replaceInValue(const QByteArray& value, const QByteArray& search,
                                        const QByteArray& replacement);

} // namespace longshore::practice
