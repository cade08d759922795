#pragma once

#include "app/transfers/linksource.h"
#include "app/transfers/partlinks.h"

#include <memory>

namespace longshore {

/// Many links kept fresh as if they were one: the one that ends first stands for all of them, and whoever asks for
/// another gets all of them replaced. What came first names the session; links of another one are refused.
class PartLinkBook final : public LinkSource
{
public:
    explicit PartLinkBook(std::shared_ptr<PartLinkSource> source);
    ~PartLinkBook() override;

    [[nodiscard]] SignedUrl current() const override;
    /// Errors: as the source's; SessionLost when the links are of another session; BadAnswer.
    [[nodiscard]] ResultTask<SignedUrl>* renew(QObject* parent) override;

    [[nodiscard]] int count() const; ///< parts of the file
    /// Names the session and its division into parts, for the journal; nothing in it is secret. Empty before there are
    /// links.
    [[nodiscard]] QByteArray mark() const;
    /// From 1; empty when there is none. Any thread.
    [[nodiscard]] SignedUrl linkTo(int number) const;

private:
    struct Pages;
    class Renewal;
    std::shared_ptr<PartLinkSource> m_source;
    std::shared_ptr<Pages> m_pages;
};

} // namespace longshore
