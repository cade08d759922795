#include "app/cli/session.h"

#include "app/cli/command.h"
#include "app/jobs/jobs.h"

#include <QCoreApplication>
#include <chrono>

namespace longshore::cli {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Whether the command may have to carry out jobs itself, or needs the practice server.
bool needsEngine(const Arguments& arguments)
{
    switch (arguments.verb) {
    case Verb::Export:
    case Verb::Copy:
    case Verb::Import:
    case Verb::Undo:
    case Verb::JobsComplete:
    case Verb::JobsReset:
    case Verb::JobsWatch:
    case Verb::JobsAdopt:
    case Verb::JobsForget:
        return true;
    case Verb::ConnectionsTest:
    case Verb::Sites:
        return arguments.practice;
    default:
        return false;
    }
}

ServicesOptions optionsFor(const Arguments& arguments)
{
    ServicesOptions options;
    options.practice = arguments.practice;
    options.observe = !needsEngine(arguments);
    options.caFile = arguments.transfer.caFile;
    return options;
}

} // namespace

Session::Session(const Arguments& arguments)
    : m_arguments(arguments), m_output(arguments.json), m_services(optionsFor(arguments))
{
    connect(&m_services, &Services::ready, this, &Session::runCommand);
    connect(&m_services, &Services::failed, this, [this](const Error& error) {
        m_output.error(error, {}, exitFor(error.code));
        finish(exitValue(exitFor(error.code)));
    });
    connect(&m_interrupts, &Interrupts::interrupted, this, &Session::interrupted);
    connect(&m_services.jobs(), &Jobs::jobChanged, this, &Session::leaveWhenNothingIsAsked);
    m_leaveAnyway.setSingleShot(true);
    connect(&m_leaveAnyway, &QTimer::timeout, this, [this] { QCoreApplication::exit(m_exitCode); });
}

Session::~Session() = default;

void Session::start()
{
    m_services.start();
}

void Session::runCommand()
{
    if (m_exitCode >= 0 || m_command != nullptr) {
        return;
    }
    m_command = makeCommand({m_services, m_output, m_arguments});
    connect(m_command.get(), &Command::finished, this, &Session::finish);
    m_command->run();
}

void Session::interrupted()
{
    if (m_exitCode < 0) {
        const Error error{.code = Error::Code::Cancelled};
        m_output.error(error, {.upload = m_arguments.verb == Verb::Upload}, Exit::Interrupted);
        finish(exitValue(Exit::Interrupted));
    }
}

void Session::finish(int exitCode)
{
    if (m_exitCode >= 0) {
        return;
    }
    m_exitCode = exitCode;
    m_leaveAnyway.start(20s);
    leaveWhenNothingIsAsked();
}

/// An export that is being asked for gets its answer first: leaving now would make an unknown outcome of it.
void Session::leaveWhenNothingIsAsked()
{
    if (m_exitCode < 0) {
        return;
    }
    const QList<JobRecord> records = m_services.jobs().records();
    const bool asking = m_services.ownsEngine()
                        && std::any_of(records.begin(), records.end(),
                                       [](const JobRecord& record) { return record.step == JobStep::Asking; });
    if (!asking) {
        // Through the event loop: a signal of the jobs may be on the stack.
        QMetaObject::invokeMethod(
            qApp, [code = m_exitCode] { QCoreApplication::exit(code); }, Qt::QueuedConnection);
    }
}

} // namespace longshore::cli

#include "moc_session.cpp"
