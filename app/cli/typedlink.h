#pragma once

#include "app/core/backgroundtask.h"
#include "app/transfers/linksource.h"

#include <QLockFile>

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

/// The same file and the same object, whatever link leads there, go on where they were. `transfer`: "upload" or
/// "download".
[[nodiscard]] QString typedTransferId(const QString& transfer, const SignedUrl& url, const QString& path);

/// Two processes would move the same bytes twice. Errors: EngineBusy (subject: `path`, of the file that is moved),
/// FileAccess (subject: the folder of the lock).
[[nodiscard]] Result<void> lockTransfer(QLockFile& lock, const QString& path);

} // namespace longshore::cli
