#pragma once

#include "app/core/secret.h"

#include <QString>
#include <QUrl>

namespace longshore {

/// What was recognised in a piece of text; empty where nothing was.
struct FoundCredentials
{
    QString projectId;
    QString clientKey;
    Secret clientSecret;
    QUrl baseUrl;

    [[nodiscard]] bool isEmpty() const
    {
        return projectId.isEmpty() && clientKey.isEmpty() && clientSecret.isEmpty() && baseUrl.isEmpty();
    }
};

/// Finds project ID, key and secret in whatever a person copied: lines with labels, JSON, a PowerShell command, or the
/// bare values in any order. Labels win; without them the ID is a GUID, the key letters and digits, and the secret the
/// longest Base64 whose length is a multiple of four.
[[nodiscard]] FoundCredentials findCredentials(const QString& text);

} // namespace longshore
