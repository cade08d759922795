#include "app/cli/terminal.h"

#include <QSocketNotifier>
#include <cstdio>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#endif

namespace longshore::cli {

using namespace Qt::StringLiterals;

#ifdef Q_OS_WIN

bool isTerminal(Stream stream)
{
    return ::_isatty(stream == Stream::Input ? 0 : 2) != 0;
}

qsizetype terminalWidth()
{
    return 80;
}

class AskSecretTask::HiddenEcho final
{ };

void AskSecretTask::run()
{
    // There is no quiet line input to wait for without blocking; the environment and the keychain are the ways here.
    completeWith(fail(Error::Code::SecretMissing));
}

void AskSecretTask::readLine() { }

void AskLineTask::run()
{
    completeWith(fail(Error::Code::GuardRefused, u"terminal"_s)); // as above; --confirm is the way here
}

void AskLineTask::readLine() { }

#else

bool isTerminal(Stream stream)
{
    return ::isatty(stream == Stream::Input ? STDIN_FILENO : STDERR_FILENO) == 1;
}

qsizetype terminalWidth()
{
    winsize size{};
    return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 20 ? size.ws_col : 80;
}

class AskSecretTask::HiddenEcho final
{
public:
    HiddenEcho()
    {
        m_known = ::tcgetattr(STDIN_FILENO, &m_before) == 0;
        termios quiet = m_before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        if (m_known) {
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
        }
    }
    ~HiddenEcho()
    {
        if (m_known) {
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
            std::fputc('\n', stderr); // the person's own was not shown
        }
    }
    HiddenEcho(const HiddenEcho&) = delete;
    HiddenEcho& operator=(const HiddenEcho&) = delete;

private:
    termios m_before{};
    bool m_known = false;
};

void AskSecretTask::run()
{
    if (!isTerminal(Stream::Input)) {
        completeWith(fail(Error::Code::SecretMissing));
        return;
    }
    m_hidden = std::make_unique<HiddenEcho>();
    std::fputs(m_prompt.toUtf8().constData(), stderr);
    std::fflush(stderr);
    auto* input = new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, this);
    connect(input, &QSocketNotifier::activated, this, &AskSecretTask::readLine);
}

void AskLineTask::run()
{
    if (!isTerminal(Stream::Input)) {
        completeWith(fail(Error::Code::GuardRefused, u"terminal"_s));
        return;
    }
    std::fputs(m_prompt.toUtf8().constData(), stderr);
    std::fflush(stderr);
    auto* input = new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, this);
    connect(input, &QSocketNotifier::activated, this, &AskLineTask::readLine);
}

void AskLineTask::readLine()
{
    char bytes[512];
    const ssize_t got = ::read(STDIN_FILENO, bytes, sizeof bytes);
    if (got > 0) {
        m_line.append(bytes, static_cast<qsizetype>(got));
    }
    if (got <= 0 || m_line.contains('\n')) {
        completeWith(QString::fromUtf8(m_line.left(m_line.indexOf('\n'))).trimmed());
    }
}

void AskSecretTask::readLine()
{
    char bytes[512];
    const ssize_t got = ::read(STDIN_FILENO, bytes, sizeof bytes);
    if (got > 0) {
        m_line.append(bytes, static_cast<qsizetype>(got));
    }
    if (got > 0 && !m_line.contains('\n')) {
        return;
    }
    m_hidden.reset();
    const QByteArray typed = m_line.left(m_line.indexOf('\n')).trimmed();
    m_line.fill('\0');
    if (typed.isEmpty()) {
        completeWith(fail(Error::Code::SecretMissing));
    } else {
        completeWith(Secret(typed));
    }
}

#endif

QByteArray readStandardInput()
{
    QByteArray all;
    char bytes[4096];
    for (size_t got = std::fread(bytes, 1, sizeof bytes, stdin); got > 0;
         got = std::fread(bytes, 1, sizeof bytes, stdin)) {
        all.append(bytes, static_cast<qsizetype>(got));
    }
    while (all.endsWith('\n') || all.endsWith('\r')) {
        all.chop(1);
    }
    return all;
}

AskSecretTask::AskSecretTask(QString prompt, QObject* parent) : ResultTask(parent), m_prompt(std::move(prompt)) { }

AskSecretTask::~AskSecretTask() = default;

void AskSecretTask::stop()
{
    m_hidden.reset();
}

} // namespace longshore::cli

#include "moc_terminal.cpp"
