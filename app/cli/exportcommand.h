#pragma once

#include "app/cli/command.h"
#include "app/domain/exportrequest.h"

namespace longshore::cli {

/// Files an export and stays until the service accepted it or, asked for, until it is done.
class ExportCommand final : public Command
{
    Q_OBJECT

public:
    explicit ExportCommand(const Context& context) : Command(context, nullptr) { }
    void run() override;

private:
    [[nodiscard]] Result<ExportRequest> request(const Connection& connection) const;
    void file(const ExportRequest& request);
};

} // namespace longshore::cli
