#pragma once

#include "app/archive/hashingfile.h"
#include "app/archive/inspection.h"

namespace longshore {

/// The file under an inspection: what it was when the look began, its SHA-256, and whether it stayed the same.
class InspectedFile final
{
public:
    InspectedFile(const QString& path, const InspectionWatch& watch);

    /// False: it cannot be read, and that is a finding now.
    [[nodiscard]] bool open();
    [[nodiscard]] HashingFile& device() { return m_device; }
    [[nodiscard]] PackageInspection& inspection() { return m_inspection; }
    void add(const Finding& finding);
    /// Reads what was not read yet, and says what can be said at the end. Error: Cancelled.
    [[nodiscard]] Result<void> conclude();

private:
    [[nodiscard]] Result<void> hashTheRest();

    const InspectionWatch& m_watch;
    HashingFile m_device;
    PackageInspection m_inspection;
};

} // namespace longshore
