#include "app/transfers/threadcalls.h"

#include <QCoreApplication>
#include <QEvent>
#include <deque>
#include <mutex>

namespace longshore {

/// Shared by both sides, whichever goes first.
struct ThreadCalls::State
{
    std::mutex mutex; ///< guards everything below
    Desk* desk = nullptr; ///< none: the receiver is gone
    std::deque<std::function<void()>> calls;

    static QEvent::Type noticeType()
    {
        static const int type = QEvent::registerEventType();
        return static_cast<QEvent::Type>(type);
    }
};

/// Child of the receiver: what arrives is made there, one call for each notice.
class ThreadCalls::Desk final : public QObject
{
public:
    Desk(std::shared_ptr<State> state, QObject* receiver) : QObject(receiver), m_state(std::move(state)) { }
    ~Desk() override
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->desk = nullptr;
    }

protected:
    void customEvent(QEvent* event) override
    {
        if (event->type() != State::noticeType()) {
            return;
        }
        std::unique_lock lock(m_state->mutex);
        if (m_state->calls.empty()) {
            return;
        }
        const std::function<void()> call = std::move(m_state->calls.front());
        m_state->calls.pop_front();
        lock.unlock();
        call();
    }

private:
    std::shared_ptr<State> m_state;
};

ThreadCalls::ThreadCalls(QObject* receiver) : m_state(std::make_shared<State>())
{
    m_state->desk = new Desk(m_state, receiver);
}

void ThreadCalls::call(std::function<void()> call)
{
    const std::lock_guard lock(m_state->mutex);
    if (m_state->desk != nullptr) {
        m_state->calls.push_back(std::move(call));
        // With the lock held: the desk cannot die before the event is posted.
        QCoreApplication::postEvent(m_state->desk, new QEvent(State::noticeType()));
    }
}

void ThreadCalls::close()
{
    const std::lock_guard lock(m_state->mutex);
    m_state->desk = nullptr;
    m_state->calls.clear();
}

} // namespace longshore
