#pragma once

#include <QString>

namespace longshore {

/// The last line of defence: hides what looks like a key in text that other code wrote – values of `sig=`,
/// `X-Amz-Signature=`, `X-Amz-Credential=`, `X-Amz-Security-Token=`, of Authorization fields, and what follows
/// `epi-hmac`, `Bearer` or `Basic`. Our own code never gets here with a secret: it has Secret and SignedUrl.
[[nodiscard]] QString redactedText(const QString& text);

} // namespace longshore
