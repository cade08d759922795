#pragma once

#include "app/core/backgroundtask.h"
#include "app/transfers/linksource.h"

namespace longshore::cli {

/// A link that was typed: nobody can renew it.
class TypedLink final : public LinkSource
{
public:
    explicit TypedLink(SignedUrl link) : m_link(std::move(link)) { }
    [[nodiscard]] SignedUrl current() const override { return m_link; }
    [[nodiscard]] ResultTask<SignedUrl>* renew(QObject* parent) override
    {
        return new BackgroundTask<SignedUrl>(
            [](const CancelFlag&) -> Result<SignedUrl> { return fail(Error::Code::LinkExpired); }, parent);
    }

private:
    SignedUrl m_link;
};

} // namespace longshore::cli
