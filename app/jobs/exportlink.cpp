#include "app/jobs/exportlink.h"

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

Result<SignedUrl> linkOf(const Result<ExportStatus>& status)
{
    if (!status) {
        return fail(status.error());
    }
    switch (status->phase) {
    case ExportStatus::Phase::Failed:
        return fail(Error::Code::ServerJobFailed, status->id, status->serverWord);
    case ExportStatus::Phase::LinkExpired:
        return fail(Error::Code::RetentionEnded, status->id, status->serverWord);
    case ExportStatus::Phase::Working:
    case ExportStatus::Phase::Succeeded:
        break;
    }
    if (status->link.isEmpty()) {
        return fail(Error::Code::BadAnswer, u"downloadLink"_s, status->serverWord);
    }
    return status->link;
}

class RenewTask final : public ResultTask<SignedUrl>
{
public:
    RenewTask(std::function<ResultTask<ExportStatus>*(QObject*)> ask, QObject* parent)
        : ResultTask<SignedUrl>(parent), m_ask(std::move(ask))
    { }

protected:
    void run() override
    {
        auto* asked = m_ask(this);
        connect(asked, &Task::finished, this, [this, asked] { completeWith(linkOf(asked->result())); });
        asked->start();
    }

private:
    std::function<ResultTask<ExportStatus>*(QObject*)> m_ask;
};

} // namespace

ResultTask<ExportStatus>* askStatus(ProviderSource& source, const ExportRequest& request, const QString& exportId,
                                    QObject* parent)
{
    return source.call<ExportStatus>(
        request.connectionId,
        [request, exportId](Provider& provider, QObject* owner) {
            return provider.exportStatus(request.environment, request.database, exportId, owner);
        },
        parent);
}

ResultTask<SignedUrl>* ExportLink::renew(QObject* parent)
{
    return new RenewTask([&source = m_source, request = m_request,
                          id = m_exportId](QObject* owner) { return askStatus(source, request, id, owner); },
                         parent);
}

} // namespace longshore
