#pragma once

#include <QByteArray>
#include <QThreadPool>
#include <QUrl>
#include <functional>
#include <memory>

namespace longshore {

/// How one host is reached. An empty address: directly.
struct ProxyChoice
{
    QByteArray address; ///< "http://proxy.example:3128", "socks5h://…"
    QByteArray user;
    QByteArray password;
};

[[nodiscard]] ProxyChoice proxyFromUrl(const QUrl& url);

/// Asks the system which proxy leads to a host, on a thread of its own: the answer may take seconds where a script
/// decides (PAC).
class ProxyResolver final
{
public:
    ProxyResolver();
    ProxyResolver(const ProxyResolver&) = delete;
    ProxyResolver& operator=(const ProxyResolver&) = delete;
    /// Waits a moment for a question under way; a script that hangs does not keep the program from ending.
    ~ProxyResolver();

    /// `done` is called on the resolver's thread, perhaps after the resolver is gone. Scripts see scheme and host only,
    /// never path or query.
    void ask(const QByteArray& url, std::function<void(const ProxyChoice&)> done);

private:
    std::unique_ptr<QThreadPool> m_pool;
};

} // namespace longshore
