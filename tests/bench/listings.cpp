#include "tests/bench/listings.h"

#include "tests/bench/http.h"

#include <utility>

namespace bench {

namespace {

constexpr std::string_view prolog = R"(<?xml version="1.0" encoding="utf-8"?>)";

std::string element(std::string_view name, std::string_view content)
{
    const std::string tag(name);
    return '<' + tag + '>' + std::string(content) + "</" + tag + '>';
}

std::string blocksOf(std::string_view name, const std::vector<Block>& blocks)
{
    std::string content;
    for (const Block& block : blocks) {
        if (!block.id.empty()) {
            content += element("Block", element("Name", block.id) + element("Size", std::to_string(block.size)));
        }
    }
    return element(name, content);
}

std::optional<ListSource> sourceOf(std::string_view tag)
{
    for (const auto& [name, source] : {std::pair("Latest", ListSource::Latest),
                                       {"Committed", ListSource::Committed},
                                       {"Uncommitted", ListSource::Uncommitted}}) {
        if (tag == name) {
            return source;
        }
    }
    return {};
}

} // namespace

std::optional<std::vector<ListEntry>> parseBlockList(std::string_view xml)
{
    const auto begin = xml.find("<BlockList");
    const auto end = xml.find("</BlockList>");
    if (begin == std::string_view::npos || end == std::string_view::npos) {
        return xml.find("<BlockList/>") == std::string_view::npos ? std::nullopt
                                                                  : std::optional(std::vector<ListEntry>());
    }
    std::vector<ListEntry> list;
    std::string_view rest = xml.substr(begin + 1, end - begin - 1);
    for (auto open = rest.find('<'); open != std::string_view::npos; open = rest.find('<')) {
        rest.remove_prefix(open + 1);
        const auto close = rest.find('>');
        const auto stop = rest.find('<');
        const auto source = sourceOf(rest.substr(0, close));
        if (!source || stop == std::string_view::npos || close > stop || !rest.substr(stop).starts_with("</")) {
            return {};
        }
        list.push_back({*source, std::string(rest.substr(close + 1, stop - close - 1))});
        rest.remove_prefix(stop + 2);
    }
    return list;
}

std::string blockListing(std::string_view type, const Blob* blob, const std::vector<Block>& staged)
{
    std::string content;
    if (type != "uncommitted") {
        content += blocksOf("CommittedBlocks", blob ? blob->blocks : std::vector<Block>());
    }
    if (type == "uncommitted" || type == "all") {
        content += blocksOf("UncommittedBlocks", staged);
    }
    return std::string(prolog) + element("BlockList", content);
}

std::string blobListing(const std::string& container, std::string_view prefix, const BlobStore& store)
{
    const std::string folder = container + (container.ends_with('/') ? "" : "/");
    std::string blobs;
    for (const auto& [path, blob] : store.below(folder + std::string(prefix))) {
        const std::string properties =
            element("Creation-Time", httpDate(blob->modified)) + element("Last-Modified", httpDate(blob->modified))
            + element("Etag", blob->etag.substr(1, blob->etag.size() - 2))
            + element("Content-Length", std::to_string(blob->size)) + element("Content-Type", blob->contentType)
            + element("Content-MD5", blob->md5) + element("BlobType", "BlockBlob") + element("LeaseStatus", "unlocked")
            + element("LeaseState", "available");
        blobs += element("Blob",
                         element("Name", xmlEscaped(path.substr(folder.size()))) + element("Properties", properties));
    }
    return std::string(prolog) + R"(<EnumerationResults ServiceEndpoint="http://127.0.0.1/">)"
           + element("Prefix", xmlEscaped(prefix)) + element("Blobs", blobs) + "<NextMarker/></EnumerationResults>";
}

} // namespace bench
