#include "app/practice/vectorreply.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace longshore::practice {

namespace {

HttpReply json(int status, const QJsonObject& object)
{
    HttpReply reply;
    reply.status = status;
    reply.contentType = "application/json";
    reply.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return reply;
}

} // namespace

HttpReply vectorReply(int status, const QJsonValue& data, const QString& message)
{
    return json(status, {{u"data"_s, data}, {u"message"_s, message}, {u"http_status"_s, status}});
}

HttpReply bareVectorReply(int status, const QJsonValue& data)
{
    return json(status, {{u"data"_s, data}});
}

HttpReply vectorError(int status, const QString& message, const VectorErrors& errors)
{
    QJsonObject object{{u"data"_s, QJsonObject()}, {u"message"_s, message}, {u"http_status"_s, status}};
    QJsonObject fields;
    for (auto it = errors.cbegin(); it != errors.cend(); ++it) {
        fields.insert(it.key(), QJsonArray::fromStringList(it.value()));
    }
    if (!fields.isEmpty()) {
        object.insert(u"errors"_s, fields);
    }
    return json(status, object);
}

HttpReply frameworkError(int status, const QString& message)
{
    return json(status, {{u"message"_s, message}});
}

} // namespace longshore::practice
