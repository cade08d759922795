#pragma once

#include "app/core/error.h"

#include <QByteArray>

namespace longshore {

/// What libcurl tells of a transfer that failed.
struct CurlFailure
{
    int code = 0; ///< CURLcode
    QString host;
    QByteArray words; ///< libcurl's own
    int osError = 0; ///< errno of a connect
    bool connectTimeUp = false; ///< the time allowed for connecting has passed
    bool viaProxy = false;
    int proxyStatus = 0; ///< the proxy's answer to CONNECT
    bool connected = false; ///< the way to the server stood, TLS included
    long verifyResult = 0; ///< OpenSSL's
    QString issuer; ///< of the certificate that was not trusted
    QString caFile; ///< from the settings
};

/// An error whose detail holds libcurl's words.
[[nodiscard]] Error classifyCurl(const CurlFailure& failure);

} // namespace longshore
