#include "vectorclient.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace longshore;

namespace {

constexpr int patienceMs = 60000;

} // namespace

VectorClient::VectorClient(const PracticeAccess& access)
    : m_access(access), m_port(static_cast<quint16>(access.vector.baseUrl.port()))
{ }

RawAnswer VectorClient::send(const RawRequest& request) const
{
    RawConnection connection(m_port);
    RawRequest own = request;
    own.headers.emplaceBack("Authorization", "Bearer " + m_access.vector.token.reveal());
    return connection.send(own);
}

RawAnswer VectorClient::call(const QByteArray& method, const QByteArray& path, const QJsonObject& body) const
{
    RawRequest request{.method = method, .target = "/api/v1/vector/" + path};
    if (!body.isEmpty()) {
        request.headers.emplaceBack("Content-Type", "application/json");
        request.body = QJsonDocument(body).toJson();
    }
    return send(request);
}

QJsonObject VectorClient::get(const QByteArray& path) const
{
    return call("GET", path).json().value(u"data"_s).toObject();
}

QJsonObject VectorClient::post(const QByteArray& path, const QJsonObject& body) const
{
    return call("POST", path, body).json().value(u"data"_s).toObject();
}

QJsonObject VectorClient::await(const QByteArray& path) const
{
    QJsonObject data;
    (void)QTest::qWaitFor(
        [&] {
            data = get(path);
            const QString status = data.value(u"status"_s).toString();
            return status == u"completed" || status == u"failed";
        },
        patienceMs);
    return data;
}

RawAnswer VectorClient::object(const QByteArray& method, const QString& link, const QByteArray& body,
                               RawHeaders headers) const
{
    RawConnection connection(m_port);
    const QByteArray bytes = link.toLatin1();
    const auto path = bytes.indexOf('/', QByteArray("http://").size());
    headers.emplaceBack("Host", bytes.mid(7, path - 7));
    return connection.send({.method = method, .target = bytes.mid(path), .headers = headers, .body = body});
}

RawAnswer VectorClient::putSql(const QString& link, const QByteArray& body) const
{
    return object("PUT", link, body, {{"Content-Type", "application/sql"}});
}

QByteArray VectorClient::site(qsizetype index) const
{
    return "sites/" + m_access.vector.sites.at(index).id.toLatin1();
}

QByteArray VectorClient::environment(const QString& name, qsizetype index) const
{
    for (const VectorAccess::Place& place : m_access.vector.sites.at(index).environments) {
        if (place.name == name) {
            return place.id.toLatin1();
        }
    }
    return {};
}

QByteArray VectorClient::exported(const QByteArray& start, const QByteArray& statusBelow) const
{
    const QJsonObject begun = post(start);
    const QString id = begun.value(begun.contains(u"id"_s) ? u"id"_s : u"export_id"_s).toString();
    const QJsonObject done = await(statusBelow + '/' + id.toLatin1());
    return object("GET", done.value(u"download_url"_s).toString()).body;
}

QJsonObject VectorClient::fault(const QString& name, const QString& value) const
{
    return DxpClient(m_access).fault(name, value);
}

QString fieldError(const RawAnswer& answer, const QString& field)
{
    return answer.json().value(u"errors"_s).toObject().value(field).toArray().first().toString();
}
