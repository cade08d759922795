#pragma once

#include "app/domain/finding.h"
#include "app/jobs/childexport.h"

namespace longshore {

struct GoodSource;

/// The file of a copy: an export of its source.
class ImportFetch final : public ChildExport
{
    Q_OBJECT

public:
    ImportFetch(JobHandle& job, QObject* parent);

    /// Whether the file of an earlier attempt still holds what the source is.
    [[nodiscard]] bool hasGood() const;

protected:
    [[nodiscard]] std::optional<LibraryEntry> good() const override;
    [[nodiscard]] ExportRequest request() const override;
    void describe(JobRecord& child) const override;
    void succeed(const LibraryEntry& entry) override;
};

/// What the look at the fetched file tells about the copy: its findings, and those against the target.
[[nodiscard]] QList<Finding> copyFindings(const JobHandle& job, const GoodSource& source);
/// Why the copy stops there; nothing: it goes on. Errors: SourceChanged (it is not what was fetched), FormatInvalid,
/// GuardRefused (warnings that nobody accepted; subject: their names).
[[nodiscard]] std::optional<Error> refusalOfCopy(const JobHandle& job, const GoodSource& source,
                                                 const QList<Finding>& findings);

} // namespace longshore
