#include "app/practice/control.h"

#include "app/practice/context.h"
#include "app/practice/exports.h"
#include "app/practice/s3store.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace longshore::practice {

namespace {

HttpReply json(int status, const QJsonObject& object)
{
    HttpReply reply;
    reply.status = status;
    reply.contentType = "application/json; charset=utf-8";
    reply.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return reply;
}

} // namespace

HttpReply Control::handle(const HttpRequest& request, qint64 bytesSent)
{
    if (request.method != "GET" && request.method != "POST") {
        return json(405, {{u"error"_s, u"GET or POST"_s}});
    }
    QByteArray body;
    (void)request.readBody([&body](QByteArrayView piece) {
        body.append(piece);
        return body.size() < 65536;
    });
    if (request.method == "POST") {
        if (const QString wrong = change(body); !wrong.isEmpty()) {
            return json(400, {{u"error"_s, wrong}});
        }
    }
    QJsonObject faults;
    const QMap<QString, QString> set = m_context.faults.all();
    for (auto it = set.cbegin(); it != set.cend(); ++it) {
        faults.insert(it.key(), it.value());
    }
    const QJsonObject counters{{u"requests"_s, m_context.requests.load()},
                               {u"exportsStarted"_s, m_context.exportsStarted.load()},
                               {u"deploymentsStarted"_s, m_context.deploymentsStarted.load()},
                               {u"blobs"_s, m_context.blobs.count()},
                               {u"blocksTaken"_s, m_context.blocksTaken.load()},
                               {u"blocksTakenAgain"_s, m_context.blocksTakenAgain.load()},
                               {u"blobBytesReceived"_s, m_context.blobBytesReceived.load()},
                               {u"importsStarted"_s, m_context.importsStarted.load()},
                               {u"importsRun"_s, m_context.importsRun.load()},
                               {u"objects"_s, m_objects.count()},
                               {u"objectPuts"_s, m_context.objectPuts.load()},
                               {u"bytesSent"_s, bytesSent}};
    return json(200, {{u"faults"_s, faults}, {u"counters"_s, counters}, {u"exports"_s, m_exports.summary()}});
}

// Everything or nothing would need a copy; the first wrong name ends it, and the answer says which.
QString Control::change(const QByteArray& body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    const QJsonValue faults = document.object().value(u"faults"_s);
    if (!document.isObject() || !faults.isObject()) {
        return u"expected {\"faults\":{NAME:VALUE}}"_s;
    }
    const QJsonObject wanted = faults.toObject();
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        const QString value = it.value().isNull() ? QString() : it.value().toVariant().toString();
        if (const auto done = m_context.faults.set(it.key(), value); !done) {
            return done.error().subject + u": "_s + done.error().detail;
        }
    }
    return {};
}

} // namespace longshore::practice
