#pragma once

#include "app/core/signedurl.h"

#include <QByteArray>
#include <QMap>
#include <optional>
#include <vector>

namespace longshore {

// The words of the Azure Blob service about blocks. Pure.

/// What makes the block ids of one upload its own: 32 characters, drawn anew for each.
[[nodiscard]] QByteArray newBlockNonce();
/// Base64 of 48 bytes, the nonce and the number: all of one blob must be equally long, at most 64 bytes before
/// encoding, and those that other programs may have staged on the name (EpiCloud) are of this length, too.
[[nodiscard]] QByteArray blockId(const QByteArray& nonce, int part);

/// The link with more of a query; its own bytes stay as they are.
[[nodiscard]] Result<SignedUrl> withQuery(const SignedUrl& link, const QByteArray& more);
[[nodiscard]] Result<SignedUrl> putBlockUrl(const SignedUrl& link, const QByteArray& id);
[[nodiscard]] Result<SignedUrl> putBlockListUrl(const SignedUrl& link);
enum class StoredBlocks { Uncommitted, All };
[[nodiscard]] Result<SignedUrl> getBlockListUrl(const SignedUrl& link, StoredBlocks which);

/// The body of Put Block List for parts 0 to `parts` - 1.
[[nodiscard]] QByteArray blockListXml(const QByteArray& nonce, int parts);
/// Id → size, committed and not, of an answer to Get Block List; nothing when it is not one.
[[nodiscard]] std::optional<QMap<QByteArray, qint64>> parseBlockList(const QByteArray& xml);

} // namespace longshore
