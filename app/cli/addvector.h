#pragma once

#include "app/cli/command.h"
#include "app/providers/vector/vectorprovider.h"

namespace longshore::cli {

/// Takes in sites of a Vector Pro account, each as a connection of its own with the same token.
class AddVectorSites final : public Command
{
    Q_OBJECT

public:
    explicit AddVectorSites(const Context& context) : Command(context, nullptr) { }
    void run() override;

private:
    void takeToken(const Secret& token, bool store);
    void found(const VectorAccount& account);
    [[nodiscard]] Result<QList<Connection>> chosen(const VectorAccount& account) const;
    void saveNext();
    void storeToken();
    void report();

    QUrl m_baseUrl;
    std::optional<VectorDialect> m_dialect;
    Secret m_token;
    bool m_storeToken = false;
    QList<Connection> m_sites; ///< still to be saved
    QList<Connection> m_saved;
};

} // namespace longshore::cli
