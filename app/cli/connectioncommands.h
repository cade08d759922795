#pragma once

#include "app/cli/command.h"
#include "app/providers/provider.h"

namespace longshore::cli {

class AddConnection final : public Command
{
    Q_OBJECT

public:
    explicit AddConnection(const Context& context) : Command(context, nullptr) { }
    void run() override;

private:
    [[nodiscard]] Result<Connection> described() const;
    void findSecret();
    void takeSecret(const Secret& secret, bool store);
    void save();
    void storeSecret();
    void report();

    Connection m_connection;
    Secret m_secret;
    bool m_storeSecret = false;
};

class ListConnections final : public Command
{
    Q_OBJECT

public:
    explicit ListConnections(const Context& context) : Command(context, nullptr) { }
    void run() override;
};

/// Signs in, learns the rights per environment and remembers them.
class TestConnection final : public Command
{
    Q_OBJECT

public:
    explicit TestConnection(const Context& context) : Command(context, nullptr) { }
    void run() override;

private:
    void learned(Connection connection, const ConnectionTest& test);
};

class RemoveConnection final : public Command
{
    Q_OBJECT

public:
    explicit RemoveConnection(const Context& context) : Command(context, nullptr) { }
    void run() override;
};

class ListSites final : public Command
{
    Q_OBJECT

public:
    explicit ListSites(const Context& context) : Command(context, nullptr) { }
    void run() override;
};

} // namespace longshore::cli
