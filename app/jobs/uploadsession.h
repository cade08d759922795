#pragma once

#include "app/jobs/providersource.h"
#include "app/transfers/linksource.h"
#include "app/transfers/partlinks.h"

namespace longshore {

/// One upload session of a service and its links: asking for its status signs them anew.
struct UploadSession
{
    ProviderSource& source; ///< outlives every use
    QString connectionId;
    UploadOffer offer;
    UploadPlace place; ///< as it was last told

    [[nodiscard]] ResultTask<UploadPlace>* ask(QObject* parent) const;
};

/// The link of a file that goes there whole.
class SessionLink final : public LinkSource
{
public:
    explicit SessionLink(UploadSession session) : m_session(std::move(session)) { }

    [[nodiscard]] SignedUrl current() const override { return m_session.place.link; }
    [[nodiscard]] ResultTask<SignedUrl>* renew(QObject* parent) override;

private:
    UploadSession m_session;
};

/// The links of a file that goes there in parts.
class SessionParts final : public PartLinkSource
{
public:
    explicit SessionParts(UploadSession session) : m_session(std::move(session)) { }

    [[nodiscard]] PartLinks current() const override;
    [[nodiscard]] ResultTask<PartLinks>* renew(QObject* parent) override;

private:
    UploadSession m_session;
};

} // namespace longshore
