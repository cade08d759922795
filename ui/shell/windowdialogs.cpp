#include "ui/shell/windowdialogs.h"

#include "app/credentials/credentialstore.h"
#include "app/domain/copyplan.h"
#include "app/jobs/jobs.h"
#include "app/library/library.h"
#include "app/services.h"
#include "app/settings/connections.h"
#include "ui/common/errortext.h"
#include "ui/common/helpwindow.h"
#include "ui/common/icons.h"
#include "ui/common/prompts.h"
#include "ui/connections/connectassistant.h"
#include "ui/connections/secretdialog.h"
#include "ui/copies/copysheet.h"
#include "ui/exports/exportwizard.h"
#include "ui/imports/importassistant.h"
#include "ui/settings/settingsdialog.h"

#include <QAction>
#include <QMainWindow>
#include <QMessageBox>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

template <class Dialog>
Dialog* showAgain(Dialog* dialog)
{
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
    return dialog;
}

} // namespace

WindowDialogs::WindowDialogs(Services& services, Prompts& prompts, QMainWindow& window)
    : QObject(&window), m_services(services), m_prompts(prompts), m_window(window)
{ }

ConnectAssistant* WindowDialogs::openConnect()
{
    return openAssistant(m_assistant ? m_assistant.data() : new ConnectAssistant(m_services, m_prompts, &m_window));
}

void WindowDialogs::openEdit(const QString& connectionId)
{
    const auto connection = m_services.connections().find(connectionId);
    if (connection) {
        openAssistant(m_assistant ? m_assistant.data()
                                  : new ConnectAssistant(m_services, m_prompts, *connection, &m_window));
    }
}

ConnectAssistant* WindowDialogs::openAssistant(ConnectAssistant* assistant)
{
    if (assistant != m_assistant) {
        m_assistant = assistant;
        connect(assistant, &ConnectAssistant::connected, this, &WindowDialogs::connected);
        connect(assistant, &ConnectAssistant::practiceRequested, this, &WindowDialogs::practiceRequested);
    }
    return showAgain(assistant);
}

void WindowDialogs::askToRemove(const QString& connectionId)
{
    const auto connection = m_services.connections().find(connectionId);
    if (!connection) {
        return;
    }
    //: %1 is the name of a connected project
    m_prompts.ask(
        {.heading = tr("Remove the connection to %1?").arg(connection->name),
         .text = tr("Its secret is removed from the keychain, and unfinished jobs of it cannot go on. Files in "
                    "the library stay, and nothing changes at the service."),
         .acceptText = tr("Remove connection"),
         .rejectText = {},
         .destructive = true},
        &m_window, this, [this, connectionId](bool accepted) {
            if (accepted) {
                remove(connectionId);
            }
        });
}

void WindowDialogs::remove(const QString& connectionId)
{
    auto* task = m_services.connections().remove(connectionId, this);
    connect(task, &Task::finished, this, [this, task, connectionId] {
        if (!task->result()) {
            showError(task->result().error());
            return;
        }
        m_services.wakeEngine();
        auto* forget = m_services.credentials().remove(connectionId, this);
        connect(forget, &Task::finished, this, [this, forget] {
            const Error::Code code = forget->result() ? Error::Code::SecretMissing : forget->result().error().code;
            if (code != Error::Code::SecretMissing && code != Error::Code::NoKeychain) {
                showError(forget->result().error());
            }
        });
        forget->start();
    });
    task->start();
}

void WindowDialogs::askForSecret(const QString& connectionId, const Error& why)
{
    const auto connection = m_services.connections().find(connectionId);
    if (!connection || m_askedSecrets.contains(connectionId)) {
        return;
    }
    m_askedSecrets.insert(connectionId);
    auto* dialog = new SecretDialog(m_services, *connection, why, &m_window);
    connect(dialog, &QDialog::finished, this, [this, connectionId] { m_askedSecrets.remove(connectionId); });
    dialog->open();
}

ExportWizard* WindowDialogs::openExport(const ExportRequest& prefill)
{
    return showExport(m_export ? m_export.data() : new ExportWizard(m_services, prefill, &m_window));
}

ExportWizard* WindowDialogs::openExportAsLastTime(const QString& connectionId, const QString& environment)
{
    return showExport(m_export ? m_export.data()
                               : ExportWizard::asLastTime(m_services, connectionId, environment, &m_window));
}

ExportWizard* WindowDialogs::showExport(ExportWizard* wizard)
{
    if (m_export != wizard) {
        m_export = wizard;
        m_export->setPrompts(m_prompts);
        connect(m_export, &ExportWizard::jobStarted, this, &WindowDialogs::exportStarted);
    }
    return showAgain(m_export.data());
}

ImportAssistant* WindowDialogs::openImport(const ImportStart& start)
{
    const bool isNew = !m_import;
    if (isNew) {
        m_import = new ImportAssistant(m_services, m_prompts, &m_window);
        auto* help = new QAction(m_import);
        help->setShortcut(QKeySequence::HelpContents);
        m_import->addAction(help);
        connect(help, &QAction::triggered, this, [this] { openHelp(u"importing"_s); });
        connect(m_import, &ImportAssistant::jobStarted, this, &WindowDialogs::importStarted);
    }
    if (isNew || !start.path.isEmpty()) {
        m_import->begin(start);
    }
    return showAgain(m_import.data());
}

CopySheet* WindowDialogs::openCopy(const Place& from)
{
    return showCopy(new CopySheet(m_services, from, &m_window));
}

/// One at a time: the places of the one that is open may be others.
CopySheet* WindowDialogs::showCopy(CopySheet* sheet)
{
    if (m_copy) {
        m_copy->close();
    }
    m_copy = sheet;
    connect(sheet, &CopySheet::jobStarted, this, &WindowDialogs::importStarted);
    return showAgain(sheet);
}

void WindowDialogs::openUndo(const QString& jobId)
{
    const std::optional<JobRecord> record = m_services.jobs().record(jobId);
    const auto connection = record ? m_services.connections().find(record->connectionId()) : std::nullopt;
    const bool restores = connection && undoWay(*connection, record->environment()) == ImportWay::Restore;
    if (restores && !record->backupServerId.isEmpty()) {
        showCopy(new CopySheet(m_services, *record, &m_window));
        return;
    }
    const auto backup = record ? m_services.library().entry(record->backupLibraryId) : std::nullopt;
    if (!backup) {
        showError({.code = Error::Code::NotFound, .subject = tr("The backup in the library")});
        return;
    }
    openImport({.path = backup->path,
                .libraryId = backup->id,
                .connectionId = record->connectionId(),
                .environment = record->environment(),
                .database = record->database(),
                .undoes = record->id});
}

void WindowDialogs::openSettings()
{
    if (!m_settings) {
        m_settings = new SettingsDialog(m_services.settings(), m_prompts, &m_window);
    }
    showAgain(m_settings.data());
}

void WindowDialogs::openHelp(const QString& page)
{
    if (!m_help) {
        m_help = new HelpWindow;
        m_help->setAttribute(Qt::WA_DeleteOnClose);
        connect(&m_window, &QObject::destroyed, m_help, &QObject::deleteLater);
    }
    m_help->showPage(page);
    showAgain(m_help.data());
}

void WindowDialogs::openAbout()
{
    auto* box = new QMessageBox(&m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(u"about"_s);
    box->setWindowTitle(tr("About Longshore"));
    box->setIconPixmap(icon(u"app"_s).pixmap(QSize(64, 64), m_window.devicePixelRatioF()));
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("Longshore %1").arg(QString::fromLatin1(LONGSHORE_VERSION)));
    box->setInformativeText(tr("Gets the databases of hosted sites to this computer, checked to the last byte.\n\n"
                               "Apache License 2.0"));
    box->addButton(QMessageBox::Close);
    box->open();
}

void WindowDialogs::showError(const Error& error)
{
    if (error.code == Error::Code::Cancelled) {
        return;
    }
    const ErrorText text = errorText(error);
    auto* box = new QMessageBox(QMessageBox::Warning, tr("Longshore"), text.what, QMessageBox::Close, &m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(u"errorBox"_s);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(text.safe + u'\n' + text.next);
    box->setDetailedText(text.details);
    box->open();
}

} // namespace longshore
