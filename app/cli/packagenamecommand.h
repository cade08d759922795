#pragma once

#include "app/cli/command.h"
#include "app/domain/database.h"

namespace longshore::cli {

/// Prints the name under which a package would be sent; nothing is stored or sent.
class PackageNameCommand final : public Command
{
    Q_OBJECT

public:
    explicit PackageNameCommand(const Context& context) : Command(context, nullptr) { }
    void run() override;

private:
    void compose(Database database);

    std::optional<Connection> m_connection;
};

} // namespace longshore::cli
