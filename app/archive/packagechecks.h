#pragma once

#include "app/archive/inspection.h"
#include "app/archive/zipdirectory.h"

#include <QSet>

class QIODevice;

namespace longshore {

/// The checks of a bacpac, each of which ends in findings. Blocking; one run for each object.
class PackageChecks final
{
public:
    enum class Until {
        FirstError, ///< nothing more is read then
        TheEnd, ///< everything that is wrong is said, as far as it can be read
    };

    /// `device`: open, random access; must outlive this.
    PackageChecks(QIODevice& device, const InspectionWatch& watch, Until until);

    /// Error: Cancelled. Everything else is among the findings.
    [[nodiscard]] Result<void> run();
    [[nodiscard]] const PackageFacts& facts() const { return m_facts; }
    [[nodiscard]] const QList<Finding>& findings() const { return m_findings; }
    /// The directory could be read, so that it makes sense to read the rest.
    [[nodiscard]] bool isZip() const { return m_isZip; }

private:
    using Sink = std::function<Result<void>(QByteArrayView)>;

    void add(Finding::Severity severity, Finding::Kind kind, const QString& place, const QString& detail = {});
    void addError(Finding::Kind kind, const Error& error);
    [[nodiscard]] bool isOver() const;
    [[nodiscard]] bool openDirectory();
    void checkMandatory();
    void countParts();
    void checkMetadata();
    void checkOrigin();
    void checkModel();
    void recognise(const QStringList& tables);
    void checkRelationships();
    void checkContents();
    [[nodiscard]] std::optional<QByteArray> contents(const QByteArray& name, qint64 maximum);
    [[nodiscard]] Result<void> stream(const ZipEntry& entry, const Sink& sink);

    QIODevice& m_device;
    const InspectionWatch& m_watch;
    Until m_until;
    ZipDirectory m_directory;
    PackageFacts m_facts;
    QList<Finding> m_findings;
    QSet<QByteArray> m_read; ///< entries that were read to their end, or said to be damaged
    QString m_modelChecksum;
    bool m_isZip = false;
    bool m_broken = false; ///< has an error, or the disk has
};

} // namespace longshore
