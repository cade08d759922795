#pragma once

#include "app/domain/exportrequest.h"

#include <QObject>
#include <QPointer>
#include <QSet>

class QDialog;
class QMainWindow;

namespace longshore {

class ConnectAssistant;
class CopySheet;
class ExportWizard;
class HelpWindow;
class ImportAssistant;
class Prompts;
class Services;
struct Error;
struct ImportStart;
struct JobRecord;
struct Place;

/// Opens the dialogs of the window. None of them blocks; each kind is open at most once.
class WindowDialogs final : public QObject
{
    Q_OBJECT

public:
    WindowDialogs(Services& services, Prompts& prompts, QMainWindow& window);

    ConnectAssistant* openConnect();
    void openEdit(const QString& connectionId);
    void askToRemove(const QString& connectionId);
    void askForSecret(const QString& connectionId, const Error& why);
    ExportWizard* openExport(const ExportRequest& prefill);
    /// Filled in as the last export there, with both databases if both were exported then.
    ExportWizard* openExportAsLastTime(const QString& connectionId, const QString& environment);
    /// Begins anew with that file; without one, an assistant that is open comes to the front as it is.
    ImportAssistant* openImport(const ImportStart& start);
    /// Copies the database of that place to another one.
    CopySheet* openCopy(const Place& from);
    /// The import of the backup that was made before that import.
    void openUndo(const QString& jobId);
    void openSettings();
    void openHelp(const QString& page);
    void openAbout();
    void showError(const Error& error);

Q_SIGNALS:
    void connected(const QString& connectionId);
    void practiceRequested();
    void exportStarted(const QString& jobId);
    void importStarted(const QString& jobId);

private:
    ExportWizard* showExport(ExportWizard* wizard);
    ConnectAssistant* openAssistant(ConnectAssistant* assistant);
    void remove(const QString& connectionId);
    CopySheet* showCopy(CopySheet* sheet);

    Services& m_services;
    Prompts& m_prompts;
    QMainWindow& m_window;
    QPointer<ConnectAssistant> m_assistant;
    QPointer<ExportWizard> m_export;
    QPointer<ImportAssistant> m_import;
    QPointer<CopySheet> m_copy;
    QPointer<QDialog> m_settings;
    QPointer<HelpWindow> m_help;
    QSet<QString> m_askedSecrets; ///< connections whose question is open
};

} // namespace longshore
