// The part of the tour that shows a site of Vector Pro: its dump comes to the library, and goes to another site.
#include "ui/shell/tour.h"

#include "app/jobs/jobs.h"
#include "app/library/library.h"
#include "app/settings/connections.h"
#include "ui/copies/copysheet.h"
#include "ui/imports/importassistant.h"
#include "ui/shell/session.h"
#include "ui/shell/windowdialogs.h"

#include <QTabWidget>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView WizardName = u"ExportWizard";
constexpr QStringView CopyName = u"copySheet";
constexpr QStringView AssistantName = u"importAssistant";
const auto Source = QLatin1StringView("lantern-bakery");
const auto Target = QLatin1StringView("harbour-books");
const auto Development = QLatin1StringView("development");
const auto Production = QLatin1StringView("production");

bool isShown(const QWidget* dialog, ImportPage page)
{
    const auto* assistant = qobject_cast<const ImportAssistant*>(dialog);
    return assistant != nullptr && assistant->currentPage() == static_cast<int>(page);
}

bool isChecked(const QWidget* dialog)
{
    const auto* assistant = qobject_cast<const ImportAssistant*>(dialog);
    return assistant != nullptr && assistant->plan().file.has_value();
}

} // namespace

void Tour::planSite()
{
    const auto shown = [this] { return &window(); };
    const auto wizard = [this] { return dialog(WizardName); };
    m_stops << Stop{u"site"_s,
                    [this] {
                        window().showPlace({services().connections().findByName(Source)->id, Development});
                    },
                    {},
                    shown};
    m_stops << Stop{u"site-export"_s,
                    [this] { press(u"mainWindow", u"exportAs_mysql"_s); },
                    [wizard] { return wizard() != nullptr; },
                    {}};
    m_stops << Stop{u"site-export-where"_s, [this] { press(WizardName, u"next"_s); }, {}, wizard};
    m_stops << Stop{u"site-exported"_s, [this] { press(WizardName, u"next"_s); },
                    [this] {
                        return latestJobIs([](const JobRecord& job) {
                            return job.database() == Database::MySql && job.step == JobStep::Done;
                        });
                    },
                    shown};
}

void Tour::planDump()
{
    const auto assistant = [this] { return dialog(AssistantName); };
    const auto forward = [this] {
        tickWarnings();
        press(AssistantName, u"assistantForward"_s);
    };
    const auto isOn = [assistant](ImportPage page) { return [assistant, page] { return isShown(assistant(), page); }; };
    m_stops << Stop{u"dump-check"_s,
                    [this] {
                        const LibraryEntry file = services().library().entries().constFirst();
                        window().dialogs().openImport({.path = file.path,
                                                       .libraryId = file.id,
                                                       .connectionId = services().connections().findByName(Target)->id,
                                                       .environment = Development});
                    },
                    [assistant] { return isChecked(assistant()); }, assistant};
    m_stops << Stop{
        u"dump-tables"_s, [assistant] { assistant()->findChild<QTabWidget*>()->setCurrentIndex(1); }, {}, assistant};
    m_stops << Stop{u"dump-target"_s, forward, isOn(ImportPage::Target), assistant};
    m_stops << Stop{u"dump-options"_s, forward, isOn(ImportPage::Options), assistant};
    m_stops << Stop{u"dump-safety"_s, forward, isOn(ImportPage::Safety), {}};
    m_stops << Stop{u"dump-go"_s, forward, isOn(ImportPage::Go), assistant};
    planDumpRun();
}

void Tour::planDumpRun()
{
    const auto shown = [this] { return &window(); };
    const auto isOfSite = [](const JobRecord& job) { return job.database() == Database::MySql; };
    m_stops << Stop{u"dump-started"_s,
                    [this] { press(AssistantName, u"assistantForward"_s); },
                    [this, isOfSite] {
                        return importIs([this, isOfSite](const JobRecord& job) {
                            window().showJob(job.id);
                            return isOfSite(job);
                        });
                    },
                    {}};
    m_stops << Stop{
        u"dump-importing"_s,
        {},
        [this] { return importIs([](const JobRecord& job) { return job.step == JobStep::ServerWorking; }); },
        shown};
    m_stops << Stop{u"dump-imported"_s,
                    {},
                    [this] { return importIs([](const JobRecord& job) { return isFinal(job.step); }); },
                    shown};
}

void Tour::planCopy()
{
    const auto sheet = [this] { return dialog(CopyName); };
    m_stops << Stop{u"copy"_s,
                    [this] {
                        const QString site = services().connections().findByName(Source)->id;
                        CopySheet* opened = window().dialogs().openCopy({site, Production});
                        CopyDraft draft = opened->draft();
                        draft.into.target = TargetDatabase{site, Development, draft.database};
                        opened->setDraft(draft);
                    },
                    [sheet] { return sheet() != nullptr; }, sheet};
    m_stops << Stop{u"copy-closed"_s, [sheet] { sheet()->close(); }, [sheet] { return sheet() == nullptr; }, {}};
}

} // namespace longshore
