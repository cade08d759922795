// Sends a file in the parts of a multipart upload, for tests against stores that we did not write:
//   s3parts FILE STATE-FOLDER LINKS [BYTES-PER-SECOND]
// LINKS is a file {"session", "count", "parts": [{"number", "url"}]}, read again whenever links are to be renewed.
// Begun again after a kill it goes on. Prints what the request that completes the upload must name.
#include "app/core/backgroundtask.h"
#include "app/core/clock.h"
#include "app/core/storage.h"
#include "app/net/curlpump.h"
#include "app/transfers/partlinks.h"
#include "app/transfers/uploadtask.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <cstdio>

using namespace longshore;
using namespace Qt::StringLiterals;

namespace {

Result<PartLinks> readLinks(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(Error::Code::FileAccess, path, file.errorString());
    }
    const QJsonObject all = QJsonDocument::fromJson(file.readAll()).object();
    PartLinks links{.session = all.value(u"session"_s).toString(), .count = all.value(u"count"_s).toInt()};
    const QJsonArray parts = all.value(u"parts"_s).toArray();
    for (const QJsonValue& part : parts) {
        const auto link = SignedUrl::parse(part[u"url"_s].toString().toLatin1());
        if (!link) {
            return fail(link.error());
        }
        links.links.insert(part[u"number"_s].toInt(), *link);
    }
    return links;
}

class FileLinks final : public PartLinkSource
{
public:
    explicit FileLinks(QString path) : m_path(std::move(path)) { }

    [[nodiscard]] PartLinks current() const override { return readLinks(m_path).value_or(PartLinks()); }
    [[nodiscard]] ResultTask<PartLinks>* renew(QObject* parent) override
    {
        ++asked;
        return new BackgroundTask<PartLinks>([path = m_path](const CancelFlag&) { return readLinks(path); }, parent);
    }

    int asked = 0;

private:
    QString m_path;
};

void print(const QJsonObject& line)
{
    std::printf("%s\n", QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

QJsonObject outcome(const Result<UploadedFile>& sent, int asked)
{
    if (!sent) {
        return {{u"error"_s, errorCodeName(sent.error().code)}, {u"detail"_s, sent.error().detail}};
    }
    QJsonArray parts;
    for (const StoredPart& part : sent->parts) {
        parts.append(QJsonObject{{u"number"_s, part.number}, {u"etag"_s, QString::fromLatin1(part.etag)}});
    }
    return {{u"parts"_s, parts},
            {u"renewals"_s, asked},
            {u"sha256"_s, QString::fromLatin1(sent->sha256.toHex())},
            {u"verified"_s, sent->vouched == Vouched::ByStore}};
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication program(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 4) {
        std::fputs("usage: s3parts FILE STATE-FOLDER LINKS [BYTES-PER-SECOND]\n", stderr);
        return 2;
    }
    const SystemClock clock;
    Storage storage(QString(arguments.at(2) + u"/state.sqlite"_s));
    CurlPump pump;
    const auto links = std::make_shared<FileLinks>(arguments.at(3));
    UploadRequest request{.transferId = u"parts"_s,
                          .path = arguments.at(1),
                          .link = nullptr,
                          .partLinks = links,
                          .kind = UploadKind::PresignedParts};
    if (arguments.size() > 4) {
        request.options.limit = std::make_shared<Throttle>();
        request.options.limit->setLimit(arguments.at(4).toLongLong());
    }
    QObject owner;
    auto* task = new UploadTask(request, TransferContext{pump, storage, clock}, &owner);
    int status = 1;
    QObject::connect(task, &UploadTask::progressChanged, &owner, [](const Progress& progress) {
        print({{u"done"_s, progress.done}});
    });
    QObject::connect(task, &Task::finished, &owner, [task, links, out = &status] {
        print(outcome(task->result(), links->asked));
        *out = task->result() ? 0 : 1;
        QCoreApplication::quit();
    });
    task->start();
    (void)QCoreApplication::exec();
    return status;
}
