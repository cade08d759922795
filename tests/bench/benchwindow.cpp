// What the window costs a transfer: one export after the other from a practice server, with the window hidden, shown
// and minimised in turn. Each line of the output is one download: its seconds and the processor time of this program.
//
// benchwindow URL PROJECT KEY SECRET ENVIRONMENT FOLDER TURNS
#include "app/core/secret.h"
#include "app/jobs/jobs.h"
#include "app/services.h"
#include "app/settings/connections.h"
#include "ui/common/prompts.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QUrl>
#include <chrono>
#include <cstdio>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace longshore;

namespace {

const QStringList Sights{u"hidden"_s, u"shown"_s, u"minimised"_s};

double processorSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

Connection connectionFrom(const QStringList& words)
{
    Connection connection;
    connection.id = u"bench"_s;
    connection.name = u"Bench"_s;
    connection.baseUrl = QUrl(words.at(1));
    connection.projectId = words.at(2);
    connection.clientKey = words.at(3);
    connection.environments = {{.name = words.at(5), .tier = Tier::Test, .access = Access::Allowed}};
    return connection;
}

ServicesOptions optionsFor(const QString& folder)
{
    ServicesOptions options;
    options.home = QDir(folder).filePath(u"home"_s);
    options.useKeychain = false;
    return options;
}

/// One download after the other; ends the program with the last one, or with 1 at the first that fails.
class Turns final : public QObject
{
public:
    explicit Turns(const QStringList& words)
        : m_connection(connectionFrom(words)),
          m_secret(words.at(4).toUtf8()),
          m_folder(QDir(words.at(6)).absolutePath()),
          m_left(words.at(7).toInt() * static_cast<int>(Sights.size())),
          m_services(optionsFor(m_folder))
    {
        connect(&m_services, &Services::ready, this, [this] { connectProject(); });
        connect(&m_services, &Services::failed, this, [](const Error&) { QCoreApplication::exit(1); });
        connect(&m_services.jobs(), &Jobs::jobChanged, this, [this](const JobRecord& record) { watch(record); });
        m_services.start();
    }

private:
    void connectProject()
    {
        m_services.rememberForThisRun(m_connection.id, m_secret);
        auto* saved = m_services.connections().save(m_connection, this);
        connect(saved, &Task::finished, this, [this] {
            m_window = std::make_unique<MainWindow>(m_services, m_prompts, MainWindow::Mode::Real);
            next();
        });
        saved->start();
    }

    void next()
    {
        if (m_left-- == 0) {
            QCoreApplication::exit(0);
            return;
        }
        m_sight = Sights.at(m_left % Sights.size());
        m_window->setVisible(m_sight != Sights.first());
        m_window->setWindowState(m_sight == Sights.last() ? Qt::WindowMinimized : Qt::WindowNoState);
        ExportRequest request;
        request.connectionId = m_connection.id;
        request.environment = m_connection.environments.first().name;
        request.folder = QDir(m_folder).filePath(u"files"_s);
        auto* filed = m_services.jobs().start(request, this);
        connect(filed, &Task::finished, this, [this, filed] {
            if (!filed->result()) {
                QCoreApplication::exit(1);
                return;
            }
            m_job = *filed->result();
            m_window->showJob(m_job); // with its graph, the most there is to paint
        });
        filed->start();
    }

    void watch(const JobRecord& record)
    {
        if (record.id != m_job) {
            return;
        }
        const bool downloads = record.step == JobStep::Downloading;
        if (downloads && !m_downloads) {
            m_since = std::chrono::steady_clock::now();
            m_processor = processorSeconds();
        } else if (!downloads && m_downloads) {
            m_seconds = std::chrono::steady_clock::now() - m_since;
            m_processor = processorSeconds() - m_processor;
        }
        m_downloads = downloads;
        if (isFinal(record.step)) {
            tell(record);
        }
    }

    void tell(const JobRecord& record)
    {
        if (record.step != JobStep::Done) {
            QCoreApplication::exit(1);
            return;
        }
        std::printf("{\"sight\":\"%s\",\"wall\":%.4f,\"cpu\":%.4f,\"bytes\":%lld}\n", qPrintable(m_sight),
                    m_seconds.count(), m_processor, static_cast<long long>(record.size));
        std::fflush(stdout);
        QFile::remove(record.path);
        m_job.clear();
        QMetaObject::invokeMethod(
            this, [this] { next(); }, Qt::QueuedConnection);
    }

    const Connection m_connection;
    const Secret m_secret;
    const QString m_folder;
    int m_left;
    Services m_services;
    DialogPrompts m_prompts;
    std::unique_ptr<MainWindow> m_window;
    QString m_sight;
    QString m_job;
    bool m_downloads = false;
    std::chrono::steady_clock::time_point m_since;
    std::chrono::duration<double> m_seconds{};
    double m_processor = 0;
};

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"longshore"_s);
    QGuiApplication::setQuitOnLastWindowClosed(false);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() != 8 || words.at(7).toInt() < 1) {
        std::fputs("benchwindow URL PROJECT KEY SECRET ENVIRONMENT FOLDER TURNS\n", stderr);
        return 2;
    }
    Turns turns(words);
    return QApplication::exec();
}
