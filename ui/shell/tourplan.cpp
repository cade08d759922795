#include "ui/shell/tour.h"

#include "app/jobs/jobs.h"
#include "app/library/library.h"
#include "app/settings/connections.h"
#include "ui/connections/connectassistant.h"
#include "ui/shell/session.h"
#include "ui/shell/windowactions.h"
#include "ui/shell/windowdialogs.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 SlowEnoughToSee = 100'000; // bytes a second
constexpr QStringView AssistantName = u"connectAssistant";
constexpr QStringView WizardName = u"ExportWizard";
constexpr QStringView SiteName = u"Contoso";
} // namespace

void Tour::planConnect()
{
    const auto assistant = [this] { return dialog(AssistantName); };
    const auto forward = [this] { press(AssistantName, u"assistantForward"_s); };
    const auto onPage = [this](int page) {
        const auto* shown = qobject_cast<ConnectAssistant*>(dialog(AssistantName));
        return shown != nullptr && shown->currentPage() == page;
    };
    m_stops << Stop{
        u"welcome"_s, [this] { window().showPage(MainWindow::Page::Welcome); }, {}, [this] { return &window(); }};
    m_stops << Stop{u"connect-platform"_s, [this] { window().dialogs().openConnect(); }, [onPage] { return onPage(0); },
                    assistant};
    m_stops << Stop{u"connect-credentials"_s,
                    [this, forward] {
                        forward();
                        fillCredentials();
                        press(AssistantName, u"test"_s);
                    },
                    [this, onPage] {
                        const auto* rights = dialog(AssistantName)->findChild<QWidget*>(u"rights"_s);
                        return onPage(1) && rights != nullptr && rights->isVisible();
                    },
                    assistant};
    m_stops << Stop{u"connect-files"_s, forward,
                    [this, onPage] {
                        const auto* button = dialog(AssistantName)->findChild<QAbstractButton*>(u"assistantForward"_s);
                        return onPage(2) && button->isEnabled();
                    },
                    assistant};
    m_stops << Stop{u"connected"_s,
                    forward,
                    [this] {
                        return dialog(AssistantName) == nullptr
                               && services().connections().findByName(SiteName.toString()).has_value();
                    },
                    {}};
}

void Tour::fillCredentials()
{
    const auto practice = services().connections().find(u"practice"_s);
    const QWidget* assistant = dialog(AssistantName);
    if (!practice || assistant == nullptr) {
        return;
    }
    // Typing is what makes the page look at its fields, so each one is told like a key press would.
    const auto type = [assistant](const QString& field, const QString& text) {
        auto* edit = assistant->findChild<QLineEdit*>(field);
        edit->setText(text);
        Q_EMIT edit->textEdited(text);
    };
    type(u"name"_s, SiteName.toString());
    type(u"projectId"_s, practice->projectId);
    type(u"clientKey"_s, practice->clientKey);
    type(u"secret"_s, QString::fromLatin1(m_secret.reveal()));
    type(u"baseUrl"_s, practice->baseUrl.toString());
}

void Tour::planBrowse()
{
    m_stops << Stop{
        u"overview"_s, [this] { window().actions().overview->trigger(); }, {}, [this] { return &window(); }};
    m_stops << Stop{
        u"environment"_s,
        [this] {
            window().showPlace({services().connections().findByName(SiteName.toString())->id, u"Production"_s});
        },
        {},
        [this] { return &window(); }};
}

void Tour::planExport()
{
    const auto wizard = [this] { return dialog(WizardName); };
    const auto next = [this] { press(WizardName, u"next"_s); };
    const auto isThere = [wizard] { return wizard() != nullptr; };
    m_stops << Stop{u"export-what"_s, [this] { window().actions().exportDatabase->trigger(); }, isThere, wizard};
    m_stops << Stop{u"export-how-long"_s, next, isThere, wizard};
    m_stops << Stop{u"export-where"_s, next, isThere, wizard};
}

void Tour::planTransfer()
{
    const auto shown = [this] { return &window(); };
    m_stops << Stop{u"running"_s,
                    [this] {
                        limitSpeed(SlowEnoughToSee);
                        press(WizardName, u"next"_s);
                    },
                    [this] {
                        return latestJobIs(
                            [](const JobRecord& job) { return job.step == JobStep::ServerWorking && job.checks > 1; });
                    },
                    shown};
    m_stops << Stop{u"downloading"_s, [this] { window().showJob(services().jobs().records().first().id); },
                    [this] {
                        return latestJobIs([](const JobRecord& job) {
                            return job.step == JobStep::Downloading && job.progress.total.has_value()
                                   && job.progress.done * 3 > *job.progress.total * 2;
                        });
                    },
                    shown};
    m_stops << Stop{u"job-done"_s, [this] { limitSpeed(0); },
                    [this] { return latestJobIs([](const JobRecord& job) { return job.step == JobStep::Done; }); },
                    shown};
}

void Tour::planRest()
{
    const auto shown = [this] { return &window(); };
    m_stops << Stop{
        u"environment-after"_s,
        [this] {
            window().showPlace({services().connections().findByName(SiteName.toString())->id, u"Production"_s});
        },
        {},
        shown};
    m_stops << Stop{u"library"_s, [this] { window().actions().library->trigger(); },
                    [this] { return !services().library().entries().isEmpty(); }, shown};
    m_stops << Stop{u"settings"_s, [this] { window().actions().settings->trigger(); },
                    [this] { return dialog(u"settingsDialog") != nullptr; },
                    [this] { return dialog(u"settingsDialog"); }};
}

} // namespace longshore
