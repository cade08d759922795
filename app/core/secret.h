#pragma once

#include <QByteArray>

class QDebug;

namespace longshore {

/// A password, key or token. It cannot be printed, logged or turned into text; reveal() is for the one place that
/// signs or stores it.
class Secret final
{
public:
    Secret() = default;
    explicit Secret(QByteArray bytes) : m_bytes(std::move(bytes)) { }
    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty(); }
    [[nodiscard]] const QByteArray& reveal() const { return m_bytes; }
    friend bool operator==(const Secret&, const Secret&) = default;
    friend QDebug operator<<(QDebug, const Secret&) = delete;

private:
    QByteArray m_bytes;
};

} // namespace longshore
