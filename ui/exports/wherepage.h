#pragma once

#include "ui/exports/exportplan.h"

#include <QWidget>
#include <memory>

class QLabel;

namespace Ui {
class WherePage;
}

namespace longshore {

/// Page 3: folder and name, room, and what will happen in sentences.
class WherePage final : public QWidget
{
    Q_OBJECT

public:
    explicit WherePage(QWidget* parent);
    ~WherePage() override;

    void showPlan(const ExportPlan& plan, const PlanFacts& facts);
    void focusFirst();

Q_SIGNALS:
    /// The person changed it; the plan as the page would have it.
    void edited(const longshore::ExportPlan& plan);
    void changeFolderAsked();
    void showKeptAsked();

private:
    void edit();
    void showSpace(const PlanFacts& facts);
    void showName(const PlanFacts& facts);
    void showSteps(const QStringList& sentences);

    std::unique_ptr<Ui::WherePage> m_ui;
    ExportPlan m_plan;
    QString m_nameByRule;
    QList<QLabel*> m_steps; ///< what happens, one sentence each
};

} // namespace longshore
