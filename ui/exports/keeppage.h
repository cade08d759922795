#pragma once

#include "ui/exports/exportplan.h"

#include <QWidget>
#include <memory>

class QButtonGroup;

namespace Ui {
class KeepPage;
}

namespace longshore {

/// Page 2: how long the service keeps the file, shown as the time it ends.
class KeepPage final : public QWidget
{
    Q_OBJECT

public:
    explicit KeepPage(QWidget* parent);
    ~KeepPage() override;

    void showPlan(const ExportPlan& plan, const PlanFacts& facts);
    void focusFirst();

Q_SIGNALS:
    /// The person changed it; the plan as the page would have it.
    void edited(const longshore::ExportPlan& plan);

private:
    void edit(int hours);

    std::unique_ptr<Ui::KeepPage> m_ui;
    ExportPlan m_plan;
    QButtonGroup* m_presets = nullptr; ///< ids are hours
};

} // namespace longshore
