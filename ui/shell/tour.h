#pragma once

#include "app/core/secret.h"
#include "ui/common/prompts.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTemporaryDir>
#include <functional>
#include <memory>

class QTimer;
class QWidget;

namespace longshore {

class Session;
class Services;
class MainWindow;

/// Drives the window through every screen on the practice server and writes a numbered picture of each. Everything
/// lives in a temporary state folder: a person's own is not touched. Ends the program: 0 and the folder as last line,
/// or 1 and what it waited for.
class Tour final : public QObject
{
    Q_OBJECT

public:
    Tour(QString folder, QObject* parent);
    ~Tour() override;
    void start();

private:
    struct Stop
    {
        QString name; ///< of the picture
        std::function<void()> act;
        std::function<bool()> ready; ///< asked again and again until it is true
        std::function<QWidget*()> picture; ///< null: no picture; a dialog is shown over the window
    };
    void plan();
    void planConnect();
    void planBrowse();
    void planExport();
    void planTransfer();
    void planImport();
    void planImportRun();
    void planSite();
    void planDump();
    void planDumpRun();
    void planCopy();
    void planRest();
    void begin();
    void look();
    void take();
    void endWith(int exitCode, const QString& line);

    void fillCredentials();
    void limitSpeed(qint64 bytesPerSecond);
    void press(QStringView dialogName, const QString& buttonName);
    [[nodiscard]] QWidget* dialog(QStringView name) const;
    [[nodiscard]] MainWindow& window() const;
    [[nodiscard]] Services& services() const;
    /// Of the newest job that imports.
    [[nodiscard]] bool importIs(const std::function<bool(const struct JobRecord&)>& wanted) const;
    void tickWarnings();
    [[nodiscard]] bool latestJobIs(const std::function<bool(const struct JobRecord&)>& wanted) const;

    QString m_folder;
    QTemporaryDir m_home;
    DialogPrompts m_prompts;
    std::unique_ptr<Session> m_session;
    Secret m_secret;
    QList<Stop> m_stops;
    qsizetype m_at = 0;
    int m_pictures = 0;
    QTimer* m_tick;
    QElapsedTimer m_waiting;
};

} // namespace longshore
