// benchserver: a small and fast far end on loopback for `./dev bench`: block blobs, presigned PUT, ranged GET; emulated
// WAN, seeded faults. Says where it listens in one line of JSON and serves until SIGTERM.
#include "tests/bench/channel.h"
#include "tests/bench/server.h"
#include "tests/bench/session.h"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <iostream>
#include <thread>

#include <arpa/inet.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace bench;

namespace {

constexpr const char* usage = R"(benchserver [OPTIONS]
  --port N            0 (the default) is any free one
  --cert F --key F    PEM files: https
  --root DIR          serve the files of this folder
  --store             keep uploads, in DIR or without one in memory; else only their sizes are kept
  --check-md5         hold Content-MD5 against the bytes
  --latency MS        a round trip: one for each connection (two with TLS), 100 Continue and answer
  --conn-rate BYTES   a second and direction, for one connection
  --line-rate BYTES   the same for all together
  --p503 P --p500 P --preset P --pstall P   chances of faults for each request
  --retry-after S     said with each 503
  --expire-after N    each link is refused from its N-th request on
  --seed N            of the faults
An object `pattern-N` has N bytes. GET /__stats, /__set?p503=0.05&conn_rate=0, /__reset while it runs.
)";

bool parse(int count, char** arguments, Settings& settings)
{
    for (int i = 1; i < count; ++i) {
        std::string name = arguments[i];
        if (!name.starts_with("--")) {
            return false;
        }
        name.erase(0, 2);
        std::ranges::replace(name, '-', '_');
        const bool isSwitch = name == "store" || name == "check_md5";
        if (!isSwitch && ++i == count) {
            return false;
        }
        if (!settings.set(name, isSwitch ? "1" : arguments[i])) {
            return false;
        }
    }
    return true;
}

int listening(std::uint16_t& port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int on = 1;
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* const generic = reinterpret_cast<sockaddr*>(&address);
    if (bind(socket, generic, size) != 0 || listen(socket, 512) != 0 || getsockname(socket, generic, &size) != 0) {
        return -1;
    }
    port = ntohs(address.sin_port);
    return socket;
}

/// The same cipher for every client, the cheaper one of those that all have.
SSL_CTX* tlsContext(const Settings& settings)
{
    SSL_CTX* const context = SSL_CTX_new(TLS_server_method());
    SSL_CTX_set_ciphersuites(context, "TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384");
    SSL_CTX_set_options(context, SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_IGNORE_UNEXPECTED_EOF);
    SSL_CTX_set_read_ahead(context, 1);
    SSL_CTX_set_default_read_buffer_len(context, 256 * 1024); // many records by one system call
    const bool good = SSL_CTX_use_certificate_chain_file(context, settings.certificate.c_str()) == 1
                      && SSL_CTX_use_PrivateKey_file(context, settings.key.c_str(), SSL_FILETYPE_PEM) == 1;
    return good ? context : nullptr;
}

void serve(Server& server, int socket, SSL_CTX* tls)
{
    try {
        Session(server, socket, tls).run();
    } catch (const std::exception&) {
        // The connection is closed; what the client makes of it is its own affair.
    }
}

} // namespace

int main(int count, char** arguments)
{
    Settings settings;
    if (!parse(count, arguments, settings)) {
        std::cerr << usage;
        return 2;
    }
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGTERM, [](int) { _exit(0); });
    const int listener = listening(settings.port);
    SSL_CTX* const tls = settings.certificate.empty() ? nullptr : tlsContext(settings);
    if (listener < 0 || (!tls && !settings.certificate.empty())) {
        std::cerr << "benchserver: " << (listener < 0 ? std::strerror(errno) : "certificate or key") << '\n';
        return 1;
    }
    static Server server(settings);
    std::cout << R"({"url":"http)" << (tls ? "s" : "") << "://127.0.0.1:" << settings.port << R"(","port":)"
              << settings.port << R"(,"pid":)" << getpid() << "}" << std::endl;
    for (;;) {
        const int socket = accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket >= 0) {
            server.opened();
            std::thread(serve, std::ref(server), socket, tls).detach();
        }
    }
}
