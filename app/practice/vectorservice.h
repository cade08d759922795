#pragma once

#include "app/practice/practiceserver.h"
#include "app/practice/vectorapi.h"

namespace longshore::practice {

/// The Vector half of a practice server: sites, their databases, and the API over them.
class VectorService final
{
public:
    struct Options
    {
        VectorDialect dialect = VectorDialect::G2;
        VectorStore store = VectorStore::Automatic;
        quint32 seed = 1;
        qint64 sizeMb = 0;
    };
    VectorService(PracticeContext& context, S3Store& objects, const S3Service& links, const Options& options);

    [[nodiscard]] Result<void> open();
    void end() { m_desk.end(); } ///< before the last requests are waited for
    [[nodiscard]] HttpReply handle(const HttpRequest& request) { return m_api.handle(request); }
    [[nodiscard]] static bool isFor(const QByteArray& path) { return path.startsWith(VectorApi::base); }
    [[nodiscard]] VectorAccess access() const; ///< without the address

private:
    [[nodiscard]] std::unique_ptr<VectorDatabases> makeDatabases(PracticeContext& context, const Options& options);

    QByteArray m_token;
    QByteArray m_storeKeyId;
    QByteArray m_storeSecret;
    VectorDialect m_dialect;
    VectorSites m_sites;
    VectorViews m_views;
    std::unique_ptr<VectorDatabases> m_databases;
    VectorDesk m_desk;
    VectorApi m_api;
};

} // namespace longshore::practice
