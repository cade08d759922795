#include "app/net/httptransport.h"

#include <algorithm>

namespace longshore {

void HttpHeaders::set(const QByteArray& name, const QByteArray& value)
{
    const auto same = [&name](const auto& field) { return field.first.compare(name, Qt::CaseInsensitive) == 0; };
    const auto found = std::find_if(m_all.begin(), m_all.end(), same);
    if (found != m_all.end()) {
        found->second = value;
        return;
    }
    m_all.append({name, value});
}

bool HttpHeaders::contains(QByteArrayView name) const
{
    return std::any_of(m_all.begin(), m_all.end(),
                       [name](const auto& field) { return name.compare(field.first, Qt::CaseInsensitive) == 0; });
}

QByteArray HttpHeaders::value(QByteArrayView name) const
{
    for (auto field = m_all.crbegin(); field != m_all.crend(); ++field) {
        if (name.compare(field->first, Qt::CaseInsensitive) == 0) {
            return field->second;
        }
    }
    return {};
}

} // namespace longshore
