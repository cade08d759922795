#include "ui/shell/session.h"

#include "ui/common/statuspage.h"
#include "ui/shell/failurewindow.h"

#include <QTimer>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {
constexpr auto Patience = std::chrono::milliseconds(700);
constexpr QSize WaitingSize(520, 320);
} // namespace

Session::Session(const ServicesOptions& options, const QStringList& files, Prompts& prompts, QObject* parent)
    : QObject(parent),
      m_prompts(prompts),
      m_practice(options.practice),
      m_files(files),
      m_services(options),
      m_patience(new QTimer(this))
{
    m_patience->setSingleShot(true);
    m_patience->setInterval(Patience);
    connect(m_patience, &QTimer::timeout, this, &Session::showWaiting);
    connect(&m_services, &Services::ready, this, &Session::servicesReady);
    connect(&m_services, &Services::failed, this, &Session::showFailure);
}

Session::~Session() = default;

void Session::start()
{
    m_patience->start();
    m_services.start();
}

void Session::servicesReady()
{
    if (m_services.ownsEngine()) {
        openWindow();
        return;
    }
    // Another program of this state folder runs. If it has a window, that one comes to the front instead of ours.
    auto* raise = m_services.raiseFirstWindow(m_files, this);
    connect(raise, &Task::finished, this, [this, raise] {
        if (raise->result()) {
            m_patience->stop();
            Q_EMIT ended(0);
        } else {
            openWindow();
        }
    });
    raise->start();
}

void Session::openWindow()
{
    m_patience->stop();
    m_waiting.reset();
    m_window = std::make_unique<MainWindow>(m_services, m_prompts,
                                            m_practice ? MainWindow::Mode::Practice : MainWindow::Mode::Real);
    connect(m_window.get(), &MainWindow::practiceRequested, this, &Session::practiceRequested);
    connect(m_window.get(), &MainWindow::connectRequested, this, &Session::connectRequested);
    connect(m_window.get(), &MainWindow::closed, this, [this] { Q_EMIT ended(0); });
    m_window->show();
    m_window->openFiles(m_files);
    Q_EMIT opened();
}

void Session::showWaiting()
{
    m_waiting = std::make_unique<StatusPage>();
    m_waiting->setWindowTitle(tr("Longshore"));
    m_waiting->setIcon(u"app"_s);
    m_waiting->setText(m_practice ? tr("Starting the practice server") : tr("Starting"),
                       m_practice ? tr("The first start makes up its databases, which takes a few seconds.")
                                  : tr("Reading jobs, files and settings."));
    m_waiting->resize(WaitingSize);
    m_waiting->show();
}

void Session::showFailure(const Error& error)
{
    m_patience->stop();
    m_waiting.reset();
    auto* window = new FailureWindow(error);
    connect(window, &QDialog::finished, this, [this] { Q_EMIT ended(1); });
    window->show();
}

} // namespace longshore
