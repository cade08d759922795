// benchlimit: the same requests as a client makes, with nothing between file and socket: what the machine and the line
// can do at most, the "limit" row of `./dev bench`. One thread for each connection.
#include "tests/bench/http.h"
#include "tests/bench/wire.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <charconv>
#include <cstdio>
#include <exception>
#include <functional>
#include <iostream>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace bench;

namespace {

constexpr const char* usage = R"(benchlimit upload FILE URL [OPTIONS]
benchlimit download URL FILE [OPTIONS]
  --connections N   4
  --block BYTES     8388608
  --single 1        one PUT, as a presigned link of S3 wants it
  --ca FILE         for https
)";

struct Job
{
    bool upload = false;
    bool single = false;
    std::string file;
    Link link;
    std::unique_ptr<SSL_CTX, void (*)(SSL_CTX*)> tls{nullptr, &SSL_CTX_free};
    std::uint64_t connections = 4;
    std::uint64_t block = 8U << 20U;
};

using Buffer = std::array<char, 256 * 1024>;

std::string blockId(std::uint64_t index)
{
    std::array<char, 17> text{};
    std::snprintf(text.data(), text.size(), "%016llu", static_cast<unsigned long long>(index));
    return text.data(); // 16 digits are base64 as well
}

void sendBytes(Wire& wire, int file, std::uint64_t offset, std::uint64_t size)
{
    thread_local Buffer buffer;
    while (size > 0) {
        const ssize_t count =
            pread(file, buffer.data(), std::min<std::uint64_t>(size, buffer.size()), static_cast<off_t>(offset));
        if (count <= 0) {
            throw std::runtime_error("cannot read the file");
        }
        wire.channel().write(buffer.data(), static_cast<std::size_t>(count));
        offset += static_cast<std::uint64_t>(count);
        size -= static_cast<std::uint64_t>(count);
    }
}

void storeBytes(Wire& wire, int file, std::uint64_t offset, std::uint64_t size)
{
    thread_local Buffer buffer;
    const AnswerHead head = wire.readHead();
    if (head.status != 206 || head.length != size) {
        throw std::runtime_error("not the range that was asked for");
    }
    const auto put = [&](const char* bytes, std::size_t count) {
        if (pwrite(file, bytes, count, static_cast<off_t>(offset)) != static_cast<ssize_t>(count)) {
            throw std::runtime_error("cannot write the file");
        }
        offset += count;
        size -= count;
    };
    put(head.early.data(), head.early.size());
    while (size > 0) {
        const std::size_t count = wire.channel().read(buffer.data(), std::min<std::uint64_t>(size, buffer.size()));
        if (count == 0) {
            throw ConnectionLost("end in mid-body");
        }
        put(buffer.data(), count);
    }
}

/// Hands the blocks of `size` bytes out to the connections; the first error of any ends it all.
void eachBlock(const Job& job, std::uint64_t size, const std::function<void(Wire&, std::uint64_t, ByteRange)>& move)
{
    std::atomic<std::uint64_t> next = 0;
    std::mutex mutex;
    std::exception_ptr failure;
    const auto work = [&] {
        try {
            Wire wire(job.link, job.tls.get());
            for (std::uint64_t index = next++; index * job.block < size; index = next++) {
                const std::uint64_t first = index * job.block;
                move(wire, index, {first, std::min(job.block, size - first)});
            }
        } catch (...) {
            const std::lock_guard lock(mutex);
            failure = std::current_exception();
            next = size;
        }
    };
    std::vector<std::thread> threads;
    for (std::uint64_t i = 0; i < std::min(job.connections, (size + job.block - 1) / job.block); ++i) {
        threads.emplace_back(work);
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    if (failure) {
        std::rethrow_exception(failure);
    }
}

std::string lengthLine(std::uint64_t size)
{
    return "Content-Length: " + std::to_string(size) + "\r\n";
}

void upload(const Job& job)
{
    const int file = open(job.file.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat status
    { };
    if (file < 0 || fstat(file, &status) != 0) {
        throw std::runtime_error("cannot open the file");
    }
    const auto size = static_cast<std::uint64_t>(status.st_size);
    if (job.single) {
        Wire wire(job.link, job.tls.get());
        wire.sendHead("PUT", "", lengthLine(size));
        sendBytes(wire, file, 0, size);
        wire.finish();
        return;
    }
    eachBlock(job, size, [file](Wire& wire, std::uint64_t index, ByteRange range) {
        wire.sendHead("PUT", "comp=block&blockid=" + blockId(index), lengthLine(range.size));
        sendBytes(wire, file, range.first, range.size);
        wire.finish();
    });
    std::string list = "<BlockList>";
    for (std::uint64_t index = 0; index * job.block < size; ++index) {
        list += "<Latest>" + blockId(index) + "</Latest>";
    }
    list += "</BlockList>";
    Wire wire(job.link, job.tls.get());
    wire.sendHead("PUT", "comp=blocklist", lengthLine(list.size()));
    wire.channel().write(list.data(), list.size());
    wire.finish();
}

void download(const Job& job)
{
    Wire wire(job.link, job.tls.get());
    wire.sendHead("HEAD", "", "");
    const AnswerHead head = wire.readHead();
    const int file = open(job.file.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (head.status != 200 || file < 0 || posix_fallocate(file, 0, static_cast<off_t>(head.length)) != 0) {
        throw std::runtime_error("no such object or no room");
    }
    eachBlock(job, head.length, [&](Wire& each, std::uint64_t, ByteRange range) {
        each.sendHead("GET", "",
                      "Range: bytes=" + std::to_string(range.first) + '-' + std::to_string(range.first + range.size - 1)
                          + "\r\nIf-Match: " + head.etag + "\r\n");
        storeBytes(each, file, range.first, range.size);
    });
}

bool option(Job& job, std::string_view name, std::string_view value)
{
    std::uint64_t number = 0;
    std::from_chars(value.data(), value.data() + value.size(), number);
    if (name == "--ca" && job.tls) {
        SSL_CTX_set_verify(job.tls.get(), SSL_VERIFY_PEER, nullptr);
        return SSL_CTX_load_verify_locations(job.tls.get(), std::string(value).c_str(), nullptr) == 1;
    }
    (name == "--connections" ? job.connections : name == "--block" ? job.block : number) = number;
    job.single |= name == "--single" && number == 1;
    return number > 0 && (name == "--connections" || name == "--block" || name == "--single");
}

bool parse(int count, char** arguments, Job& job)
{
    const std::vector<std::string> given(arguments + 1, arguments + count);
    if (given.size() < 3 || given.size() % 2 == 0 || (given[0] != "upload" && given[0] != "download")) {
        return false;
    }
    job.upload = given[0] == "upload";
    job.file = given[job.upload ? 1 : 2];
    job.link = parseLink(given[job.upload ? 2 : 1]);
    job.tls.reset(job.link.tls ? SSL_CTX_new(TLS_client_method()) : nullptr);
    for (std::size_t i = 3; i < given.size(); i += 2) {
        if (!option(job, given[i], given[i + 1])) {
            return false;
        }
    }
    return true;
}

} // namespace

int main(int count, char** arguments)
{
    try {
        Job job;
        if (!parse(count, arguments, job)) {
            std::cerr << usage;
            return 2;
        }
        job.upload ? upload(job) : download(job);
        return 0;
    } catch (const std::exception& problem) {
        std::cerr << "benchlimit: " << problem.what() << '\n';
        return 1;
    }
}
