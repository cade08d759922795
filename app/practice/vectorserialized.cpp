// Replacing inside what PHP's serialize() wrote: the length of each string is part of it.
#include "app/practice/vectorsql.h"

#include <optional>

namespace longshore::practice {

namespace {

constexpr int deepest = 100;

/// Rewrites one serialized value; gives up at the first byte that is none.
class Rewriter final
{
public:
    Rewriter(const QByteArray& bytes, const QByteArray& search, const QByteArray& replacement)
        : m_bytes(bytes), m_search(search), m_replacement(replacement)
    { }

    std::optional<QByteArray> run() { return value(0) && m_at == m_bytes.size() ? std::optional(m_out) : std::nullopt; }

private:
    // NOLINTNEXTLINE(misc-no-recursion): as deep as the data, up to a limit
    bool value(int depth)
    {
        if (depth > deepest || m_at >= m_bytes.size()) {
            return false;
        }
        switch (m_bytes.at(m_at)) {
        case 's':
            return string();
        case 'a':
            return take("a:") && number() && take(":{") && members(depth);
        case 'O':
            return take("O:") && number() && take(":\"") && until('"') && take("\":") && number() && take(":{")
                   && members(depth);
        case 'N':
            return take("N;");
        case 'i':
        case 'd':
        case 'b':
        case 'R':
        case 'r':
            return until(';') && take(";");
        default:
            return false;
        }
    }
    // NOLINTNEXTLINE(misc-no-recursion)
    bool members(int depth)
    {
        while (m_at < m_bytes.size() && m_bytes.at(m_at) != '}') {
            if (!value(depth + 1)) {
                return false;
            }
        }
        return take("}");
    }
    bool string()
    {
        const auto colon = m_bytes.indexOf(':', m_at + 2);
        bool ok = false;
        const qsizetype length = colon < 0 ? 0 : m_bytes.mid(m_at + 2, colon - m_at - 2).toLongLong(&ok);
        const qsizetype begin = colon + 2;
        if (!ok || length < 0 || begin + length + 2 > m_bytes.size() || m_bytes.at(colon + 1) != '"'
            || m_bytes.mid(begin + length, 2) != "\";") {
            return false;
        }
        const QByteArray inside = replaceInValue(m_bytes.mid(begin, length), m_search, m_replacement);
        m_out += "s:" + QByteArray::number(inside.size()) + ":\"" + inside + "\";";
        m_at = begin + length + 2;
        return true;
    }
    bool take(QByteArrayView text)
    {
        if (QByteArrayView(m_bytes).sliced(m_at).startsWith(text)) {
            m_out.append(text);
            m_at += text.size();
            return true;
        }
        return false;
    }
    bool until(char end)
    {
        const auto found = m_bytes.indexOf(end, m_at);
        if (found < 0) {
            return false;
        }
        m_out += m_bytes.mid(m_at, found - m_at);
        m_at = found;
        return true;
    }
    bool number()
    {
        const qsizetype begin = m_at;
        while (m_at < m_bytes.size() && m_bytes.at(m_at) >= '0' && m_bytes.at(m_at) <= '9') {
            ++m_at;
        }
        m_out += m_bytes.mid(begin, m_at - begin);
        return m_at > begin;
    }

    const QByteArray& m_bytes;
    const QByteArray& m_search;
    const QByteArray& m_replacement;
    QByteArray m_out;
    qsizetype m_at = 0;
};

} // namespace

QByteArray replaceInValue(const QByteArray& value, const QByteArray& search, const QByteArray& replacement)
{
    if (search.isEmpty() || !value.contains(search)) {
        return value;
    }
    if (auto rewritten = Rewriter(value, search, replacement).run()) {
        return *rewritten;
    }
    return QByteArray(value).replace(search, replacement);
}

} // namespace longshore::practice
