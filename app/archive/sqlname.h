#pragma once

#include "app/archive/sqltoken.h"

#include <QByteArray>

namespace longshore {

/// Reads a name that may have its database before it: `wp`.`posts`, posts, "posts". Of several parts the last one.
class SqlName final
{
public:
    enum class State { Waiting, Name, Dot };

    /// True while the token belongs to the name.
    bool take(const SqlToken& token);
    [[nodiscard]] bool isThere() const { return m_state == State::Name; }
    [[nodiscard]] const QByteArray& name() const { return m_name; }
    void reset()
    {
        m_state = State::Waiting;
        m_name.clear();
    }

private:
    State m_state = State::Waiting;
    QByteArray m_name;
};

} // namespace longshore
