#pragma once

#include <QObject>
#include <functional>
#include <memory>

namespace longshore {

/// Brings calls from other threads to the thread of an object, in their order, until that object closes it or dies.
class ThreadCalls final
{
public:
    /// On the receiver's thread.
    explicit ThreadCalls(QObject* receiver);

    /// From any thread; returns at once.
    void call(std::function<void()> call);
    /// By the receiver, before it dies; calls on their way are dropped with it.
    void close();

private:
    class Desk;
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace longshore
