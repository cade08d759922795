#pragma once

#include "app/core/signedurl.h"
#include "app/core/task.h"

#include <QMap>

namespace longshore {

/// Where the parts of one upload session go. The platform says how many parts there are; nobody else may.
struct PartLinks
{
    QString session{}; ///< the platform's name for it, not secret; parts that another session has are of no use in it
    int count = 0; ///< parts of the whole file
    QMap<int, SignedUrl> links{}; ///< by part number, from 1; those of parts that are there may be missing
};

/// Gives the links of a session, and fresh ones for all of them with one question.
class PartLinkSource
{
public:
    PartLinkSource() = default;
    PartLinkSource(const PartLinkSource&) = delete;
    PartLinkSource& operator=(const PartLinkSource&) = delete;
    virtual ~PartLinkSource() = default;
    /// Those known now; without links when there are none yet.
    [[nodiscard]] virtual PartLinks current() const = 0;
    /// Asks the platform. Errors: SessionLost when it does not take parts for this session any more, LinkExpired when
    /// this source cannot renew.
    [[nodiscard]] virtual ResultTask<PartLinks>* renew(QObject* parent) = 0;
};

} // namespace longshore
