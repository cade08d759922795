#include "tests/bench/answers.h"

#include "tests/bench/listings.h"

#include <ctime>

namespace bench {

namespace {

constexpr std::uint64_t mebibyte = 1U << 20U;
constexpr std::size_t mostBlocks = 50'000;

/// Calls for S3 carry no `x-ms-` header and no SAS.
bool isAzure(const Request& request)
{
    return request.has("sig") || request.has("comp") || request.has("restype")
           || !request.header("x-ms-version").empty() || !request.header("x-ms-blob-type").empty();
}

std::string lineOf(std::string_view name, std::string_view value)
{
    return value.empty() ? std::string() : std::string(name) + ": " + std::string(value) + "\r\n";
}

Answer created(const Blob& blob, int status)
{
    return {.status = status,
            .headers = lineOf("ETag", blob.etag) + lineOf("Last-Modified", httpDate(blob.modified)),
            .text = {},
            .blob = {},
            .range = {}};
}

bool onlyNew(const Request& request)
{
    return request.header("if-none-match") == "*";
}

Answer refused(const Request& request, StoreError error)
{
    switch (error) {
    case StoreError::BlobExists:
        return isAzure(request) ? errorAnswer(request, 409, "BlobAlreadyExists", "The specified blob already exists.")
                                : errorAnswer(request, 412, "PreconditionFailed", "At least one condition failed");
    case StoreError::IdLengthDiffers:
        return errorAnswer(request, 400, "InvalidBlobOrBlock", "The specified blob or block content is invalid.");
    case StoreError::UnknownBlock:
    case StoreError::None:
        break;
    }
    return errorAnswer(request, 400, "InvalidBlockList", "The specified block list is invalid.");
}

Answer putBlock(const Request& request, const Body& body, BlobStore& store)
{
    const std::string id(request.item("blockid"));
    if (id.empty() || id.size() > 88 || id.size() % 4 != 0) {
        return errorAnswer(request, 400, "InvalidQueryParameterValue",
                           "Value for one of the query parameters specified in the request URI is invalid.");
    }
    if (const StoreError error = store.stage(request.path, {id, body.size, body.bytes}); error != StoreError::None) {
        return refused(request, error);
    }
    return {.status = 201, .headers = lineOf("Content-MD5", body.md5), .text = {}, .blob = {}, .range = {}};
}

Answer putBlockList(const Request& request, const Body& body, BlobStore& store)
{
    const auto list = parseBlockList(body.text);
    if (!list || list->size() > mostBlocks) {
        return errorAnswer(request, 400, list ? "BlockListTooLong" : "InvalidXmlDocument", "The list is refused.");
    }
    Blob blob;
    blob.md5 = request.header("x-ms-blob-content-md5");
    if (const auto type = request.header("x-ms-blob-content-type"); !type.empty()) {
        blob.contentType = type;
    }
    const StoreError error = store.commit(request.path, *list, blob, onlyNew(request));
    return error == StoreError::None ? created(blob, 201) : refused(request, error);
}

Answer putWhole(const Request& request, const Body& body, BlobStore& store)
{
    Blob blob;
    blob.blocks.push_back({{}, body.size, body.bytes});
    blob.md5 = request.header(isAzure(request) ? "x-ms-blob-content-md5" : "content-md5");
    if (const auto type = request.header("content-type"); !type.empty()) {
        blob.contentType = type;
    }
    const StoreError error = store.put(request.path, blob, onlyNew(request));
    return error == StoreError::None ? created(blob, isAzure(request) ? 201 : 200) : refused(request, error);
}

std::string propertiesOf(const Request& request, const Blob& blob, bool whole)
{
    std::string lines = lineOf("ETag", blob.etag) + lineOf("Last-Modified", httpDate(blob.modified))
                        + "Accept-Ranges: bytes\r\n" + lineOf("Content-Type", blob.contentType)
                        + lineOf(whole ? "Content-MD5" : "x-ms-blob-content-md5", blob.md5);
    if (isAzure(request)) {
        lines += "x-ms-blob-type: BlockBlob\r\nx-ms-lease-status: unlocked\r\nx-ms-lease-state: available\r\n"
                 + lineOf("x-ms-creation-time", httpDate(blob.modified));
    }
    return lines;
}

Answer getBlob(const Request& request, const BlobStore& store)
{
    auto blob = store.find(request.path);
    if (!blob) {
        return isAzure(request) ? errorAnswer(request, 404, "BlobNotFound", "The specified blob does not exist.")
                                : errorAnswer(request, 404, "NoSuchKey", "The specified key does not exist.");
    }
    if (const auto match = request.header("if-match"); !match.empty() && match != "*" && match != blob->etag) {
        return errorAnswer(request, 412, isAzure(request) ? "ConditionNotMet" : "PreconditionFailed",
                           "The condition specified using HTTP conditional header(s) is not met.");
    }
    const auto azureRange = request.header("x-ms-range");
    auto range = parseRange(azureRange.empty() ? request.header("range") : azureRange, blob->size);
    if (const auto ifRange = request.header("if-range"); !ifRange.empty() && ifRange != blob->etag) {
        range.reset();
    }
    if (range && range->size == 0) {
        Answer answer = errorAnswer(request, 416, "InvalidRange", "The range specified is invalid.");
        answer.headers += "Content-Range: bytes */" + std::to_string(blob->size) + "\r\n";
        return answer;
    }
    const bool whole = !range;
    const ByteRange stretch = range ? *range : ByteRange{0, blob->size};
    Answer answer{.status = whole ? 200 : 206,
                  .headers = propertiesOf(request, *blob, whole),
                  .text = {},
                  .blob = blob,
                  .range = stretch};
    if (!whole) {
        answer.headers += "Content-Range: bytes " + std::to_string(stretch.first) + '-'
                          + std::to_string(stretch.first + stretch.size - 1) + '/' + std::to_string(blob->size)
                          + "\r\n";
    }
    return answer;
}

Answer aboutContainer(const Request& request, const BlobStore& store)
{
    if (request.method == "GET" && request.item("comp") == "list") {
        return {.status = 200,
                .headers = "Content-Type: application/xml\r\n",
                .text = blobListing(request.path, request.item("prefix"), store),
                .blob = {},
                .range = {}};
    }
    return {.status = request.method == "PUT" ? 201 : 200,
            .headers = "ETag: \"0x1\"\r\nLast-Modified: Tue, 14 Nov 2023 22:13:20 GMT\r\n"
                       "x-ms-lease-status: unlocked\r\nx-ms-lease-state: available\r\n"
                       "x-ms-sku-name: Standard_LRS\r\nx-ms-account-kind: StorageV2\r\nx-ms-is-hns-enabled: false\r\n",
            .text = {},
            .blob = {},
            .range = {}};
}

Answer blockList(const Request& request, const BlobStore& store)
{
    const auto blob = store.find(request.path);
    const auto staged = store.staged(request.path);
    if (!blob && staged.empty()) {
        return errorAnswer(request, 404, "BlobNotFound", "The specified blob does not exist.");
    }
    return {.status = 200,
            .headers = "Content-Type: application/xml\r\n",
            .text = blockListing(request.item("blocklisttype"), blob.get(), staged),
            .blob = {},
            .range = {}};
}

Answer put(const Request& request, const Body& body, BlobStore& store)
{
    const std::string_view comp = request.item("comp");
    if (comp == "block") {
        return putBlock(request, body, store);
    }
    if (comp == "blocklist") {
        return putBlockList(request, body, store);
    }
    if (!comp.empty()) { // metadata, properties, tier: nothing that a bench looks at
        return {};
    }
    return putWhole(request, body, store);
}

} // namespace

BodyUse bodyUseOf(const Request& request)
{
    const bool content =
        request.method == "PUT" && !request.has("restype") && (!request.has("comp") || request.item("comp") == "block");
    return content ? BodyUse::Keep : BodyUse::Text;
}

std::optional<Answer> refusalOf(const Request& request, const BlobStore& store)
{
    if (request.method != "PUT") {
        return {};
    }
    if (!request.length) {
        return errorAnswer(request, 411, "MissingContentLengthHeader", "Content-Length is missing.");
    }
    const bool block = request.item("comp") == "block";
    if (*request.length > (block ? 4000 : isAzure(request) ? 5000 : 5120) * mebibyte) {
        return isAzure(request) ? errorAnswer(request, 413, "RequestBodyTooLarge", "The request body is too large.")
                                : errorAnswer(request, 400, "EntityTooLarge", "The proposed upload is too large");
    }
    if (onlyNew(request) && !block && store.find(request.path)) {
        return refused(request, StoreError::BlobExists);
    }
    return {};
}

Answer answerTo(const Request& request, const Body& body, BlobStore& store)
{
    if (const auto claimed = request.header("content-md5");
        !claimed.empty() && !body.md5.empty() && claimed != body.md5) {
        return isAzure(request) ? errorAnswer(request, 400, "Md5Mismatch", "The MD5 value did not match.")
                                : errorAnswer(request, 400, "BadDigest", "The Content-MD5 did not match.");
    }
    if (request.has("restype")) {
        return aboutContainer(request, store);
    }
    if (request.method == "PUT") {
        return put(request, body, store);
    }
    if (request.method == "DELETE") {
        const bool there = store.remove(request.path);
        return isAzure(request) && !there
                   ? errorAnswer(request, 404, "BlobNotFound", "The specified blob does not exist.")
                   : Answer{.status = isAzure(request) ? 202 : 204, .headers = {}, .text = {}, .blob = {}, .range = {}};
    }
    if (request.method != "GET" && request.method != "HEAD") {
        return errorAnswer(request, 400, "UnsupportedHttpVerb", "The resource does not support this verb.");
    }
    return request.item("comp") == "blocklist" ? blockList(request, store) : getBlob(request, store);
}

Answer errorAnswer(const Request& request, int status, std::string_view code, std::string_view message)
{
    Answer answer{
        .status = status, .headers = "Content-Type: application/xml\r\n", .text = {}, .blob = {}, .range = {}};
    if (isAzure(request)) {
        answer.headers += lineOf("x-ms-error-code", code);
    }
    answer.text = R"(<?xml version="1.0" encoding="utf-8"?><Error><Code>)" + std::string(code) + "</Code><Message>"
                  + std::string(message) + "</Message></Error>";
    return answer;
}

Answer expiredAnswer(const Request& request)
{
    return isAzure(request) ? errorAnswer(request, 403, "AuthenticationFailed",
                                          "Server failed to authenticate the request. Signature not valid in the "
                                          "specified time frame.")
                            : errorAnswer(request, 403, "AccessDenied", "Request has expired");
}

} // namespace bench
