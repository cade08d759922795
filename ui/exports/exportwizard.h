#pragma once

#include "ui/exports/exportplan.h"

#include <QDialog>
#include <QPointer>
#include <QTimer>
#include <memory>

namespace Ui {
class ExportWizard;
}

namespace longshore {

class KeepPage;
class Prompts;
class Services;
class Task;
class WhatPage;
class WherePage;
struct Error;

/// Three short pages that ask what to export, how long the service keeps it, and where it goes. Everything is filled
/// in from the last export: three times Enter repeats it.
class ExportWizard final : public QDialog
{
    Q_OBJECT

public:
    /// `prefill`: see planFrom().
    ExportWizard(Services& services, const ExportRequest& prefill, QWidget* parent);
    ~ExportWizard() override;
    /// Everything as the last time there, both databases if they were exported together; empty names: anywhere.
    [[nodiscard]] static ExportWizard* asLastTime(Services& services, const QString& connectionId,
                                                  const QString& environment, QWidget* parent);

    [[nodiscard]] const ExportPlan& plan() const { return m_plan; }
    void setPlan(const ExportPlan& plan);
    /// The prompts outlive this; without a call, dialogs of the window.
    void setPrompts(Prompts& prompts) { m_prompts = &prompts; }

Q_SIGNALS:
    void jobStarted(const QString& id); ///< once for each database

private:
    void build();
    void connectPages();
    void goTo(int page);
    void next();
    void learnPlace();
    void refresh();
    void refreshSteps();
    void start();
    void startNext();
    void copyCommand();
    void chooseFolder();
    void measure();
    [[nodiscard]] int page() const;
    [[nodiscard]] int pageStep() const;

    Services& m_services;
    std::unique_ptr<Ui::ExportWizard> m_ui;
    std::unique_ptr<Prompts> m_dialogs;
    Prompts* m_prompts = nullptr;
    WhatPage* m_what = nullptr;
    KeepPage* m_keep = nullptr;
    WherePage* m_where = nullptr;
    ExportPlan m_plan;
    PlanFacts m_facts;
    QPointer<Task> m_measuring;
    QTimer m_measureSoon;
    QTimer m_relearnSoon; ///< gathers the news of jobs, which come ten times a second while one downloads
    QTimer m_minute; ///< keeps the clock times true while the window is open
    bool m_starting = false;
};

} // namespace longshore
