#include "ui/shell/tour.h"

#include "app/credentials/credentialstore.h"
#include "app/jobs/jobs.h"
#include "app/settings/settings.h"
#include "ui/common/errortext.h"
#include "ui/shell/session.h"
#include "ui/shell/tourpicture.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QTextStream>
#include <QThreadPool>
#include <QTimer>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {
constexpr auto LookEvery = std::chrono::milliseconds(50);
constexpr auto SettleFor = std::chrono::milliseconds(350); // late layouts, counters at 4 Hz
constexpr auto LongestWait = std::chrono::seconds(90);
constexpr QSize WindowSize(1200, 760);
constexpr double TimeScale = 2;
} // namespace

Tour::Tour(QString folder, QObject* parent) : QObject(parent), m_folder(std::move(folder)), m_tick(new QTimer(this))
{
    ServicesOptions options;
    options.home = m_home.path();
    options.practice = true;
    options.practiceTimeScale = TimeScale;
    options.useKeychain = false;
    m_session = std::make_unique<Session>(options, QStringList(), m_prompts, nullptr);
    m_tick->setInterval(LookEvery);
    connect(m_tick, &QTimer::timeout, this, &Tour::look);
}

/// The practice server ends on a thread of its own, with its database server, and its files lie in our folder.
Tour::~Tour()
{
    m_session.reset();
    QThreadPool::globalInstance()->waitForDone();
}

void Tour::start()
{
    QDir().mkpath(m_folder);
    connect(&m_session->services(), &Services::failed, this, [this](const Error& error) {
        const ErrorText text = errorText(error);
        endWith(1, u"The services cannot start: "_s + text.what + u'\n' + text.details);
    });
    connect(m_session.get(), &Session::opened, this, [this] {
        window().resize(WindowSize);
        auto* secret = services().credentials().read(u"practice"_s, this);
        connect(secret, &Task::finished, this, [this, secret] {
            m_secret = secret->result().value_or(Secret());
            plan();
            begin();
        });
        secret->start();
    });
    m_waiting.start();
    m_session->start();
}

void Tour::plan()
{
    planConnect();
    planBrowse();
    planExport();
    planTransfer();
    planImport();
    planImportRun();
    planSite();
    planDump();
    planCopy();
    planRest();
}

void Tour::begin()
{
    if (m_at == m_stops.size()) {
        endWith(0, QDir(m_folder).absolutePath());
        return;
    }
    if (m_stops.at(m_at).act) {
        m_stops.at(m_at).act();
    }
    m_waiting.start();
    m_tick->start();
}

void Tour::look()
{
    const Stop& stop = m_stops.at(m_at);
    if (stop.ready && !stop.ready()) {
        if (std::chrono::milliseconds(m_waiting.elapsed()) > LongestWait) {
            const QList<JobRecord> jobs = services().jobs().records();
            endWith(1, u"Waited in vain for: %1 (newest job: %2)"_s.arg(
                           stop.name, jobs.isEmpty() ? u"none"_s : stepName(jobs.first().step)));
        }
        return;
    }
    m_tick->stop();
    if (stop.picture) {
        QTimer::singleShot(SettleFor, this, &Tour::take);
    } else {
        ++m_at;
        begin();
    }
}

void Tour::take()
{
    const Stop& stop = m_stops.at(m_at);
    QWidget* shown = stop.picture();
    const QString name = u"%1-%2.png"_s.arg(++m_pictures, 2, 10, QLatin1Char('0')).arg(stop.name);
    if (shown == nullptr || !savePicture(window(), *shown, QDir(m_folder).filePath(name))) {
        endWith(1, u"Could not take the picture: "_s + name);
        return;
    }
    QTextStream(stdout) << name << Qt::endl;
    ++m_at;
    begin();
}

void Tour::endWith(int exitCode, const QString& line)
{
    m_tick->stop();
    QTextStream(exitCode == 0 ? stdout : stderr) << line << Qt::endl;
    QApplication::exit(exitCode);
}

void Tour::press(QStringView dialogName, const QString& buttonName)
{
    const QWidget* where = dialog(dialogName);
    auto* button = where != nullptr ? where->findChild<QAbstractButton*>(buttonName) : nullptr;
    if (button == nullptr) {
        endWith(1, u"There is no button %1 in %2"_s.arg(buttonName, dialogName));
        return;
    }
    button->click();
}

QWidget* Tour::dialog(QStringView name) const
{
    const QWidgetList shown = QApplication::topLevelWidgets();
    for (QWidget* widget : shown) {
        if (widget->isVisible() && widget->objectName() == name) {
            return widget;
        }
    }
    return nullptr;
}

MainWindow& Tour::window() const
{
    return *m_session->window();
}

Services& Tour::services() const
{
    return m_session->services();
}

bool Tour::latestJobIs(const std::function<bool(const JobRecord&)>& wanted) const
{
    const QList<JobRecord> records = services().jobs().records();
    return !records.isEmpty() && wanted(records.first());
}

void Tour::limitSpeed(qint64 bytesPerSecond)
{
    Settings settings = services().settings().value();
    settings.bytesPerSecondLimit = bytesPerSecond;
    services().settings().update(settings);
}

} // namespace longshore
