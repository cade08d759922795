#pragma once

#include "app/core/progress.h"
#include "app/net/httptransport.h"

namespace longshore {

/// Where a transfer on the worker thread leaves what it has to tell. Called on that thread only.
class CurlReceiver
{
public:
    CurlReceiver() = default;
    CurlReceiver(const CurlReceiver&) = delete;
    CurlReceiver& operator=(const CurlReceiver&) = delete;
    virtual ~CurlReceiver() = default;
    virtual void putProgress(const Progress& progress) = 0;
    virtual void putResult(Result<HttpResponse> result) = 0;
};

} // namespace longshore
