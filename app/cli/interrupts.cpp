#include "app/cli/interrupts.h"

#include "app/cli/exitcode.h"

#include <QTimer>
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdlib>

namespace longshore::cli {

namespace {

using namespace std::chrono_literals;

std::atomic_int asked = 0; // all that a signal handler may touch
static_assert(std::atomic_int::is_always_lock_free);

extern "C" void noteSignal(int)
{
    if (asked.fetch_add(1) > 0) {
        std::_Exit(exitValue(Exit::Interrupted));
    }
}

} // namespace

Interrupts::Interrupts(QObject* parent) : QObject(parent)
{
    std::signal(SIGINT, noteSignal);
    std::signal(SIGTERM, noteSignal);
    auto* watch = new QTimer(this);
    connect(watch, &QTimer::timeout, this, [this, watch] {
        if (asked.load() > 0) {
            watch->stop();
            Q_EMIT interrupted();
        }
    });
    watch->start(100ms);
}

} // namespace longshore::cli

#include "moc_interrupts.cpp"
