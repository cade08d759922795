#include "app/transfers/partmover.h"

#include "app/transfers/rangeanswer.h"

#include <algorithm>

namespace longshore {

namespace {

using namespace std::chrono_literals;

/// A link may end again while the network is away; a permission does not come by asking twice.
constexpr int MaxExpiries = 4;

} // namespace

PartMover::PartMover(HttpPump& pump, std::shared_ptr<PartWork> work, std::shared_ptr<StreamBudget> budget,
                     Settings settings, Listener listener)
    : m_pump(pump),
      m_work(std::move(work)),
      m_budget(std::move(budget)),
      m_settings(std::move(settings)),
      m_listener(std::move(listener)),
      m_member(m_budget->join(m_settings.weight)),
      m_governor(m_settings.streams > 0 ? m_settings.streams : m_budget->streams()),
      m_linkBackoff(m_settings.backoff),
      m_restartBackoff(m_settings.backoff)
{
    m_budget->setNeed(m_member, 0); // before there is a link
}

PartMover::~PartMover()
{
    m_budget->leave(m_member);
}

void PartMover::useLink(const SignedUrl& link)
{
    onPump([this, link] {
        m_link = link;
        m_parked = false;
        m_linkBackoff.reset();
        fill();
        scheduleTick();
    });
}

void PartMover::failLink(const Error& error)
{
    onPump([this, error] {
        if (m_ended || m_closed) {
            return;
        }
        const auto wait = worthRetrying(error) ? m_linkBackoff.next(error.retryAfter) : std::nullopt;
        if (!wait) {
            end(fail(error));
            return;
        }
        ++m_retries;
        m_listener.retried(error);
        onPump(
            [this, error] {
                if (m_parked && !m_ended && !m_closed) {
                    m_listener.linkRefused(m_link, error);
                }
            },
            *wait);
    });
}

/// One step at a time, on whichever thread of the pump it comes.
void PartMover::onPump(std::function<void()> step, std::chrono::milliseconds wait)
{
    const std::lock_guard door(m_door);
    if (m_closed) {
        return;
    }
    if (wait.count() > 0) {
        // A wait may be long, and must not keep a transfer's file open that ended in it.
        m_pump.callAfter(wait, [weak = weak_from_this(), step = std::move(step)] {
            if (const auto self = weak.lock()) {
                const std::lock_guard lock(self->m_mutex);
                step();
            }
        });
    } else {
        m_pump.call([self = shared_from_this(), step = std::move(step)] {
            const std::lock_guard lock(self->m_mutex);
            step();
        });
    }
}

void PartMover::look()
{
    onPump([this] { fill(); });
}

void PartMover::setWeight(int weight)
{
    m_budget->setWeight(m_member, weight);
}

void PartMover::close(std::function<void()> then)
{
    m_budget->leave(m_member);
    const std::lock_guard door(m_door);
    m_closed = true;
    m_pump.call([self = shared_from_this(), then = std::move(then)] {
        const std::lock_guard lock(self->m_mutex);
        self->drop();
        if (then) {
            self->m_pump.call(then);
        }
    });
}

int PartMover::allowed() const
{
    return std::min(m_governor.streams(), m_budget->shareOf(m_member));
}

void PartMover::fill()
{
    if (m_ended || m_closed || m_startingOver) {
        return;
    }
    const Moment now = m_settings.clocks.steady();
    m_allowed = allowed();
    bool more = !m_parked;
    while (!m_parked && static_cast<int>(m_streams.size()) < m_allowed && now >= m_holdUntil) {
        const auto part = nextPart(now);
        if (!part) {
            more = false;
            break;
        }
        if (!send(*part)) {
            return;
        }
    }
    m_inFlight = static_cast<int>(m_streams.size());
    m_budget->setNeed(m_member, more ? m_governor.most() : m_inFlight.load());
    if (m_streams.empty() && m_work->isComplete()) {
        end({});
    }
}

std::optional<int> PartMover::nextPart(Moment now)
{
    for (auto& [part, trouble] : m_trouble) {
        if (trouble.waiting && trouble.notBefore <= now) {
            trouble.waiting = false;
            return part;
        }
    }
    return m_work->take();
}

bool PartMover::send(int part)
{
    const Result<HttpRequest> request = m_work->request(part, m_link);
    if (!request) {
        m_work->putBack(part);
        end(fail(request.error()));
        return false;
    }
    const quint64 token = ++m_lastToken;
    Stream stream{.token = token,
                  .request = 0,
                  .started = m_settings.clocks.steady(),
                  .movedBefore = m_work->movedOf(part),
                  .link = m_link};
    stream.request = m_pump.submit(*request, [self = shared_from_this(), part, token](const auto& answer) {
        const std::lock_guard lock(self->m_mutex);
        self->answered(part, token, answer);
    });
    m_streams.insert_or_assign(part, stream);
    return true;
}

void PartMover::answered(int part, quint64 token, const Result<HttpResponse>& answer)
{
    const auto found = m_streams.find(part);
    if (m_closed || m_ended || m_startingOver || found == m_streams.end() || found->second.token != token) {
        return;
    }
    const Stream stream = found->second;
    m_streams.erase(found);
    const PartAnswer verdict = m_work->judge(part, answer);
    const Error error = verdict.error.value_or(Error{});
    const qint64 moved = m_work->movedOf(part) - stream.movedBefore;
    const Moment now = m_settings.clocks.steady();
    if (moved > 0) {
        m_linkRefusals = 0;
        troubleOf(part).backoff = m_settings.backoff;
    }
    if (verdict.busy) {
        m_governor.stepBack(now);
        m_holdUntil = std::max(m_holdUntil, now + error.retryAfter); // one of them may not say how long
    }
    switch (verdict.meaning) {
    case PartAnswer::Meaning::Moved: {
        const std::chrono::duration<double> took = now - stream.started;
        m_usualPace = std::max(m_usualPace * 0.8, static_cast<double>(moved) / std::max(took.count(), 1e-6));
        m_linkRefusals = 0;
        m_trouble.erase(part);
        break;
    }
    case PartAnswer::Meaning::Again:
        tryAgain(part, error);
        break;
    case PartAnswer::Meaning::AskLink:
        troubleOf(part).waiting = true;
        refused(stream.link, error);
        break;
    case PartAnswer::Meaning::StartOver:
        startOver(error);
        return;
    case PartAnswer::Meaning::Failed:
        end(fail(error));
        return;
    }
    fill();
}

PartMover::Trouble& PartMover::troubleOf(int part)
{
    return m_trouble.try_emplace(part, Trouble{.backoff = m_settings.backoff}).first->second;
}

void PartMover::tryAgain(int part, const Error& error)
{
    Trouble& trouble = troubleOf(part);
    const auto wait = trouble.backoff.next(error.retryAfter);
    if (!wait) {
        end(fail(error));
        return;
    }
    ++m_retries;
    m_listener.retried(error);
    trouble.waiting = true;
    trouble.notBefore = m_settings.clocks.steady() + *wait;
    onPump([this] { fill(); }, *wait);
}

void PartMover::refused(const SignedUrl& link, const Error& error)
{
    if (m_parked || link != m_link) {
        return; // a fresh one is being asked for, or is there
    }
    if (++m_linkRefusals > (error.code == Error::Code::LinkExpired ? MaxExpiries : 1)) {
        end(fail(error)); // a fresh link did not help
        return;
    }
    m_parked = true;
    m_listener.linkRefused(link, error);
}

void PartMover::startOver(const Error& error)
{
    const auto wait = m_restartBackoff.next(error.retryAfter);
    drop();
    if (!wait) {
        end(fail(error));
        return;
    }
    ++m_retries;
    m_listener.retried(error);
    m_startingOver = true;
    const bool first = !std::exchange(m_startedOver, true);
    // The sinks are closed; what a request still brings is nobody's.
    onPump(
        [this] {
            if (m_closed || m_ended) {
                return;
            }
            m_work->startOver([self = shared_from_this()](const Result<void>& outcome) {
                self->onPump([at = self.get(), outcome] { at->restarted(outcome); });
            });
        },
        first ? 0ms : *wait); // one change of the object is nobody's trouble; one after the other is
}

void PartMover::restarted(const Result<void>& outcome)
{
    if (m_closed || m_ended) {
        return;
    }
    m_startingOver = false;
    m_trouble.clear();
    if (!outcome) {
        end(fail(outcome.error()));
        return;
    }
    fill();
}

void PartMover::end(const Result<void>& outcome)
{
    if (m_ended || m_closed) {
        return;
    }
    m_ended = true;
    m_budget->leave(m_member);
    drop();
    onPump([this, outcome] {
        if (!m_closed) {
            m_listener.ended(outcome);
        }
    });
}

/// Every request that runs is given up; its part may be taken again.
void PartMover::drop()
{
    for (const auto& [part, stream] : m_streams) {
        m_pump.cancel(stream.request);
        m_work->abandon(part);
    }
    m_streams.clear();
    for (const auto& [part, trouble] : m_trouble) {
        if (trouble.waiting) {
            m_work->putBack(part);
        }
    }
    m_trouble.clear();
    m_inFlight = 0;
}

} // namespace longshore
