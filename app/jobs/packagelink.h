#pragma once

#include "app/jobs/providersource.h"
#include "app/transfers/linksource.h"

namespace longshore {

/// Where the bytes of one package go: asking the service again gives a fresh link.
class PackageLink final : public LinkSource
{
public:
    /// `source` outlives every use of this object.
    PackageLink(ProviderSource& source, QString connectionId, QString packageName)
        : m_source(source), m_connectionId(std::move(connectionId)), m_packageName(std::move(packageName))
    { }

    [[nodiscard]] SignedUrl current() const override { return {}; }
    [[nodiscard]] ResultTask<SignedUrl>* renew(QObject* parent) override
    {
        return m_source.call<SignedUrl>(
            m_connectionId,
            [name = m_packageName](Provider& provider, QObject* owner) {
                return provider.packageLocation(name, owner);
            },
            parent);
    }

private:
    ProviderSource& m_source;
    QString m_connectionId;
    QString m_packageName;
};

} // namespace longshore
