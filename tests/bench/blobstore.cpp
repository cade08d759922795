#include "tests/bench/blobstore.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <ctime>
#include <random>
#include <stdexcept>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <unistd.h>

namespace bench {

namespace {

std::string nameOf(const std::string& path)
{
    return path.substr(path.rfind('/') + 1);
}

std::string etagOf(std::uint64_t a, std::uint64_t b)
{
    std::array<char, 40> text{};
    const int size = std::snprintf(text.data(), text.size(), "\"0x%llX\"",
                                   static_cast<unsigned long long>(a * 1'000'003 + b)); // NOLINT: snprintf is enough
    return {text.data(), static_cast<std::size_t>(size)};
}

std::shared_ptr<const Blob> patternOf(const std::string& name)
{
    auto blob = std::make_shared<Blob>();
    const auto [end, error] =
        std::from_chars(name.data() + std::strlen("pattern-"), name.data() + name.size(), blob->size);
    if (error != std::errc() || end != name.data() + name.size()) {
        return {};
    }
    blob->etag = etagOf(1, blob->size);
    blob->modified = 1'700'000'000;
    blob->blocks.push_back({{}, blob->size, {}});
    return blob;
}

const Block* blockOf(const std::vector<Block>& blocks, const std::string& id)
{
    const auto found = std::ranges::find(blocks, id, &Block::id);
    return found == blocks.end() ? nullptr : &*found;
}

void copy(const Block& block, int target)
{
    const int source = block.bytes->file();
    auto offset = static_cast<off_t>(block.bytes->offset());
    for (std::uint64_t left = block.size; left > 0;) {
        const ssize_t count = sendfile(target, source, &offset, left);
        if (count <= 0) {
            throw std::runtime_error("no room in the folder");
        }
        left -= static_cast<std::uint64_t>(count);
    }
}

} // namespace

Extent::~Extent()
{
    if (m_owns == Owns::File) {
        ::close(m_file);
    } else {
        fallocate(m_file, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, static_cast<off_t>(m_offset),
                  static_cast<off_t>(std::max<std::uint64_t>(m_size, 1)));
    }
}

BlobStore::BlobStore(std::string root, bool store) : m_root(std::move(root))
{
    if (store) {
        m_arena = m_root.empty() ? memfd_create("benchserver", MFD_CLOEXEC)
                                 : open(m_root.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
        if (m_arena < 0) {
            throw std::runtime_error("cannot store: " + std::string(std::strerror(errno)));
        }
    }
}

BlobStore::~BlobStore()
{
    clear();
    if (m_arena >= 0) {
        ::close(m_arena);
    }
}

std::shared_ptr<const Extent> BlobStore::room(std::uint64_t size)
{
    if (m_arena < 0) {
        return {};
    }
    // Whole pages, so that giving one stretch back never touches its neighbours.
    const std::uint64_t offset = m_arenaEnd.fetch_add((size + 4095) / 4096 * 4096 + 4096);
    return std::make_shared<Extent>(m_arena, offset, size, Extent::Owns::Stretch);
}

StoreError BlobStore::stage(const std::string& path, Block block)
{
    const std::lock_guard lock(m_mutex);
    auto& blocks = m_staged[path];
    const auto committed = m_blobs.find(path);
    const std::string* other = blocks.empty() ? nullptr : &blocks.begin()->first;
    if (!other && committed != m_blobs.end() && !committed->second->blocks.empty()
        && !committed->second->blocks.front().id.empty()) {
        other = &committed->second->blocks.front().id;
    }
    if (other && other->size() != block.id.size()) {
        return StoreError::IdLengthDiffers;
    }
    const std::string id = block.id;
    blocks.insert_or_assign(id, std::move(block));
    return StoreError::None;
}

StoreError BlobStore::commit(const std::string& path, const std::vector<ListEntry>& list, Blob& blob, bool onlyNew)
{
    const std::lock_guard lock(m_mutex);
    const auto existing = m_blobs.find(path);
    if (onlyNew && existing != m_blobs.end()) {
        return StoreError::BlobExists;
    }
    const auto& blocks = m_staged[path];
    for (const ListEntry& entry : list) {
        const auto staged = entry.source == ListSource::Committed ? blocks.end() : blocks.find(entry.id);
        const Block* block = staged == blocks.end() ? nullptr : &staged->second;
        if (!block && entry.source != ListSource::Uncommitted && existing != m_blobs.end()) {
            block = blockOf(existing->second->blocks, entry.id);
        }
        if (!block) {
            return StoreError::UnknownBlock;
        }
        blob.blocks.push_back(*block);
    }
    finish(path, blob);
    return StoreError::None;
}

StoreError BlobStore::put(const std::string& path, Blob& blob, bool onlyNew)
{
    const std::lock_guard lock(m_mutex);
    if (onlyNew && m_blobs.contains(path)) {
        return StoreError::BlobExists;
    }
    finish(path, blob);
    return StoreError::None;
}

bool BlobStore::remove(const std::string& path)
{
    const std::lock_guard lock(m_mutex);
    m_staged.erase(path);
    if (m_arena >= 0 && !m_root.empty()) {
        ::unlink((m_root + '/' + nameOf(path)).c_str());
    }
    return m_blobs.erase(path) > 0;
}

void BlobStore::clear()
{
    const std::lock_guard lock(m_mutex);
    m_blobs.clear();
    m_staged.clear();
}

std::shared_ptr<const Blob> BlobStore::find(const std::string& path) const
{
    {
        const std::lock_guard lock(m_mutex);
        if (const auto found = m_blobs.find(path); found != m_blobs.end()) {
            return found->second;
        }
    }
    const std::string name = nameOf(path);
    return name.starts_with("pattern-") ? patternOf(name) : fileOf(path);
}

std::vector<Block> BlobStore::staged(const std::string& path) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<Block> result;
    if (const auto found = m_staged.find(path); found != m_staged.end()) {
        for (const auto& [id, block] : found->second) {
            result.push_back(block);
        }
    }
    return result;
}

std::map<std::string, std::shared_ptr<const Blob>> BlobStore::below(const std::string& prefix) const
{
    std::map<std::string, std::shared_ptr<const Blob>> result;
    const std::lock_guard lock(m_mutex);
    for (const auto& [path, blob] : m_blobs) {
        if (path.starts_with(prefix)) {
            result.emplace(path, blob);
        }
    }
    return result;
}

std::shared_ptr<const Blob> BlobStore::fileOf(const std::string& path) const
{
    const std::string name = nameOf(path);
    if (m_root.empty() || name.empty() || name.starts_with('.')) {
        return {};
    }
    const int file = open((m_root + '/' + name).c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        return {};
    }
    auto extent = std::make_shared<Extent>(file, 0, 0, Extent::Owns::File);
    struct stat status
    { };
    if (fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) {
        return {};
    }
    auto blob = std::make_shared<Blob>();
    blob->size = static_cast<std::uint64_t>(status.st_size);
    blob->modified = status.st_mtim.tv_sec;
    blob->etag = etagOf(static_cast<std::uint64_t>(status.st_mtim.tv_sec * 1'000'000'000 + status.st_mtim.tv_nsec),
                        blob->size + status.st_ino);
    blob->blocks.push_back({{}, blob->size, std::move(extent)});
    return blob;
}

void BlobStore::finish(const std::string& path, Blob& blob)
{
    blob.size = 0;
    for (const Block& block : blob.blocks) {
        blob.size += block.size;
    }
    blob.modified = std::time(nullptr);
    if (blob.etag.empty()) {
        blob.etag = etagOf(static_cast<std::uint64_t>(blob.modified), ++m_changes);
    }
    if (m_arena >= 0 && !m_root.empty()) {
        writeFile(path, blob);
    }
    m_blobs.insert_or_assign(path, std::make_shared<const Blob>(blob));
    m_staged.erase(path);
}

void BlobStore::writeFile(const std::string& path, Blob& blob) const
{
    const std::string name = m_root + '/' + nameOf(path);
    const int file = open((name + ".new").c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0) {
        throw std::runtime_error("cannot write to the folder");
    }
    const auto extent = std::make_shared<Extent>(file, 0, blob.size, Extent::Owns::File);
    for (const Block& block : blob.blocks) {
        copy(block, file);
    }
    std::rename((name + ".new").c_str(), name.c_str());
    // Blocks keep their own extents: a later list may name them again.
}

int patternFile()
{
    static const int file = [] {
        const int created = memfd_create("pattern", MFD_CLOEXEC);
        std::vector<std::uint64_t> words(patternSize / sizeof(std::uint64_t));
        std::ranges::generate(words, std::mt19937_64(42));
        if (created < 0 || ::write(created, words.data(), patternSize) != static_cast<ssize_t>(patternSize)) {
            throw std::runtime_error("no memory for the pattern");
        }
        return created;
    }();
    return file;
}

} // namespace bench
