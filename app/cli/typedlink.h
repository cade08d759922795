#pragma once

#include "app/core/task.h"
#include "app/transfers/linksource.h"

#include <QLockFile>
#include <QPointer>
#include <functional>

namespace longshore {
class Clock;
}

namespace longshore::cli {

class Output;

/// A link that was typed. No service can renew it: when it has ended, whoever sits at the terminal is asked for another
/// one to the same place, for as long as that takes; without a terminal the transfer ends.
class TypedLink final : public LinkSource
{
public:
    /// What was typed as a link to the object itself.
    using Reader = std::function<Result<SignedUrl>(const QByteArray& typed)>;

    TypedLink(SignedUrl link, const Clock& clock, Output& output, Reader reader);
    [[nodiscard]] SignedUrl current() const override { return *m_link; }
    /// Ahead of its end nobody is asked.
    [[nodiscard]] ResultTask<SignedUrl>* renew(QObject* parent) override;
    [[nodiscard]] bool isAsking() const { return m_asking != nullptr; }

private:
    std::shared_ptr<SignedUrl> m_link; ///< shared with who asks for another one
    const Clock& m_clock;
    Output& m_output;
    Reader m_reader;
    QPointer<Task> m_asking;
};

/// The same file and the same object, whatever link leads there, go on where they were. `transfer`: "upload" or
/// "download".
[[nodiscard]] QString typedTransferId(const QString& transfer, const SignedUrl& url, const QString& path);

/// Two processes would move the same bytes twice. Errors: EngineBusy (subject: `path`, of the file that is moved),
/// FileAccess (subject: the folder of the lock).
[[nodiscard]] Result<void> lockTransfer(QLockFile& lock, const QString& path);

} // namespace longshore::cli
