#pragma once

#include "ui/common/assistant.h"
#include "ui/imports/importplan.h"
#include "ui/sites/place.h"

#include <QPointer>
#include <QTimer>
#include <memory>

namespace longshore {

class CheckPage;
class FilePage;
class GoPage;
class ImportPageFrame;
class OptionsPage;
class InspectionTask;
class Prompts;
class SafetyPage;
class Services;
class TargetPage;
class Task;
class TierBand;
struct Error;
struct LibraryEntry;

/// With what an import begins; everything may be empty.
struct ImportStart
{
    QString path{}; ///< of a file that was looked at: it is there and can be read
    QString libraryId{};
    QString connectionId{}; ///< suggested, with the environment
    QString environment{};
    std::optional<Database> database{};
    QString undoes{}; ///< see ImportRequest
};

/// Five pages, six for a dump, from a file to the replacement of a database. Nothing is sent before the last button;
/// going back is always possible.
class ImportAssistant final : public Assistant
{
    Q_OBJECT

public:
    ImportAssistant(Services& services, Prompts& prompts, QWidget* parent);
    ~ImportAssistant() override;

    /// Takes another file, or none, and begins at its check.
    void begin(const ImportStart& start);
    [[nodiscard]] const ImportPlan& plan() const { return m_plan; }
    void setPlan(const ImportPlan& plan);
    /// The environment it was opened for; empty: none.
    [[nodiscard]] Place suggestion() const { return {m_start.connectionId, m_start.environment}; }

Q_SIGNALS:
    void jobStarted(const QString& id);

private:
    void connectPages();
    void connectServices();
    void check();
    void checked(InspectionTask* task);
    void suggestTarget();
    void suggestAddress();
    [[nodiscard]] QList<ImportPageFrame*> pages() const;
    void learnTarget();
    void learnFindings(const TargetDatabase& target);
    [[nodiscard]] std::optional<LibraryEntry> origin() const;
    void refresh();
    void chooseFile();
    void chooseFolder();
    void measureFolder();
    void start();

    Services& m_services;
    Prompts& m_prompts;
    TierBand* m_band;
    FilePage* m_filePage;
    CheckPage* m_checkPage;
    TargetPage* m_targetPage;
    OptionsPage* m_optionsPage;
    SafetyPage* m_safetyPage;
    GoPage* m_goPage;
    ImportPlan m_plan;
    ImportFacts m_facts;
    ImportStart m_start;
    QPointer<InspectionTask> m_checking;
    QPointer<Task> m_measuring;
    QTimer m_measureSoon;
    QTimer m_relearnSoon; ///< gathers the news of jobs
    QTimer m_minute; ///< keeps times and the name's stamp true
};

} // namespace longshore
