#include "app/archive/sqlname.h"

namespace longshore {

bool SqlName::take(const SqlToken& token)
{
    if (token.kind == SqlToken::Kind::Symbol) {
        const bool dot = token.byte == '.' && m_state == State::Name;
        m_state = dot ? State::Dot : m_state;
        return dot;
    }
    if (m_state == State::Name || token.text.isEmpty()) {
        return false;
    }
    m_name = token.text.toByteArray();
    if (token.kind == SqlToken::Kind::Name) {
        m_name.replace("``", "`");
    }
    m_state = State::Name;
    return true;
}

} // namespace longshore
