#pragma once

#include "app/domain/exportrequest.h"
#include "ui/exports/exportplan.h"

#include <QDialog>

class QStackedWidget;

namespace Ui {
class ExportWizard;
}

namespace longshore {

class KeepPage;
class Notice;
class Services;
class WhatPage;
class WherePage;

/// Three short pages that ask what to export, how long the service keeps it, and where it goes. Everything is filled
/// in from the last export of that place: three times Enter repeats it.
class ExportWizard final : public QDialog
{
    Q_OBJECT

public:
    /// `prefill`: an empty folder means that only the place is given and the rest comes from the last export there; an
    /// empty connection takes the place of the last export.
    ExportWizard(Services& services, const ExportRequest& prefill, QWidget* parent);
    ~ExportWizard() override;

    [[nodiscard]] const ExportPlan& plan() const { return m_plan; }

Q_SIGNALS:
    void jobStarted(const QString& id); ///< once for each database

private:
    void build();
    void goTo(int page);
    void next();
    void back();
    void refresh();
    void start();
    void startNext();
    void failed(const struct Error& error);
    void copyCommand();
    void measureSpace();

    Services& m_services;
    std::unique_ptr<Ui::ExportWizard> m_ui;
    ExportPlan m_plan;
    PlanFacts m_facts;
    WhatPage* m_what = nullptr;
    KeepPage* m_keep = nullptr;
    WherePage* m_where = nullptr;
    Notice* m_notice = nullptr;
    QList<ExportRequest> m_toStart;
    bool m_starting = false;
};

} // namespace longshore
