#include "app/practice/context.h"

namespace longshore::practice {

QByteArray PracticeContext::link(const SasGrant& grant) const
{
    QByteArray link = linkBase + '/' + grant.container;
    if (!grant.blob.isEmpty()) {
        link += '/' + grant.blob.toPercentEncoding("/");
    }
    return link + '?' + signer.query(grant);
}

} // namespace longshore::practice
