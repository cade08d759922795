#include "ui/shell/tour.h"

#include "app/jobs/jobs.h"
#include "app/library/library.h"
#include "app/settings/connections.h"
#include "ui/imports/importassistant.h"
#include "ui/shell/session.h"
#include "ui/shell/windowdialogs.h"

#include <QCheckBox>
#include <QPushButton>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView AssistantName = u"importAssistant";

bool isOnPage(const QWidget* dialog, int page)
{
    const auto* assistant = qobject_cast<const ImportAssistant*>(dialog);
    return assistant != nullptr && assistant->currentPage() == page;
}

bool mayGoOn(const QWidget* dialog)
{
    const auto* assistant = qobject_cast<const ImportAssistant*>(dialog);
    return assistant != nullptr && assistant->forwardButton()->isEnabled();
}

} // namespace

void Tour::planImport()
{
    const auto assistant = [this] { return dialog(AssistantName); };
    const auto forward = [this] { press(AssistantName, u"assistantForward"_s); };
    const auto overlay = [this] { return window().findChild<QWidget*>(u"dropOverlay"_s); };
    m_stops << Stop{u"drop"_s, [overlay] { overlay()->show(); }, {}, [this] { return &window(); }};
    m_stops << Stop{u"import-file"_s,
                    [this, overlay] {
                        overlay()->hide();
                        const LibraryEntry file = services().library().entries().constFirst();
                        auto* opened = window().dialogs().openImport({.path = file.path,
                                                                      .libraryId = file.id,
                                                                      .connectionId = file.connectionId,
                                                                      .environment = u"Integration"_s});
                        opened->showPage(0);
                    },
                    [this] { return isOnPage(dialog(AssistantName), 0); }, assistant};
    m_stops << Stop{u"import-check"_s, forward,
                    [this] { return isOnPage(dialog(AssistantName), 1) && mayGoOn(dialog(AssistantName)); }, assistant};
    m_stops << Stop{u"import-target"_s, forward, [this] { return isOnPage(dialog(AssistantName), 2); }, assistant};
    m_stops << Stop{u"import-safety"_s,
                    [this, forward] {
                        tickWarnings();
                        forward();
                    },
                    [this] { return isOnPage(dialog(AssistantName), int(ImportPage::Safety)); }, assistant};
    m_stops << Stop{u"import-go"_s, forward, [this] { return isOnPage(dialog(AssistantName), int(ImportPage::Go)); },
                    assistant};
}

void Tour::planImportRun()
{
    const auto shown = [this] { return &window(); };
    m_stops << Stop{u"import-started"_s,
                    [this] { press(AssistantName, u"assistantForward"_s); },
                    [this] {
                        return importIs([this](const JobRecord& job) {
                            window().showJob(job.id);
                            return true;
                        });
                    },
                    {}};
    m_stops << Stop{u"importing"_s, [] {},
                    [this] {
                        return importIs([](const JobRecord& job) {
                            return job.step == JobStep::ServerWorking && job.serverPercent > 0;
                        });
                    },
                    shown};
    m_stops << Stop{u"import-done"_s,
                    {},
                    [this] { return importIs([](const JobRecord& job) { return isFinal(job.step); }); },
                    shown};
    m_stops << Stop{u"environment-imported"_s,
                    [this] {
                        const JobRecord job = services().jobs().records().first();
                        window().showPlace({job.connectionId(), job.environment()});
                    },
                    {},
                    shown};
}

void Tour::tickWarnings()
{
    const QList<QCheckBox*> boxes = dialog(AssistantName)->findChildren<QCheckBox*>();
    for (QCheckBox* box : boxes) {
        if (box->objectName().startsWith(u"tick_"_s) && !box->isChecked()) {
            box->click();
        }
    }
}

bool Tour::importIs(const std::function<bool(const JobRecord&)>& wanted) const
{
    const QList<JobRecord> jobs = services().jobs().records();
    for (const JobRecord& job : jobs) {
        if (job.import) {
            return wanted(job);
        }
    }
    return false;
}

} // namespace longshore
