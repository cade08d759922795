#include "app/cli/downloadcommand.h"

#include "app/archive/packagecheck.h"
#include "app/cli/format.h"
#include "app/cli/transferoptions.h"
#include "app/cli/typedlink.h"
#include "app/core/backgroundtask.h"
#include "app/services.h"
#include "app/settings/settings.h"
#include "app/transfers/knownhashes.h"
#include "app/transfers/partfile.h"
#include "app/transfers/transferjournal.h"

#include <QDir>
#include <QFileInfo>

namespace longshore::cli {

using namespace Qt::StringLiterals;

namespace {

Result<NamedFile> checkAndName(const DownloadedFile& file, const QString& target, const CancelFlag& cancel)
{
    if (target.endsWith(u".bacpac"_s, Qt::CaseInsensitive)) {
        if (const auto facts = checkPackage(file.partPath, cancel); !facts) {
            return fail(facts.error());
        }
    }
    return finishPartFile(file.partPath, target).map(namedFile);
}

} // namespace

DownloadCommand::DownloadCommand(const Context& context)
    : Command(context, nullptr), m_progress(context.output, u"download"_s)
{ }

DownloadCommand::~DownloadCommand() = default;

void DownloadCommand::run()
{
    withAddress([this](const QByteArray& typed) { parse(typed); });
}

void DownloadCommand::parse(const QByteArray& typed)
{
    const Result<SignedUrl> url = SignedUrl::parse(typed);
    if (!url) {
        endWith(url.error());
        return;
    }
    m_url = *url;
    if (const Result<void> chosen = chooseTarget(); !chosen) {
        endWith(chosen.error());
        return;
    }
    fetch();
}

Result<void> DownloadCommand::chooseTarget()
{
    m_target = QDir::cleanPath(QDir::current().absoluteFilePath(arguments().file));
    if (QFileInfo(m_target).isDir()) {
        const QString name = QFileInfo(m_url.fileName()).fileName();
        m_target = QDir(m_target).filePath(name.isEmpty() ? u"download"_s : name);
    }
    if (QFileInfo::exists(m_target)) {
        return fail(Error::Code::FileExists, m_target);
    }
    m_transferId = typedTransferId(u"download"_s, m_url, m_target);
    m_lock = std::make_unique<QLockFile>(m_target + u".part.lock"_s);
    return lockTransfer(*m_lock, m_target);
}

void DownloadCommand::fetch()
{
    DownloadRequest request;
    request.transferId = m_transferId;
    request.partPath = m_target + u".part"_s;
    const TransferContext& transfers = services().transfers();
    m_link = std::make_shared<TypedLink>(m_url, transfers.clock, output(), &SignedUrl::parse);
    request.link = m_link;
    request.options = transferOptions(arguments().transfer);
    request.backoff = patientBackoff(arguments().patience);
    useTypedStreams(arguments().transfer, *transfers.budget);
    m_task = new DownloadTask(request, transfers, this);
    connect(m_task, &Task::progressChanged, this, [this](const Progress& progress) {
        if (!m_link->isAsking()) {
            m_progress.show(progress);
        }
    });
    connect(m_task, &DownloadTask::retried, this,
            [this](int, const Error& why) { output().note(u"trying again: "_s + errorText(why, {}).what); });
    connect(m_task, &Task::finished, this, [this] { fetched(m_task->result()); });
    m_task->start();
}

void DownloadCommand::fetched(const Result<DownloadedFile>& file)
{
    if (!file) {
        endWith(file.error());
        return;
    }
    await(new BackgroundTask<NamedFile>([file = *file, target = m_target](
                                            const CancelFlag& cancel) { return checkAndName(file, target, cancel); },
                                        this),
          [this, file = *file](const NamedFile& named) { filed(file, named); });
}

void DownloadCommand::filed(const DownloadedFile& file, const NamedFile& named)
{
    if (named.identity && named.identity->size == file.size) {
        rememberHash(services().storage(), named.path, *named.identity, file.sha256);
    }
    forgetTransfer(services().storage(), m_transferId);
    const QString sha256 = QString::fromLatin1(file.sha256.toHex());
    output().json({{u"type"_s, u"download"_s},
                   {u"state"_s, u"done"_s},
                   {u"url"_s, m_url.redacted()},
                   {u"path"_s, named.path},
                   {u"size"_s, file.size},
                   {u"sha256"_s, sha256},
                   {u"verified"_s, vouchedWord(file.vouched)}});
    output().text(QDir::toNativeSeparators(named.path));
    output().text(u"SHA-256 "_s + sha256);
    if (file.vouched == Vouched::ByTransport) {
        output().text(u"The store told no hash: the file could not be verified against what it holds."_s);
    }
    end(Exit::Done);
}

} // namespace longshore::cli

#include "moc_downloadcommand.cpp"
