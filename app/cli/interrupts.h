#pragma once

#include <QObject>

namespace longshore::cli {

/// Ctrl+C and a polite kill as a signal of the event loop. The second one ends the process at once.
class Interrupts final : public QObject
{
    Q_OBJECT

public:
    explicit Interrupts(QObject* parent = nullptr);

Q_SIGNALS:
    void interrupted();
};

} // namespace longshore::cli
