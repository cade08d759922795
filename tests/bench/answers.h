#pragma once

#include "tests/bench/blobstore.h"
#include "tests/bench/http.h"

#include <memory>
#include <optional>
#include <string>

namespace bench {

/// A request's body as it was received.
struct Body
{
    std::uint64_t size = 0;
    std::string text; ///< when the server has to read it
    std::shared_ptr<const Extent> bytes; ///< when it is kept
    std::string md5; ///< base64, when it was reckoned
};

/// What is sent back: a text, or a stretch of a blob.
struct Answer
{
    int status = 200;
    std::string headers; ///< complete lines
    std::string text;
    std::shared_ptr<const Blob> blob;
    ByteRange range;
    [[nodiscard]] std::uint64_t size() const { return blob ? range.size : text.size(); }
};

enum class BodyUse { Text, Keep };

/// What is done with the body: lists and properties are read, everything else is content.
[[nodiscard]] BodyUse bodyUseOf(const Request& request);

/// Refusals that need no body: too large, no length, an existing blob where only a new one is wanted.
[[nodiscard]] std::optional<Answer> refusalOf(const Request& request, const BlobStore& store);

/// Does what the request asks for, as Azure Blob Storage or S3 would.
[[nodiscard]] Answer answerTo(const Request& request, const Body& body, BlobStore& store);

/// In Azure's or S3's words, whichever the request is written for.
[[nodiscard]] Answer errorAnswer(const Request& request, int status, std::string_view code, std::string_view message);
[[nodiscard]] Answer expiredAnswer(const Request& request);

} // namespace bench
