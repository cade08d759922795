#pragma once

#include "app/jobs/childexport.h"

namespace longshore {

/// The undo file of an import: an export of the target.
class ImportBackup final : public ChildExport
{
    Q_OBJECT

public:
    ImportBackup(JobHandle& job, QObject* parent);

    /// Whether the undo file of an earlier attempt still holds what the target is.
    [[nodiscard]] bool hasGood() const;

protected:
    [[nodiscard]] std::optional<LibraryEntry> good() const override;
    [[nodiscard]] ExportRequest request() const override;
    void describe(JobRecord& child) const override;
    void succeed(const LibraryEntry& entry) override;
};

} // namespace longshore
