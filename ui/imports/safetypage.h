#pragma once

#include "ui/imports/importpageframe.h"

#include <memory>

namespace Ui {
class SafetyPage;
}

namespace longshore {

/// Page 4: the backup, the name of the package, and the typed name of the target where data of value would be lost.
class SafetyPage final : public ImportPageFrame
{
    Q_OBJECT

public:
    explicit SafetyPage(QWidget* parent);
    ~SafetyPage() override;

    [[nodiscard]] QString title() const override;
    void enter() override;

Q_SIGNALS:
    void chooseFolderRequested();

protected:
    void refresh() override;

private:
    void refreshName();
    void refreshPhrase();

    std::unique_ptr<Ui::SafetyPage> m_ui;
};

} // namespace longshore
