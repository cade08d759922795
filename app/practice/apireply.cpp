#include "app/practice/apireply.h"

#include "app/practice/context.h"

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

std::optional<HttpReply> commonFault(PracticeContext& context, const HttpRequest& request, HttpReply limited,
                                     const HttpReply& broken)
{
    Faults& faults = context.faults;
    if (faults.take(u"no-answer")) {
        context.stop.waitWhile(request.peerIsThere);
        HttpReply silence;
        silence.drop = true;
        return silence;
    }
    if (faults.take(u"busy-429")) {
        limited.set("Retry-After", QByteArray::number(faults.number(u"retry-after").value_or(2)));
        return limited;
    }
    if (faults.take(u"status-500")) {
        return broken;
    }
    if (faults.take(u"status-502")) {
        return htmlPage(502, "Bad Gateway");
    }
    if (faults.take(u"status-503")) {
        return htmlPage(503, "Service Unavailable");
    }
    if (faults.take(u"html-body")) {
        return htmlPage(200, "Sign in to your network");
    }
    return std::nullopt;
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
