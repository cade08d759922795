#pragma once

#include "app/core/backgroundtask.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <functional>

namespace longshore::practice {

/// Walks over the bytes of a dump and tells quoted text from the rest; pieces may end anywhere.
class SqlScanner final
{
public:
    struct Sink
    {
        std::function<void(QByteArrayView)> rest; ///< commands, names and comments, in pieces
        std::function<void(const QByteArray&)> text; ///< one string with its quotes, as it is written
    };
    explicit SqlScanner(Sink sink) : m_sink(std::move(sink)) { }

    void feed(QByteArrayView piece);
    /// What is wrong with the dump as a whole, in the words of a server; empty: nothing that can be seen without one.
    [[nodiscard]] QString finish();
    /// The same while it is fed.
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] qint64 statements() const { return m_statements; }

private:
    enum class State { Code, Text, Name, LineComment, BlockComment };

    void code(char byte);
    void firstWord(char byte);
    void endOfText(QByteArrayView piece, qsizetype end);

    Sink m_sink;
    State m_state = State::Code;
    char m_quote = 0;
    bool m_escaped = false;
    char m_before = 0; ///< the last byte, and the one before it
    char m_beforeThat = 0;
    qint64 m_line = 1;
    qint64 m_statementLine = 1;
    qint64 m_statements = 0;
    QByteArray m_word; ///< the first of a statement
    bool m_wordEnded = false;
    QByteArray m_text; ///< what came of a string in earlier pieces
    qsizetype m_from = 0; ///< where in the piece the string or the rest begins
    QString m_problem;
};

/// Reads the whole dump. Errors: FormatInvalid (detail: the sentence), FileAccess, Cancelled.
[[nodiscard]] Result<void> checkVectorDump(const QString& file, const CancelFlag& cancel);

/// Copies a dump and replaces a text inside its strings, PHP-serialized ones with their lengths. Errors: FileAccess,
/// DiskFull, Cancelled.
[[nodiscard]] Result<void> replaceInDump(const QString& from, const QString& to, const QByteArray& search,
                                         const QByteArray& replacement, const CancelFlag& cancel);

/// The same for one value, without quotes and escapes.
[[nodiscard]] QByteArray replaceInValue(const QByteArray& value, const QByteArray& search,
                                        const QByteArray& replacement);

} // namespace longshore::practice
