#pragma once

#include "ui/imports/importpageframe.h"

#include <memory>

namespace Ui {
class OptionsPage;
}

namespace longshore {

/// Of a dump, between target and safety: how it gets there, and what the service does beside carrying it out.
class OptionsPage final : public ImportPageFrame
{
    Q_OBJECT

public:
    explicit OptionsPage(QWidget* parent);
    ~OptionsPage() override;

    [[nodiscard]] QString title() const override;
    void enter() override;

protected:
    void refresh() override;

private:
    void connectFields();
    void refreshTables();
    void refreshAddress();

    std::unique_ptr<Ui::OptionsPage> m_ui;
};

} // namespace longshore
