#pragma once

#include "tests/bench/blobstore.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

/// The body of Put Block List. Nothing when it is not one.
[[nodiscard]] std::optional<std::vector<ListEntry>> parseBlockList(std::string_view xml);
/// Get Block List: `committed` (also for an empty type), `uncommitted` or `all`.
[[nodiscard]] std::string blockListing(std::string_view type, const Blob* blob, const std::vector<Block>& staged);
/// List Blobs of the container with this path.
[[nodiscard]] std::string blobListing(const std::string& container, std::string_view prefix, const BlobStore& store);

} // namespace bench
