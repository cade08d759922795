#pragma once

#include "app/cli/importstart.h"
#include "app/domain/copyplan.h"

namespace longshore::cli {

/// Copies the database of one place to another, by the platform itself or by way of the library.
class CopyCommand final : public ImportStart
{
    Q_OBJECT

public:
    explicit CopyCommand(const Context& context) : ImportStart(context) { }
    void run() override;

private:
    [[nodiscard]] Result<void> plan();
    [[nodiscard]] Result<Database> wantedDatabase() const;
    [[nodiscard]] Result<ImportOptions> wantedOptions() const;
    [[nodiscard]] std::optional<Error> refusal() const;
    void tellPlan();
    void acceptProductionData();

    CopyEnd m_from;
    CopyEnd m_to;
    CopyPlan m_plan;
    ImportRequest m_request;
};

} // namespace longshore::cli
