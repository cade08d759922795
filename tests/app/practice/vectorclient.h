#pragma once

#include "rawclient.h"

/// A client of the Vector half, made from the published facts on a bare socket.
class VectorClient
{
public:
    explicit VectorClient(const longshore::PracticeAccess& access);

    /// `path` is below /api/v1/vector/, with its query.
    [[nodiscard]] RawAnswer call(const QByteArray& method, const QByteArray& path, const QJsonObject& body = {}) const;
    [[nodiscard]] RawAnswer send(const RawRequest& request) const; ///< with the token; the whole target
    [[nodiscard]] QJsonObject get(const QByteArray& path) const; ///< the member `data`
    [[nodiscard]] QJsonObject post(const QByteArray& path, const QJsonObject& body = {}) const;
    /// Waits until the record is completed or failed.
    [[nodiscard]] QJsonObject await(const QByteArray& path) const;

    /// A presigned link, used without the token.
    [[nodiscard]] RawAnswer object(const QByteArray& method, const QString& link, const QByteArray& body = {},
                                   RawHeaders headers = {}) const;
    [[nodiscard]] RawAnswer putSql(const QString& link, const QByteArray& body) const;

    [[nodiscard]] QByteArray site(qsizetype index = 0) const; ///< "sites/<id>"
    [[nodiscard]] QByteArray environment(const QString& name, qsizetype index = 0) const; ///< its id

    /// The dump that an export of the path ("sites/…/db/export") delivers.
    [[nodiscard]] QByteArray exported(const QByteArray& start, const QByteArray& statusBelow) const;

    QJsonObject fault(const QString& name, const QString& value) const;

private:
    longshore::PracticeAccess m_access;
    quint16 m_port;
};

/// One sentence about each field of a 422.
[[nodiscard]] QString fieldError(const RawAnswer& answer, const QString& field);
