#pragma once

#include "app/cli/command.h"

namespace longshore {
struct Finding;
struct PackageInspection;
} // namespace longshore

namespace longshore::cli {

/// Looks at a file of either platform, as an import would before it sends anything; nothing is sent.
class InspectCommand final : public Command
{
    Q_OBJECT

public:
    explicit InspectCommand(const Context& context) : Command(context, nullptr) { }
    void run() override;

private:
    void tell(const Finding& finding);
    void inspected(const PackageInspection& inspection);

    QString m_path;
};

} // namespace longshore::cli
