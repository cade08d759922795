#pragma once

#include "app/services.h"
#include "ui/shell/mainwindow.h"

#include <QObject>
#include <QPointer>

class QTimer;

namespace longshore {

class StatusPage;

/// One state folder with its services and its window, from the first moment to the last.
class Session final : public QObject
{
    Q_OBJECT

public:
    /// `files`: what the window is to open; another one that is open already gets them.
    Session(const ServicesOptions& options, const QStringList& files, Prompts& prompts, QObject* parent);
    ~Session() override;

    void start();
    [[nodiscard]] Services& services() { return m_services; }
    /// Null until the services are ready.
    [[nodiscard]] MainWindow* window() const { return m_window.get(); }
    [[nodiscard]] bool isPractice() const { return m_practice; }

Q_SIGNALS:
    void opened();
    /// The window was closed, could not open, or another program of the same state folder showed its own.
    void ended(int exitCode);
    void practiceRequested();
    void connectRequested();

private:
    void servicesReady();
    void openWindow();
    void showFailure(const Error& error);
    void showWaiting();

    Prompts& m_prompts;
    bool m_practice;
    QStringList m_files;
    Services m_services;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<StatusPage> m_waiting;
    QTimer* m_patience;
};

} // namespace longshore
