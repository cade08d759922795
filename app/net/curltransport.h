#pragma once

#include "app/net/httptransport.h"

#include <QString>
#include <QUrl>

namespace longshore {

class CurlWorker;

/// How requests leave this machine. TLS is always verified; nothing here changes that.
struct TransportSettings
{
    enum class Proxy { System, None, Manual };

    /// Loopback addresses are reached without a proxy in every mode.
    Proxy proxy = Proxy::System;
    QUrl manualProxy; ///< http, https or socks5 with host and port; may carry a name and a password
    QString caFile; ///< PEM file trusted beside the system's store; empty: none

    friend bool operator==(const TransportSettings&, const TransportSettings&) = default;
};

/// HTTP by libcurl: one multi handle with its connection cache on a thread of its own; only values cross.
///
/// POST, PATCH and what carries If-None-Match always go over a fresh connection, since libcurl silently repeats a
/// request when a kept connection turns out dead. Bodies from a source above 16 MiB announce themselves with
/// `Expect: 100-continue`, so that a refusal comes before the bytes; a header `Expect` in the request (empty: none)
/// overrides that. Redirects are followed for GET and HEAD only; the sink sees the last answer only.
///
/// After finished() the source and the sink are no longer used, with one exception: a cancelled task finishes at once,
/// and its sink or source may see one more call before the worker lets go of it.
class CurlTransport final : public HttpTransport
{
public:
    explicit CurlTransport(const TransportSettings& settings = {});
    /// Ends what runs with Error::Code::Cancelled.
    ~CurlTransport() override;

    /// For requests started from now on.
    void setSettings(const TransportSettings& settings);
    [[nodiscard]] HttpTask* send(const HttpRequest& request, QObject* parent) override;

private:
    std::shared_ptr<CurlWorker> m_worker;
};

} // namespace longshore
