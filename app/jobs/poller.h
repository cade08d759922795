#pragma once

#include <QHash>
#include <QObject>
#include <QString>
#include <QTimer>
#include <chrono>

namespace longshore {

/// Says when a job is due: one timer for all of them.
class Poller final : public QObject
{
    Q_OBJECT

public:
    explicit Poller(QObject* parent);

    /// Replaces what was planned for that job.
    void schedule(const QString& id, std::chrono::milliseconds delay);
    void remove(const QString& id);

Q_SIGNALS:
    void due(const QString& id);

private:
    using Time = std::chrono::steady_clock::time_point;
    void arm();
    void fire();

    QHash<QString, Time> m_due;
    QTimer m_timer;
};

} // namespace longshore
