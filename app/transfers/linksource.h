#pragma once

#include "app/core/signedurl.h"
#include "app/core/task.h"

namespace longshore {

/// Gives a link for one object, and a fresh one when it is running out.
class LinkSource
{
public:
    LinkSource() = default;
    LinkSource(const LinkSource&) = delete;
    LinkSource& operator=(const LinkSource&) = delete;
    virtual ~LinkSource() = default;
    /// The link known now; empty when there is none yet.
    [[nodiscard]] virtual SignedUrl current() const = 0;
    /// Asks the provider. Errors: RetentionEnded when the file is gone there, LinkExpired when this source cannot renew
    /// (a bare URL).
    [[nodiscard]] virtual ResultTask<SignedUrl>* renew(QObject* parent) = 0;
};

} // namespace longshore
