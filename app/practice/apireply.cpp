#include "app/practice/apireply.h"

#include "app/practice/faults.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace longshore::practice {

namespace {

HttpReply wrapped(int status, const QJsonObject& wrapper)
{
    HttpReply reply;
    reply.status = status;
    reply.contentType = "application/json; charset=utf-8";
    reply.body = QJsonDocument(wrapper).toJson(QJsonDocument::Compact);
    return reply;
}

} // namespace

HttpReply apiResult(const QJsonValue& result)
{
    return wrapped(200, {{u"success"_s, true}, {u"errors"_s, QJsonArray()}, {u"result"_s, result}});
}

HttpReply apiError(int status, const QString& sentence)
{
    return wrapped(status,
                   {{u"success"_s, false}, {u"errors"_s, QJsonArray{sentence}}, {u"result"_s, QJsonValue::Null}});
}

void loseAnswer(Faults& faults, HttpReply& reply)
{
    reply.drop = faults.take(u"lost-answer");
    if (faults.take(u"cut-answer")) {
        reply.length = reply.body.size();
        reply.write = [half = reply.body.first(reply.body.size() / 2)](const HttpReply::Writer& write) {
            (void)write(half);
            return false;
        };
    }
}

HttpReply htmlPage(int status, const QByteArray& title)
{
    HttpReply reply;
    reply.status = status;
    reply.contentType = "text/html; charset=utf-8";
    reply.body = "<!DOCTYPE html><html><head><title>" + title + "</title></head><body><h1>" + title
                 + "</h1><p>Try again later.</p></body></html>";
    return reply;
}

Result<QJsonObject> lowerCaseMembers(const QByteArray& body)
{
    if (body.trimmed().isEmpty()) {
        return QJsonObject();
    }
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject()) {
        return fail(Error::Code::BadInput, u"body"_s);
    }
    QJsonObject members;
    const QJsonObject given = document.object();
    for (auto it = given.begin(); it != given.end(); ++it) {
        members.insert(it.key().toLower(), it.value());
    }
    return members;
}

} // namespace longshore::practice
