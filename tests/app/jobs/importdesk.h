#pragma once

#include "tests/app/jobs/jobdesk.h"
#include "tests/support/blockstore.h"

#include <QDateTime>
#include <QFileInfo>
#include <map>

namespace longshore {

/// A desk with a package to import and a store that takes packages, each under its name.
class ImportDesk : public JobDesk
{
public:
    ImportDesk()
    {
        service.deployments.store = blobs.link("/deploymentpackages?se=2099-01-01T00%3A00%3A00Z&sp=w&sig=canary");
        const auto deliver = blobs.handler;
        blobs.handler = [this, deliver](const FaultServer::Request& request) {
            if (!request.target.startsWith("/deploymentpackages/")) {
                return deliver(request);
            }
            ++packageRequests;
            const QByteArray path = request.target.left(request.target.indexOf('?'));
            const QByteArray name = path.mid(path.lastIndexOf('/') + 1);
            if (beforePackage) {
                beforePackage(request);
            }
            return packages[name].answer(request);
        };
        writePackage(samplePackage());
    }

    [[nodiscard]] QString sourcePath() const { return folder.filePath(QStringLiteral("source.bacpac")); }
    void writePackage(const QByteArray& bytes) const
    {
        QFile file(sourcePath());
        if (file.open(QIODevice::WriteOnly)) {
            file.write(bytes);
        }
    }
    [[nodiscard]] ImportRequest importRequest(ImportRequest::Backup backup = ImportRequest::Backup::First) const
    {
        ImportRequest request;
        request.connectionId = QStringLiteral("c1");
        request.environment = QStringLiteral("Integration");
        request.file.path = sourcePath();
        const QFileInfo info(sourcePath());
        request.file.size = info.size();
        request.file.modifiedAt = info.lastModified().toUTC();
        QFile file(sourcePath());
        request.file.sha256 = file.open(QIODevice::ReadOnly) ? hexSha256(file.readAll()) : QString();
        request.file.facts.database = Database::Cms;
        request.packageName = QStringLiteral("contoso.cms.sqldb.20260112.1402.bacpac");
        request.backup = backup;
        request.backupFolder = outFolder();
        return request;
    }
    [[nodiscard]] static QString phrase() { return QStringLiteral("Site c1/Integration"); }
    [[nodiscard]] static QString file(ProgramRun& run, const ImportRequest& request)
    {
        QObject owner;
        const Result<QString> id = awaitResult(run.jobs.startImport(request, phrase(), &owner));
        return id ? *id : QString();
    }
    [[nodiscard]] FakeDeployments& deployments() { return service.deployments; }

    std::map<QByteArray, BlockStore> packages; ///< by name
    int packageRequests = 0;
    std::function<void(const FaultServer::Request&)> beforePackage;
};

} // namespace longshore
