#pragma once

#include "app/core/result.h"
#include "app/providers/vector/vectormodel.h"

#include <QJsonObject>
#include <QJsonValue>

namespace longshore::vector {

/// An answer's parts: `{data, message, http_status}`, with `links` and `meta` for collections. Samples of the
/// documentation show `data` alone.
struct Envelope
{
    QJsonValue data;
    QJsonObject meta;
};

// Error of all: BadAnswer (subject: the field that is missing or wrong).

[[nodiscard]] Result<Identity> identityFromJson(const Envelope& answer);
[[nodiscard]] Result<SiteInfo> siteFromJson(const Envelope& answer);
[[nodiscard]] Result<Page<SiteInfo>> sitesFromJson(const Envelope& answer);
[[nodiscard]] Result<Page<EnvironmentInfo>> environmentsFromJson(const Envelope& answer);
[[nodiscard]] Result<Operation> operationFromJson(const Envelope& answer);
/// In dialect D a session is "pending" when its file was sent; in the others when nothing was.
[[nodiscard]] Result<ImportSession> importFromJson(const Envelope& answer);

/// "exp_xyz789", 12345 and "01h…" alike: ids are opaque.
[[nodiscard]] QString idText(const QJsonValue& value);

} // namespace longshore::vector
