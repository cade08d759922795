#pragma once

#include "app/net/curlreceiver.h"

#include <QCoreApplication>
#include <QEvent>
#include <mutex>

namespace longshore {

/// What a transfer on the worker thread leaves for its task. Either side may go first: the task closes the box before
/// it dies, and what comes later is dropped. The mutex guards the contents and that the receiver is alive while a
/// notice is posted to it.
class CurlMailbox final : public CurlReceiver
{
public:
    explicit CurlMailbox(QObject* receiver) : m_receiver(receiver) { }

    [[nodiscard]] static QEvent::Type noticeType()
    {
        static const int type = QEvent::registerEventType();
        return static_cast<QEvent::Type>(type);
    }

    // for the worker
    void putProgress(const Progress& progress) override
    {
        const std::lock_guard lock(m_mutex);
        m_progress = progress;
        notify();
    }
    void putResult(Result<HttpResponse> result) override
    {
        const std::lock_guard lock(m_mutex);
        m_result = std::move(result);
        notify();
    }

    // for the task
    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_receiver = nullptr;
    }
    [[nodiscard]] std::optional<Progress> takeProgress()
    {
        const std::lock_guard lock(m_mutex);
        m_noticed = false;
        return std::exchange(m_progress, std::nullopt);
    }
    [[nodiscard]] std::optional<Result<HttpResponse>> takeResult()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_result, std::nullopt);
    }

private:
    void notify()
    {
        if (m_receiver != nullptr && !m_noticed) {
            m_noticed = true;
            QCoreApplication::postEvent(m_receiver, new QEvent(noticeType()));
        }
    }

    std::mutex m_mutex;
    QObject* m_receiver;
    bool m_noticed = false;
    std::optional<Progress> m_progress;
    std::optional<Result<HttpResponse>> m_result;
};

} // namespace longshore
