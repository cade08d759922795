#pragma once

#include <QByteArray>
#include <QThreadPool>
#include <QUrl>
#include <functional>

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
    ~ProxyResolver();

    /// `done` is called on the resolver's thread. Scripts see scheme and host only, never path or query.
    void ask(const QByteArray& url, std::function<void(const ProxyChoice&)> done);
    void waitForDone();

private:
    QThreadPool m_pool;
};

} // namespace longshore
