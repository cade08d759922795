#include "app/cli/typedlink.h"

#include "app/cli/output.h"
#include "app/cli/terminal.h"
#include "app/core/backgroundtask.h"
#include "app/core/clock.h"
#include "app/core/sha256.h"

#include <QFileInfo>

namespace longshore::cli {

using namespace Qt::StringLiterals;

namespace {

/// The link without its key.
QByteArray placeOf(const SignedUrl& url)
{
    const QByteArray bytes = url.exactBytes();
    const qsizetype query = bytes.indexOf('?');
    return query < 0 ? bytes : bytes.left(query);
}

/// Asks until a link to the same place was typed. An empty line gives up: LinkExpired.
class AskLinkTask final : public ResultTask<SignedUrl>
{
public:
    AskLinkTask(std::shared_ptr<SignedUrl> link, Output& output, TypedLink::Reader reader, QObject* parent)
        : ResultTask(parent), m_link(std::move(link)), m_output(output), m_reader(std::move(reader))
    { }

protected:
    void run() override
    {
        m_output.note(u"The link has ended; what was moved is kept."_s);
        ask();
    }

private:
    void ask()
    {
        auto* line = new AskSecretTask(u"A new link to the same place (not shown; nothing to give up): "_s, this);
        connect(line, &Task::finished, this, [this, line] { typed(line->result()); });
        line->start();
    }
    void typed(const Result<Secret>& line)
    {
        if (!line) {
            completeWith(fail(Error::Code::LinkExpired));
            return;
        }
        const Result<SignedUrl> link = m_reader(line->reveal());
        if (!link || placeOf(*link) != placeOf(*m_link)) {
            m_output.note(link ? u"That link leads to another place."_s : u"That is no link that can be used."_s);
            ask();
            return;
        }
        *m_link = *link;
        completeWith(*link);
    }

    const std::shared_ptr<SignedUrl> m_link;
    Output& m_output;
    const TypedLink::Reader m_reader;
};

} // namespace

TypedLink::TypedLink(SignedUrl link, const Clock& clock, Output& output, Reader reader)
    : m_link(std::make_shared<SignedUrl>(std::move(link))),
      m_clock(clock),
      m_output(output),
      m_reader(std::move(reader))
{ }

ResultTask<SignedUrl>* TypedLink::renew(QObject* parent)
{
    const auto end = m_link->expiresAt();
    const bool serves = end && *end > m_clock.nowUtc();
    if (serves || !isTerminal(Stream::Input)) {
        return new BackgroundTask<SignedUrl>(
            [](const CancelFlag&) -> Result<SignedUrl> { return fail(Error::Code::LinkExpired); }, parent);
    }
    auto* task = new AskLinkTask(m_link, m_output, m_reader, parent);
    m_asking = task;
    return task;
}

QString typedTransferId(const QString& transfer, const SignedUrl& url, const QString& path)
{
    Sha256 hash;
    hash.add(placeOf(url));
    hash.add(QByteArrayView("\0", 1));
    hash.add(path.toUtf8());
    return transfer + QLatin1Char('-') + QString::fromLatin1(hash.result().toHex().left(32));
}

Result<void> lockTransfer(QLockFile& lock, const QString& path)
{
    lock.setStaleLockTime(0); // stale only when its process is gone
    if (lock.tryLock(0)) {
        return {};
    }
    return lock.error() == QLockFile::LockFailedError
               ? fail(Error::Code::EngineBusy, path)
               : fail(Error::Code::FileAccess, QFileInfo(lock.fileName()).absolutePath());
}

} // namespace longshore::cli
