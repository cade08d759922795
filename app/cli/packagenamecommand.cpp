#include "app/cli/packagenamecommand.h"

#include "app/archive/packageinspection.h"
#include "app/cli/importstart.h"
#include "app/cli/importtext.h"
#include "app/core/clock.h"
#include "app/domain/packagename.h"
#include "app/jobs/jobs.h"
#include "app/services.h"
#include "app/settings/connections.h"

#include <QDir>

namespace longshore::cli {

using namespace Qt::StringLiterals;

void PackageNameCommand::run()
{
    if (!arguments().target.isEmpty()) {
        const Result<NamedTarget> target = namedTarget(services(), arguments().target);
        if (!target) {
            endWith(target.error());
            return;
        }
        m_connection = target->connection;
    } else if (const QList<Connection> all = services().connections().all(); all.size() == 1) {
        m_connection = all.first();
    }
    if (!arguments().database.isEmpty()) {
        const auto database = databaseFromName(arguments().database);
        if (database) {
            compose(*database);
        } else {
            endWith(Error{.code = Error::Code::BadInput, .subject = u"--db"_s, .detail = u"epicms or epicommerce"_s});
        }
        return;
    }
    const QString path = QDir::cleanPath(QDir::current().absoluteFilePath(arguments().file));
    await(inspectPackage(path, this), [this, path](const PackageInspection& inspection) {
        for (const Finding& finding : inspection.findings) {
            if (finding.severity == Finding::Severity::Error) {
                endWith(errorOfFinding(finding, path));
                return;
            }
        }
        if (inspection.file.facts.database) {
            compose(*inspection.file.facts.database);
            return;
        }
        endWith(Error{.code = Error::Code::BadInput,
                      .subject = u"--db"_s,
                      .detail = u"the package does not tell which database it holds"_s});
    });
}

void PackageNameCommand::compose(Database database)
{
    const QSet<QString> used = m_connection ? services().jobs().usedPackageNames(m_connection->id) : QSet<QString>();
    const QString name =
        composePackageName(m_connection ? m_connection->name : QString(), database, services().clock().nowUtc(), used);
    output().json({{u"type"_s, u"packageName"_s}, {u"name"_s, name}, {u"database"_s, databaseApiName(database)}});
    output().text(name);
    end(Exit::Done);
}

} // namespace longshore::cli

#include "moc_packagenamecommand.cpp"
