#pragma once

#include "ui/exports/exportplan.h"

#include <QWidget>
#include <memory>

namespace Ui {
class WhatPage;
}

namespace longshore {

/// Page 1: the environment and its databases.
class WhatPage final : public QWidget
{
    Q_OBJECT

public:
    explicit WhatPage(QWidget* parent);
    ~WhatPage() override;

    void showPlan(const ExportPlan& plan, const PlanFacts& facts);
    void focusFirst();

Q_SIGNALS:
    /// The person changed it; the plan as the page would have it.
    void edited(const longshore::ExportPlan& plan);

private:
    void showPlaces(const PlanFacts& facts);
    void edit();

    std::unique_ptr<Ui::WhatPage> m_ui;
    ExportPlan m_plan;
    QList<Connection> m_shown; ///< what the list of places was filled from
};

} // namespace longshore
