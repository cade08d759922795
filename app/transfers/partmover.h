#pragma once

#include "app/core/backoff.h"
#include "app/core/signedurl.h"
#include "app/net/httppump.h"
#include "app/transfers/partwork.h"
#include "app/transfers/streambudget.h"
#include "app/transfers/streamgovernor.h"

#include <atomic>
#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>

namespace longshore {

/// What a transfer's times are taken from; a test has its own.
struct MoverClocks
{
    [[nodiscard]] static std::chrono::nanoseconds sinceBoot();

    std::function<std::chrono::steady_clock::time_point()> steady = &std::chrono::steady_clock::now;
    /// Runs on while the machine sleeps, and nobody can set it: a corrected clock is no sleep.
    std::function<std::chrono::nanoseconds()> always = &MoverClocks::sinceBoot;
};

/// Moves the parts of one transfer over a pump: as many at a time as help, each tried again by itself, all of them
/// parked while a link is renewed. The functions may be called from any thread and return at once; everything else
/// happens on the pump's threads, one step at a time.
class PartMover final : public std::enable_shared_from_this<PartMover>
{
public:
    using Moment = std::chrono::steady_clock::time_point;
    struct Settings
    {
        int streams = 0; ///< at most; 0: StreamGovernor::Usual
        int weight = 2;
        Backoff backoff{}; ///< of each part; its bytes start it anew
        MoverClocks clocks{};
    };
    /// What the mover tells, on a thread of the pump.
    struct Listener
    {
        std::function<void(const Result<void>&)> ended; ///< once: complete, or failed for good
        std::function<void(const SignedUrl&, const Error&)> linkRefused; ///< useLink() or failLink() must follow
        std::function<void(const Error&)> retried;
    };

    PartMover(HttpPump& pump, std::shared_ptr<PartWork> work, std::shared_ptr<StreamBudget> budget, Settings settings,
              Listener listener);
    ~PartMover();

    /// Begins, or goes on with another link.
    void useLink(const SignedUrl& link);
    /// No fresh link can be had now; tried again by back-off when that can help, or the end.
    void failLink(const Error& error);
    /// PartWork::take() may have something now.
    void look();
    void setWeight(int weight);
    /// Nothing is sent or told from here on, and the pump may go. `then` follows on the pump when no source or sink is
    /// in use.
    void close(std::function<void()> then = {});

    [[nodiscard]] int partsInFlight() const { return m_inFlight; }
    [[nodiscard]] int streams() const { return m_allowed; } ///< as many as would be used now
    [[nodiscard]] int retries() const { return m_retries; }

private:
    struct Stream
    {
        quint64 token = 0;
        HttpPump::Id request = 0;
        Moment started;
        qint64 movedBefore = 0;
        SignedUrl link;
    };
    struct Trouble
    {
        Backoff backoff;
        Moment notBefore{};
        bool waiting = false;
    };

    void onPump(std::function<void()> step, std::chrono::milliseconds wait = {});
    void fill();
    [[nodiscard]] std::optional<int> nextPart(Moment now);
    [[nodiscard]] bool send(int part);
    void answered(int part, quint64 token, const Result<HttpResponse>& answer);
    [[nodiscard]] Trouble& troubleOf(int part);
    void tryAgain(int part, const Error& error);
    void refused(const SignedUrl& link, const Error& error);
    void startOver(const Error& error);
    void restarted(const Result<void>& outcome);
    void end(const Result<void>& outcome);
    void drop();
    void tick();
    void scheduleTick();
    void freeSlowPart(Moment now);
    void noticeSleep(Moment now);
    void restart(int part, Error why);
    [[nodiscard]] int allowed() const;

    HttpPump& m_pump;
    const std::shared_ptr<PartWork> m_work;
    const std::shared_ptr<StreamBudget> m_budget;
    const Settings m_settings;
    const Listener m_listener;
    StreamBudget::Member m_member = 0;

    std::mutex m_mutex; ///< guards what follows, and every call of the work
    StreamGovernor m_governor;
    std::map<int, Stream> m_streams; ///< by part
    std::map<int, Trouble> m_trouble; ///< by part
    SignedUrl m_link;
    Backoff m_linkBackoff;
    Backoff m_restartBackoff;
    quint64 m_lastToken = 0;
    Moment m_holdUntil{}; ///< the store's wish
    double m_usualPace = 0; ///< bytes a second of one stream
    std::set<int> m_freed; ///< started again for being slow
    int m_linkRefusals = 0; ///< since a part was moved
    bool m_parked = true; ///< there is no link that may be used
    bool m_startingOver = false;
    bool m_startedOver = false; ///< once at least
    bool m_ended = false;
    bool m_ticking = false;
    std::chrono::nanoseconds m_sinceBootThen{};
    Moment m_steadyThen{};

    std::mutex m_door; ///< held while something is left for the pump, which may be gone once this is closed
    std::atomic_bool m_closed = false;
    std::atomic_int m_inFlight = 0;
    std::atomic_int m_allowed = 0;
    std::atomic_int m_retries = 0;
};

} // namespace longshore
