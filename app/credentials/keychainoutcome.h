#pragma once

#include "app/core/error.h"

#include <optional>

namespace longshore {

/// What the keychain library said about a call.
enum class KeychainReply { Done, NotFound, Denied, NoBackend, Failed };
/// What the service itself says about its default collection. The library cannot tell a locked keychain from a missing
/// secret, and reports success for removing from a locked one.
enum class KeychainLock { Open, Locked, Unknown };
enum class KeychainCall { Read, Write, Remove };

/// Whether the lock must be looked at before a reply means anything.
[[nodiscard]] constexpr bool needsLockState(KeychainCall call, KeychainReply reply)
{
    return reply == KeychainReply::NotFound || reply == KeychainReply::Failed
           || (call == KeychainCall::Remove && reply == KeychainReply::Done);
}

/// Why the call did not do what was asked; empty when it did.
[[nodiscard]] constexpr std::optional<Error::Code> keychainFailure(KeychainCall call, KeychainReply reply,
                                                                   KeychainLock lock)
{
    if (needsLockState(call, reply) && lock == KeychainLock::Locked) {
        return Error::Code::KeychainLocked;
    }
    switch (reply) {
    case KeychainReply::Done:
        return std::nullopt;
    case KeychainReply::NotFound:
        if (call == KeychainCall::Remove) {
            return std::nullopt; // nothing there is what was wanted
        }
        return Error::Code::SecretMissing;
    case KeychainReply::Denied:
        return Error::Code::KeychainLocked;
    case KeychainReply::NoBackend:
    case KeychainReply::Failed:
        break;
    }
    return Error::Code::NoKeychain;
}

} // namespace longshore
