#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

/// A stretch of a file that holds somebody's bytes; given back when nobody needs it any more.
class Extent final
{
public:
    enum class Owns { Stretch, File };
    Extent(int file, std::uint64_t offset, std::uint64_t size, Owns owns)
        : m_file(file), m_offset(offset), m_size(size), m_owns(owns)
    { }
    ~Extent();
    Extent(const Extent&) = delete;
    Extent& operator=(const Extent&) = delete;

    [[nodiscard]] int file() const { return m_file; }
    [[nodiscard]] std::uint64_t offset() const { return m_offset; }

private:
    int m_file;
    std::uint64_t m_offset;
    std::uint64_t m_size;
    Owns m_owns;
};

/// A block as staged or committed. One without an extent was discarded: only its size is known.
struct Block
{
    std::string id; ///< base64 as sent; empty for what came in one request
    std::uint64_t size = 0;
    std::shared_ptr<const Extent> bytes;
};

struct Blob
{
    std::uint64_t size = 0;
    std::string etag; ///< with its quotes
    std::string md5; ///< base64, as the uploader said
    std::string contentType = "application/octet-stream";
    std::int64_t modified = 0; ///< s since the epoch
    std::vector<Block> blocks;
};

enum class ListSource { Latest, Committed, Uncommitted };

struct ListEntry
{
    ListSource source = ListSource::Latest;
    std::string id;
};

enum class StoreError { None, BlobExists, IdLengthDiffers, UnknownBlock };

/// All blobs of the server and their uncommitted blocks, by path. Thread-safe.
class BlobStore final
{
public:
    /// A folder serves its files; `store` keeps what is uploaded, there or in memory.
    BlobStore(std::string root, bool store);
    ~BlobStore();
    BlobStore(const BlobStore&) = delete;
    BlobStore& operator=(const BlobStore&) = delete;

    /// Room for a body, or nothing when bodies are discarded.
    [[nodiscard]] std::shared_ptr<const Extent> room(std::uint64_t size);

    [[nodiscard]] StoreError stage(const std::string& path, Block block);
    /// Puts the blob together from blocks it has or that are staged, and drops the staged rest.
    [[nodiscard]] StoreError commit(const std::string& path, const std::vector<ListEntry>& list, Blob& blob,
                                    bool onlyNew);
    /// A whole blob in one request; drops what was staged, as the service does.
    [[nodiscard]] StoreError put(const std::string& path, Blob& blob, bool onlyNew);
    bool remove(const std::string& path);
    void clear();

    /// An uploaded blob, a file of the folder (by the path's last name), or `pattern-<size>`.
    [[nodiscard]] std::shared_ptr<const Blob> find(const std::string& path) const;
    [[nodiscard]] std::vector<Block> staged(const std::string& path) const;
    [[nodiscard]] std::map<std::string, std::shared_ptr<const Blob>> below(const std::string& prefix) const;

private:
    [[nodiscard]] std::shared_ptr<const Blob> fileOf(const std::string& path) const;
    void finish(const std::string& path, Blob& blob);
    void writeFile(const std::string& path, Blob& blob) const;

    std::string m_root;
    int m_arena = -1;
    std::atomic<std::uint64_t> m_arenaEnd = 0;
    mutable std::mutex m_mutex;
    std::uint64_t m_changes = 0;
    std::map<std::string, std::shared_ptr<const Blob>> m_blobs;
    std::map<std::string, std::map<std::string, Block>> m_staged;
};

/// A file of so many pseudo-random bytes, which stands in for bytes that were discarded; repeated as often as needed.
constexpr std::uint64_t patternSize = 16U << 20U;
[[nodiscard]] int patternFile();

} // namespace bench
