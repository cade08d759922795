#pragma once

#include "tests/app/transfers/uploadbench.h"

namespace longshore {

/// A store behind presigned links of parts, which misbehaves as told.
class PartsBench final
{
public:
    using Request = FaultServer::Request;
    using Reply = FaultServer::Reply;

    explicit PartsBench(int parts = 7, qint64 bytes = 700'003) : count(parts), upload(bytes)
    {
        upload.request.kind = UploadKind::PresignedParts;
        links = std::make_shared<ScriptedPartLinks>(linksSigned("a"));
        upload.request.partLinks = links;
        upload.server.handler = [this](const Request& request) { return answer(request); };
    }

    /// `age`: seconds of their hour that are over.
    [[nodiscard]] PartLinks linksSigned(const QByteArray& signature, const QByteArray& uploadId = "u1",
                                        qint64 age = 0) const
    {
        PartLinks made{.session = QStringLiteral("imp_1"), .count = count};
        for (int number = 1; number <= count; ++number) {
            made.links.insert(number, link(number, signature, uploadId, age));
        }
        return made;
    }
    [[nodiscard]] SignedUrl link(int number, const QByteArray& signature, const QByteArray& uploadId = "u1",
                                 qint64 age = 0) const
    {
        const QDateTime then = QDateTime::currentDateTimeUtc().addSecs(-age);
        const QByteArray stamp = then.toString(QStringLiteral("yyyyMMdd'T'hhmmss'Z'")).toLatin1();
        return upload.server.link("/imports/d%2f+.sql?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=" + stamp
                                  + "&X-Amz-Expires=3600&X-Amz-SignedHeaders=" + signedHeaders
                                  + "&partNumber=" + QByteArray::number(number) + "&uploadId=" + uploadId
                                  + "&X-Amz-Signature=" + signature + "%2F~%2b");
    }
    [[nodiscard]] FilePart part(int number) const
    {
        return planEvenParts(upload.content.size(), count).at(static_cast<std::size_t>(number - 1));
    }
    [[nodiscard]] QByteArray bytesOf(int number) const
    {
        return upload.content.mid(part(number).offset, part(number).length);
    }
    [[nodiscard]] static QByteArray md5(const QByteArray& bytes)
    {
        return QCryptographicHash::hash(bytes, QCryptographicHash::Md5);
    }
    [[nodiscard]] static int numberOf(const Request& request)
    {
        return BlockStore::parameter(request, "partNumber").toInt();
    }
    [[nodiscard]] static Reply expired()
    {
        Reply reply = BlockStore::refusal(403, "AccessDenied");
        reply.body = "<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>";
        return reply;
    }

    Reply answer(const Request& request)
    {
        if (const auto said = gate ? gate(request) : std::nullopt) {
            return *said;
        }
        const QByteArray sum = md5(request.body);
        if (request.headers.contains("Content-MD5") && request.headers.value("Content-MD5") != sum.toBase64()) {
            return BlockStore::refusal(400, "BadDigest");
        }
        stored.insert(numberOf(request), request.body);
        taken.append(numberOf(request));
        return {.status = 200, .headers = {{"ETag", '"' + sum.toHex() + '"'}}};
    }
    /// What the platform makes of the parts when it completes the upload.
    [[nodiscard]] QByteArray completed(const QList<StoredPart>& parts) const
    {
        QByteArray whole;
        for (const StoredPart& named : parts) {
            const QByteArray bytes = stored.value(named.number);
            whole += named.etag == '"' + md5(bytes).toHex() + '"' ? bytes : QByteArray("InvalidPart");
        }
        return whole;
    }
    /// The store takes that many parts more and says nothing to the others; when the journal has them the task is given
    /// up.
    void uploadUntil(int parts)
    {
        gate = [this, parts](const Request&) {
            return taken.size() >= parts ? std::optional(Reply{.silent = true}) : std::nullopt;
        };
        const auto before = upload.journal().parts.size();
        UploadTask* task = upload.start();
        QSignalSpy finished(task, &Task::finished);
        QTRY_VERIFY_WITH_TIMEOUT(upload.journal().parts.size() >= before + parts, 40'000);
        task->cancel();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 40'000);
        gate = {};
    }
    void restart()
    {
        upload.restart();
        taken.clear();
    }

    int count;
    QByteArray signedHeaders = "host";
    UploadBench upload;
    std::shared_ptr<ScriptedPartLinks> links;
    std::function<std::optional<Reply>(const Request&)> gate; ///< may answer first
    QMap<int, QByteArray> stored;
    QList<int> taken; ///< in the order of their arrival
};

} // namespace longshore
