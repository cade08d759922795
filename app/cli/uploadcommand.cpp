#include "app/cli/uploadcommand.h"

#include "app/cli/typedlink.h"
#include "app/services.h"
#include "app/transfers/transferjournal.h"

#include <QDir>
#include <QFileInfo>

namespace longshore::cli {

using namespace Qt::StringLiterals;

UploadCommand::UploadCommand(const Context& context)
    : Command(context, nullptr), m_progress(context.output, u"upload"_s)
{ }

UploadCommand::~UploadCommand() = default;

void UploadCommand::run()
{
    withAddress([this](const QByteArray& typed) { parse(typed); });
}

Result<UploadTarget> UploadCommand::targetOf(const QByteArray& typed) const
{
    return uploadTarget(typed, arguments().storeKind, arguments().name, QFileInfo(m_path).fileName());
}

void UploadCommand::parse(const QByteArray& typed)
{
    m_path = QDir::cleanPath(QDir::current().absoluteFilePath(arguments().file));
    const auto target = targetOf(typed);
    if (!target) {
        endUpload(target.error());
        return;
    }
    m_target = *target;
    m_transferId = typedTransferId(u"upload"_s, m_target.url, m_path);
    m_lock = std::make_unique<QLockFile>(QDir(Services::defaultHome()).filePath(m_transferId + u".lock"_s));
    if (const Result<void> locked = lockTransfer(*m_lock, m_path); !locked) {
        endUpload(locked.error());
        return;
    }
    send();
}

void UploadCommand::send()
{
    if (arguments().fresh) {
        forgetTransfer(services().storage(), m_transferId);
    }
    UploadRequest request;
    request.transferId = m_transferId;
    request.path = m_path;
    const TransferContext& transfers = services().transfers();
    m_link = std::make_shared<TypedLink>(m_target.url, transfers.clock, output(), [this](const QByteArray& typed) {
        return targetOf(typed).map([](const UploadTarget& target) { return target.url; });
    });
    request.link = m_link;
    request.kind = m_target.kind;
    request.contentMd5 = arguments().contentMd5;
    request.replace = arguments().replace;
    request.options = transferOptions(arguments().transfer);
    request.backoff = patientBackoff(arguments().patience);
    useTypedStreams(arguments().transfer, *transfers.budget);
    m_task = new UploadTask(request, transfers, this);
    connect(m_task, &Task::progressChanged, this, [this](const Progress& progress) {
        if (!m_link->isAsking()) {
            m_progress.show(progress);
        }
    });
    connect(m_task, &UploadTask::retried, this, [this](int, const Error& why) {
        output().note(u"trying again: "_s + errorText(why, {.upload = true}).what);
    });
    connect(m_task, &Task::finished, this, [this] { sent(m_task->result()); });
    m_task->start();
}

void UploadCommand::sent(const Result<UploadedFile>& file)
{
    if (!file) {
        endUpload(file.error());
        return;
    }
    forgetTransfer(services().storage(), m_transferId);
    const QString sha256 = QString::fromLatin1(file->sha256.toHex());
    output().json({{u"type"_s, u"upload"_s},
                   {u"state"_s, u"done"_s},
                   {u"url"_s, m_target.url.redacted()},
                   {u"path"_s, m_path},
                   {u"size"_s, file->size},
                   {u"sha256"_s, sha256},
                   {u"etag"_s, file->etag},
                   {u"verified"_s, vouchedWord(file->vouched)}});
    output().text(m_target.url.redacted().section(u'?', 0, 0));
    output().text(sha256.isEmpty() ? u"The file changed at the end: the SHA-256 of what was sent is not known."_s
                                   : QString(u"SHA-256 "_s + sha256));
    if (file->vouched == Vouched::ByTransport) {
        output().text(u"The store did not confirm a hash: what it holds could not be verified."_s);
    }
    end(Exit::Done);
}

void UploadCommand::endUpload(const Error& error)
{
    if (error.code == Error::Code::TooLarge) {
        output().error(error, {.upload = true}, Exit::BadInput); // of ours, not of an answer
        end(Exit::BadInput);
        return;
    }
    endWith(error, {.upload = true});
}

} // namespace longshore::cli

#include "moc_uploadcommand.cpp"
