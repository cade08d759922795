#include "tests/bench/session.h"

#include "tests/bench/bodyhash.h"
#include "tests/bench/faults.h"
#include "tests/bench/server.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <thread>

#include <sys/socket.h>
#include <unistd.h>

namespace bench {

namespace {

/// Paced bytes pass in slices, so that connections share a line evenly.
constexpr std::uint64_t slice = 64 * 1024;
constexpr std::uint64_t unpacedSlice = 64U << 20U;

/// Without it megabytes would leave the client at once, into buffers that a real line does not have.
void keepBuffersSmall(int socket, const Settings& settings)
{
    if (settings.connRate > 0) {
        const auto inFlight = static_cast<double>(settings.connRate) * settings.latency / 1000;
        const int size = static_cast<int>(std::max(65536.0, inFlight));
        setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &size, sizeof size);
        setsockopt(socket, SOL_SOCKET, SO_SNDBUF, &size, sizeof size);
    }
}

int prepared(int socket, const Settings& settings)
{
    keepBuffersSmall(socket, settings);
    return socket;
}

} // namespace

Session::Session(Server& server, int socket, SSL_CTX* tls)
    : m_server(server),
      m_channel(prepared(socket, server.settings()), tls),
      m_reader(m_channel),
      m_settings(server.settings())
{ }

Session::~Session()
{
    --m_server.counters.connections;
}

void Session::run()
{
    roundTrip();
    if (m_channel.isTls()) {
        roundTrip();
        m_channel.acceptTls();
    }
    while (m_open) {
        const auto request = m_reader.next();
        if (!request) {
            return;
        }
        m_settings = m_server.settings();
        m_open = (request->path.starts_with("/__") ? control(*request) : serve(*request)) && request->keepAlive;
    }
}

bool Session::control(const Request& request)
{
    Answer answer{
        .status = 200, .headers = "Content-Type: application/json\r\n", .text = "{}\n", .blob = {}, .range = {}};
    if (request.path == "/__stats") {
        answer.text = m_server.statistics();
    } else if (request.path == "/__reset") {
        m_server.reset();
    } else if (request.path != "/__set" || !m_server.set(request.query)) {
        answer.status = 400;
    }
    send(request, answer, {});
    return true;
}

bool Session::serve(const Request& request)
{
    ++m_server.counters.requests;
    const Fault fault = m_server.faults.draw(m_settings);
    std::optional<Answer> answer = early(request, fault);
    if (request.header("expect") == "100-continue") {
        roundTrip();
        if (answer) { // the client keeps its body
            m_open = false;
            send(request, *answer, {});
            return false;
        }
        constexpr std::string_view go = "HTTP/1.1 100 Continue\r\n\r\n";
        m_channel.write(go.data(), go.size());
    }
    const auto body = receive(request, fault, !answer);
    if (!body) {
        return false;
    }
    if (!answer) {
        answer = answerTo(request, *body, m_server.store);
        m_server.counters.blocks += answer->status == 201 && request.item("comp") == "block" ? 1 : 0;
        m_server.counters.lists += answer->status == 201 && request.item("comp") == "blocklist" ? 1 : 0;
    }
    roundTrip();
    send(request, *answer, fault);
    return true;
}

std::optional<Answer> Session::early(const Request& request, const Fault& fault)
{
    if (isExpired(request) || m_server.faults.usedUp(request, m_settings.expireAfter)) {
        ++m_server.counters.expired;
        return expiredAnswer(request);
    }
    if (fault.kind == FaultKind::Busy503) {
        ++m_server.counters.busy503;
        Answer busy = errorAnswer(request, 503, "ServerBusy", "The server is busy.");
        if (m_settings.retryAfter > 0) {
            busy.headers += "Retry-After: " + std::to_string(m_settings.retryAfter) + "\r\n";
        }
        return busy;
    }
    if (fault.kind == FaultKind::Error500) {
        ++m_server.counters.error500;
        return errorAnswer(request, 500, "InternalError", "The server encountered an internal error.");
    }
    return refusalOf(request, m_server.store);
}

std::optional<Body> Session::receive(const Request& request, const Fault& fault, bool wanted)
{
    Body body{.size = request.length.value_or(0), .text = {}, .bytes = {}, .md5 = {}};
    const bool cut = body.size > 0 && (fault.kind == FaultKind::Reset || fault.kind == FaultKind::Stall);
    const BodyUse use = wanted ? bodyUseOf(request) : BodyUse::Keep;
    if (use == BodyUse::Keep && wanted && !cut) {
        body.bytes = m_server.store.room(body.size);
    }
    const auto size = cut ? static_cast<std::uint64_t>(static_cast<double>(body.size) * fault.where) : body.size;
    receiveInto(body, size, use, m_settings.checkMd5 && wanted && !request.header("content-md5").empty());
    if (cut) {
        strike(fault);
        return {};
    }
    return body;
}

void Session::receiveInto(Body& body, std::uint64_t size, BodyUse use, bool hash)
{
    thread_local std::array<char, 256 * 1024> buffer;
    BodyHash md5(hash);
    const auto keep = [&](std::string_view bytes, std::uint64_t offset) {
        md5.add(bytes);
        if (use == BodyUse::Text) {
            body.text.append(bytes);
        } else if (body.bytes
                   && pwrite(body.bytes->file(), bytes.data(), bytes.size(),
                             static_cast<off_t>(body.bytes->offset() + offset))
                          < 0) {
            throw ConnectionLost("nowhere to store");
        }
        arrived(bytes.size());
    };
    const std::string held = m_reader.take(size);
    keep(held, 0);
    const bool forget = use == BodyUse::Keep && !body.bytes && !hash;
    const std::uint64_t most = m_settings.connRate + m_settings.lineRate > 0 ? slice : unpacedSlice;
    for (std::uint64_t done = held.size(); done < size;) {
        const std::uint64_t wanted = std::min(size - done, most);
        const std::size_t count = forget
                                      ? m_channel.discard(wanted)
                                      : m_channel.read(buffer.data(), std::min<std::uint64_t>(wanted, buffer.size()));
        if (count == 0) {
            throw ConnectionLost("end in mid-body");
        }
        forget ? arrived(count) : keep({buffer.data(), count}, done);
        done += count;
    }
    body.md5 = md5.base64();
}

void Session::send(const Request& request, const Answer& answer, const Fault& fault)
{
    const auto now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::string head = "HTTP/1.1 " + std::to_string(answer.status) + ' ' + std::string(reasonOf(answer.status))
                       + "\r\nServer: benchserver\r\nDate: " + httpDate(now)
                       + "\r\nx-ms-version: 2021-12-02\r\nx-ms-request-id: 0\r\n" + answer.headers;
    if (answer.status != 204) {
        head += "Content-Length: " + std::to_string(answer.size()) + "\r\n";
    }
    head += m_open && request.keepAlive ? "\r\n" : "Connection: close\r\n\r\n";
    const bool bodyless = request.method == "HEAD" || answer.status == 204;
    if (!bodyless && !answer.blob) {
        head += answer.text;
    }
    m_channel.write(head.data(), head.size());
    if (bodyless || !answer.blob) {
        return;
    }
    const bool cut = fault.kind == FaultKind::Reset || fault.kind == FaultKind::Stall;
    const auto whole = static_cast<double>(answer.range.size);
    sendStretch(*answer.blob, answer.range.first,
                cut ? static_cast<std::uint64_t>(whole * fault.where) : answer.range.size);
    if (cut) {
        strike(fault);
    }
}

void Session::sendStretch(const Blob& blob, std::uint64_t first, std::uint64_t size)
{
    std::uint64_t start = 0; // of the block within the blob
    for (const Block& block : blob.blocks) {
        while (size > 0 && first < start + block.size) {
            const std::uint64_t within = first - start;
            std::uint64_t count = std::min(size, block.size - within);
            if (block.bytes) {
                sendPaced(block.bytes->file(), block.bytes->offset() + within, count);
            } else {
                count = std::min(count, patternSize - first % patternSize);
                sendPaced(patternFile(), first % patternSize, count);
            }
            first += count;
            size -= count;
        }
        start += block.size;
    }
}

void Session::sendPaced(int file, std::uint64_t offset, std::uint64_t size)
{
    const std::uint64_t most = m_settings.connRate + m_settings.lineRate > 0 ? slice : unpacedSlice;
    while (size > 0) {
        const std::uint64_t count = std::min(size, most);
        m_channel.writeFile(file, offset, count);
        m_server.counters.bytesOut += count;
        m_out.pass(count, m_settings.connRate);
        m_server.lineOut.pass(count, m_settings.lineRate);
        offset += count;
        size -= count;
    }
}

void Session::strike(const Fault& fault)
{
    m_open = false;
    if (fault.kind == FaultKind::Reset) {
        ++m_server.counters.resets;
        m_channel.reset();
    } else {
        ++m_server.counters.stalls;
        m_channel.stall();
    }
}

void Session::arrived(std::uint64_t bytes)
{
    m_server.counters.bytesIn += bytes;
    m_in.pass(bytes, m_settings.connRate);
    m_server.lineIn.pass(bytes, m_settings.lineRate);
}

void Session::roundTrip() const
{
    if (m_settings.latency > 0) {
        std::this_thread::sleep_for(std::chrono::duration<double, std::milli>(m_settings.latency));
    }
}

} // namespace bench
