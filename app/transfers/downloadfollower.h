#pragma once

#include <QtGlobal>

namespace longshore {

/// Who reads the part file of a download while it grows. Called on a thread of the download; returns at once.
class DownloadFollower
{
public:
    DownloadFollower() = default;
    DownloadFollower(const DownloadFollower&) = delete;
    DownloadFollower& operator=(const DownloadFollower&) = delete;
    virtual ~DownloadFollower() = default;

    /// The bytes before `offset` are in the file, without a gap, and stay what they are until startedOver().
    virtual void reached(qint64 offset) = 0;
    /// The object changed: there is a new, empty file of that name.
    virtual void startedOver() = 0;
};

} // namespace longshore
