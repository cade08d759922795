#pragma once

#include "app/cli/importstart.h"
#include "app/domain/dumpfacts.h"
#include "app/domain/finding.h"
#include "app/domain/importrequest.h"
#include "app/domain/libraryentry.h"

#include <optional>

namespace longshore {
struct PackageInspection;
}

namespace longshore::cli {

/// Imports a file, or the undo file of an import: checks it, asks a person what must be asked, files the job and stays
/// until the service accepted it or, asked for, until it is done.
class ImportCommand final : public ImportStart
{
    Q_OBJECT

public:
    explicit ImportCommand(const Context& context) : ImportStart(context) { }
    void run() override;

private:
    [[nodiscard]] Result<void> plan();
    [[nodiscard]] Result<void> planUndo();
    [[nodiscard]] Result<void> planDatabase();
    [[nodiscard]] Result<void> chooseWay(const PackageInspection& inspection);
    [[nodiscard]] std::optional<Error> refusal() const;
    void inspect();
    [[nodiscard]] Finding seen(const Finding& finding) const;
    void tell(const Finding& finding);
    void inspected(const PackageInspection& inspection);
    [[nodiscard]] QList<Finding> againstTarget() const;
    void judge(const QList<Finding>& findings);
    void askForWarnings(const QList<Finding>& warnings);
    void file();

    Connection m_connection;
    ImportRequest m_request;
    std::optional<DumpFacts> m_dump; ///< what the look learned
    std::optional<LibraryEntry> m_origin; ///< of a file of the library
    QString m_phrase;
    bool m_databaseKnown = false;
};

} // namespace longshore::cli
