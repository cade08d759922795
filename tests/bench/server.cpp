#include "tests/bench/server.h"

#include <algorithm>

#include <sys/resource.h>

namespace bench {

namespace {

double secondsOf(const timeval& time)
{
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

} // namespace

void Counters::zero()
{
    for (auto* count :
         {&requests, &bytesIn, &bytesOut, &blocks, &lists, &busy503, &error500, &resets, &stalls, &expired}) {
        *count = 0;
    }
    peakConnections = connections.load();
}

Server::Server(const Settings& settings)
    : store(settings.root, settings.store), faults(settings.seed), m_settings(settings)
{ }

Settings Server::settings() const
{
    const std::lock_guard lock(m_mutex);
    return m_settings;
}

bool Server::set(const std::map<std::string, std::string, std::less<>>& changes)
{
    const std::lock_guard lock(m_mutex);
    Settings changed = m_settings;
    const bool good = std::ranges::all_of(
        changes, [&changed](const auto& change) { return changed.set(change.first, change.second); });
    if (good) {
        m_settings = changed;
        if (changes.contains("seed")) {
            faults.restart(changed.seed);
        }
    }
    return good;
}

void Server::reset()
{
    store.clear();
    faults.restart(settings().seed);
    counters.zero();
}

void Server::opened()
{
    const std::int64_t now = ++counters.connections;
    std::int64_t peak = counters.peakConnections;
    while (peak < now && !counters.peakConnections.compare_exchange_weak(peak, now)) { }
}

std::string Server::statistics() const
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto item = [](const char* name, auto value) {
        return '"' + std::string(name) + "\":" + std::to_string(value);
    };
    return '{' + item("requests", counters.requests.load()) + ',' + item("bytes_in", counters.bytesIn.load()) + ','
           + item("bytes_out", counters.bytesOut.load()) + ',' + item("blocks", counters.blocks.load()) + ','
           + item("lists", counters.lists.load()) + ',' + item("f503", counters.busy503.load()) + ','
           + item("f500", counters.error500.load()) + ',' + item("resets", counters.resets.load()) + ','
           + item("stalls", counters.stalls.load()) + ',' + item("expired", counters.expired.load()) + ','
           + item("connections", counters.connections.load()) + ','
           + item("peak_connections", counters.peakConnections.load()) + ','
           + item("cpu_seconds", secondsOf(usage.ru_utime) + secondsOf(usage.ru_stime)) + "}\n";
}

} // namespace bench
