#pragma once

#include "app/practice/http.h"
#include "app/practice/vectordesk.h"
#include "app/practice/vectorreply.h"
#include "app/practice/vectorviews.h"

namespace longshore::practice {

/// The Vector API in one dialect.
class VectorApi final
{
public:
    VectorApi(PracticeContext& context, const VectorSites& sites, VectorDesk& desk, const VectorViews& views,
              VectorDialect dialect);

    static constexpr char base[] = "/api/v1/"; ///< not /api/v1.0/, which is the other platform's
    [[nodiscard]] HttpReply handle(const HttpRequest& request);

private:
    struct Call
    {
        const HttpRequest& request;
        QStringList path; ///< below vector/
        QJsonObject body; ///< empty where none was sent as JSON

        [[nodiscard]] bool isPost() const { return request.method == "POST"; }
        [[nodiscard]] bool isGet() const { return request.method == "GET"; }
    };

    [[nodiscard]] std::optional<HttpReply> fault(const HttpRequest& request);
    [[nodiscard]] bool isAuthorized(const HttpRequest& request) const;
    [[nodiscard]] bool mayDo(const QByteArray& method) const;
    [[nodiscard]] HttpReply whoami(const HttpRequest& request) const;
    [[nodiscard]] HttpReply answer(const HttpRequest& request);
    [[nodiscard]] HttpReply dispatch(const Call& call);
    [[nodiscard]] HttpReply ok(int status, const QJsonValue& data, const QString& message) const;
    [[nodiscard]] static HttpReply noRoute(const Call& call);
    [[nodiscard]] static HttpReply wrongMethod(const Call& call, const QString& right);

    [[nodiscard]] HttpReply siteCall(const Call& call);
    [[nodiscard]] HttpReply environmentCall(const Call& call);
    [[nodiscard]] HttpReply siteList(const Call& call) const;
    [[nodiscard]] HttpReply environmentList(const Call& call, std::optional<VectorPlace> site) const;
    [[nodiscard]] HttpReply paged(const Call& call, const QList<QJsonObject>& items, const QString& message) const;
    [[nodiscard]] QString siteStatus() const;

    /// `rest` is what follows the site or environment.
    [[nodiscard]] HttpReply databaseCall(const Call& call, VectorPlace place, const QStringList& rest);
    [[nodiscard]] HttpReply startExport(const Call& call, VectorPlace place);
    [[nodiscard]] HttpReply startImport(const Call& call, VectorPlace place);
    [[nodiscard]] HttpReply runImport(const Call& call, const QString& id);
    [[nodiscard]] HttpReply importForm(const Call& call, VectorPlace place);
    [[nodiscard]] HttpReply importBody(const Call& call, VectorPlace place);
    [[nodiscard]] HttpReply status(VectorKind kind, const QString& id, std::optional<VectorPlace> place,
                                   const QString& missing) const;

    [[nodiscard]] HttpReply promoteCall(const Call& call, VectorPlace place, const QStringList& rest);
    [[nodiscard]] HttpReply backupCall(const Call& call);
    [[nodiscard]] HttpReply startBackup(const Call& call);
    [[nodiscard]] HttpReply restoreCall(const Call& call);
    [[nodiscard]] HttpReply startRestore(const Call& call);
    [[nodiscard]] HttpReply started(const VectorJob& job, const QString& message);

    PracticeContext& m_context;
    const VectorSites& m_sites;
    VectorDesk& m_desk;
    const VectorViews& m_views;
    VectorDialect m_dialect;
};

} // namespace longshore::practice
