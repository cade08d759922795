#include "ui/jobs/jobreport.h"

#include "ui/common/words.h"
#include "ui/jobs/joberror.h"
#include "ui/jobs/jobtimeline.h"

#include <QCoreApplication>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

class Report
{
    Q_DECLARE_TR_FUNCTIONS(longshore::JobReport)

public:
    static QStringList facts(const JobRecord& record);
    static QString idLine(const JobRecord& record)
    {
        return !record.import                         ? tr("Export id: %1")
               : record.database() == Database::MySql ? tr("Import id: %1")
                                                      : tr("Deployment id: %1");
    }
    static QString fileLine(const JobRecord& record);
    static QStringList importFacts(const JobRecord& record);
    static QStringList failure(const JobRecord& record);
};

QString stamp(const QDateTime& moment)
{
    return moment.isValid() ? moment.toUTC().toString(Qt::ISODate) : u"-"_s;
}

QStringList Report::facts(const JobRecord& record)
{
    QStringList lines{jobTitle(record),
                      //: In a report. %1 is the state of a job
                      tr("State: %1").arg(jobLook(record).word),
                      //: In a report. %1 is a tier
                      tr("Tier: %1").arg(tierText(record.tier)), tr("Job id: %1").arg(record.id),
                      idLine(record).arg(record.serverId.isEmpty() ? u"-"_s : record.serverId),
                      //: In a report. %1 is a word of the server
                      tr("Server says: %1").arg(record.serverStatus.isEmpty() ? u"-"_s : record.serverStatus),
                      //: In a report. %1 is a point in time
                      tr("Created: %1").arg(stamp(record.createdAt)),
                      //: In a report. %1 is a point in time
                      tr("Finished: %1").arg(stamp(record.finishedAt)),
                      //: In a report; %1 to %3 are numbers
                      tr("Checks: %1, link renewals: %2, retries: %3")
                          .arg(record.checks)
                          .arg(record.linkRenewals)
                          .arg(record.retries)};
    if (!record.import && record.database() != Database::MySql) { // the service of a site decides by itself
        //: In a report. %1 is a number of hours
        lines << tr("Keep for: %1 h").arg(record.request.retention.count());
    }
    if (record.size >= 0) {
        //: In a report. %1 is a number of bytes
        lines << tr("Size: %1 bytes").arg(record.size);
    }
    if (!record.sha256.isEmpty()) {
        lines << u"SHA-256: "_s + record.sha256;
    }
    return lines;
}

QStringList Report::importFacts(const JobRecord& record)
{
    if (!record.import) {
        return {};
    }
    const ImportRequest& import = *record.import;
    QStringList lines;
    if (sendsFile(import.way)) {
        //: In a report. %1 is a path
        lines << tr("File: %1").arg(import.file.path)
              //: In a report. %1 is a number of bytes
              << tr("Size: %1 bytes").arg(import.file.size) << u"SHA-256: "_s + import.file.sha256;
    }
    lines << fileLine(record);
    lines.removeAll(QString());
    //: In a report. %1 is the id of a file in the library
    lines << (record.backupLibraryId.isEmpty() ? tr("Backup: none")
                                               : tr("Backup: %1 in the library").arg(record.backupLibraryId));
    for (const QString& words : record.serverErrors) {
        //: In a report. %1 is what the server says
        lines << tr("Server error: %1").arg(words);
    }
    for (const QString& words : record.serverWarnings) {
        //: In a report. %1 is what the server says
        lines << tr("Server warning: %1").arg(words);
    }
    return lines;
}

/// How the service was told of it.
QString Report::fileLine(const JobRecord& record)
{
    const ImportRequest& import = *record.import;
    if (record.database() != Database::MySql) {
        //: In a report. %1 is the name of a package
        return tr("Package name: %1").arg(record.packageName.isEmpty() ? import.packageName : record.packageName);
    }
    QStringList parts{importWayName(import.way)};
    if (!record.uploadSession.isEmpty()) {
        parts << u"session "_s + record.uploadSession;
    }
    parts << (import.options.dropTables ? u"drop tables"_s : u"keep tables"_s)
          << (import.options.foreignKeysOff ? u"foreign keys off"_s : u"foreign keys on"_s);
    if (import.options.isReplacing()) {
        parts << import.options.searchFor + u" → "_s + import.options.replaceBy;
    }
    //: In a report. %1 are words of the program: "upload, session 01jk, drop tables"
    return tr("Way: %1").arg(parts.join(u", "_s));
}

QStringList Report::failure(const JobRecord& record)
{
    if (!record.error) {
        return {};
    }
    const ErrorText text = jobErrorText(record);
    return {QString(), text.what, text.safe, text.next, text.details};
}

} // namespace

QString jobLogText(const QList<JobLogLine>& lines)
{
    QStringList text;
    for (const JobLogLine& line : lines) {
        text << line.at.toLocalTime().toString(u"HH:mm:ss  "_s) + line.text;
    }
    return text.join(u'\n');
}

QString jobReport(const JobView& view, const QDateTime& now)
{
    const JobRecord& record = view.record;
    QStringList lines = Report::facts(record) + Report::importFacts(record) + Report::failure(record);
    lines << QString();
    const QList<TimelineRow> rows = timelineOf(view, now);
    for (const TimelineRow& row : rows) {
        QStringList parts{row.title, row.time, row.text};
        parts.removeAll(QString());
        lines << parts.join(u" | "_s);
    }
    lines << QString();
    for (const JobLogLine& line : record.log) {
        lines << stamp(line.at) + u"  "_s + line.text;
    }
    lines << u"Longshore "_s + QCoreApplication::applicationVersion();
    return lines.join(u'\n') + u'\n';
}

} // namespace longshore
