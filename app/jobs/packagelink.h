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
        auto* place = m_source.call<UploadPlace>(
            m_connectionId,
            [name = m_packageName](Provider& provider, QObject* owner) {
                return provider.openUpload({.fileName = name}, owner);
            },
            nullptr);
        return new LinkOfPlace(place, parent);
    }

private:
    class LinkOfPlace final : public ResultTask<SignedUrl>
    {
    public:
        LinkOfPlace(ResultTask<UploadPlace>* place, QObject* parent) : ResultTask<SignedUrl>(parent), m_place(place)
        {
            place->setParent(this);
        }

    protected:
        void run() override
        {
            connect(m_place, &Task::finished, this, [this] {
                completeWith(m_place->result().map([](const UploadPlace& place) { return place.link; }));
            });
            m_place->start();
        }

    private:
        ResultTask<UploadPlace>* m_place;
    };

    ProviderSource& m_source;
    QString m_connectionId;
    QString m_packageName;
};

} // namespace longshore
