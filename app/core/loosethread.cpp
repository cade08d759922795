#include "app/core/loosethread.h"

#include <algorithm>
#include <mutex>
#include <openssl/crypto.h>
#include <vector>

namespace longshore {

namespace {

/// Threads nobody owns any more.
class Leftovers final
{
public:
    static Leftovers& instance()
    {
        static Leftovers leftovers;
        return leftovers;
    }
    /// What begins last ends first: OpenSSL tidies up by itself when the program ends, and a thread that still hashes
    /// must have ended by then. (Asked for nothing it would not begin.)
    Leftovers() { OPENSSL_init_crypto(OPENSSL_INIT_ADD_ALL_DIGESTS, nullptr); }
    Leftovers(const Leftovers&) = delete;
    Leftovers& operator=(const Leftovers&) = delete;
    ~Leftovers()
    {
        for (Entry& entry : m_entries) {
            entry.thread.join();
        }
    }

    void take(std::thread thread, std::shared_ptr<std::atomic_bool> over)
    {
        const std::lock_guard lock(m_mutex);
        m_entries.push_back({std::move(thread), std::move(over)});
        const auto ended =
            std::partition(m_entries.begin(), m_entries.end(), [](const Entry& entry) { return !entry.over->load(); });
        std::for_each(ended, m_entries.end(), [](Entry& entry) { entry.thread.join(); });
        m_entries.erase(ended, m_entries.end());
    }

private:
    struct Entry
    {
        std::thread thread;
        std::shared_ptr<std::atomic_bool> over;
    };
    std::mutex m_mutex;
    std::vector<Entry> m_entries;
};

} // namespace

LooseThread::LooseThread(std::function<void()> work)
{
    (void)Leftovers::instance(); // outlives what the work uses first
    m_thread = std::thread([work = std::move(work), over = m_over]() mutable {
        work();
        work = {};
        over->store(true);
    });
}

LooseThread::~LooseThread()
{
    Leftovers::instance().take(std::move(m_thread), m_over);
}

} // namespace longshore
