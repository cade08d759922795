#pragma once

#include "app/practice/s3service.h"
#include "app/practice/vectorjob.h"

namespace longshore::practice {

struct PracticeContext;

/// How records look in the API, with fresh links in them.
class VectorViews final
{
public:
    VectorViews(PracticeContext& context, const VectorSites& sites, const S3Service& store, VectorDialect dialect);

    [[nodiscard]] QJsonObject json(const VectorJob& job) const;
    /// The answer to the creation of an import session.
    [[nodiscard]] QJsonObject session(const VectorJob& job) const;

private:
    [[nodiscard]] QJsonObject exportJson(const VectorJob& job) const;
    [[nodiscard]] QJsonObject importJson(const VectorJob& job) const;
    [[nodiscard]] QJsonObject promoteJson(const VectorJob& job) const;
    [[nodiscard]] QJsonObject backupJson(const VectorJob& job) const;
    [[nodiscard]] QJsonObject downloadJson(const VectorJob& job) const;
    [[nodiscard]] QJsonObject restoreJson(const VectorJob& job) const;
    [[nodiscard]] QJsonObject plainJson(const VectorJob& job) const; ///< dialect D

    [[nodiscard]] QString status(const VectorJob& job) const;
    [[nodiscard]] QJsonObject common(const VectorJob& job) const;
    void addPlace(QJsonObject& json, const VectorJob& job) const;
    void addUpload(QJsonObject& json, const VectorJob& job) const;
    [[nodiscard]] QJsonValue time(qint64 ms) const;
    [[nodiscard]] QJsonValue downloadLink(const VectorJob& job) const;
    [[nodiscard]] QString uploadLink(const VectorJob& job) const;
    [[nodiscard]] std::chrono::seconds left(const VectorJob& job) const;

    PracticeContext& m_context;
    const VectorSites& m_sites;
    const S3Service& m_store;
    VectorDialect m_dialect;
};

} // namespace longshore::practice
