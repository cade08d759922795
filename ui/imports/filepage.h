#pragma once

#include "app/domain/libraryentry.h"
#include "ui/imports/droplogic.h"
#include "ui/imports/importpageframe.h"

#include <memory>

namespace Ui {
class FilePage;
}

namespace longshore {

/// Page 1: which file.
class FilePage final : public ImportPageFrame
{
    Q_OBJECT

public:
    explicit FilePage(QWidget* parent);
    ~FilePage() override;

    [[nodiscard]] QString title() const override;
    void enter() override;
    /// Of a new file: where it comes from; nothing when it is not in the library.
    void setOrigin(const std::optional<LibraryEntry>& entry);
    /// Why another file than the one here was not taken.
    void refuse(const DropDecision& decision);

Q_SIGNALS:
    void chooseRequested();

protected:
    void refresh() override;

private:
    std::unique_ptr<Ui::FilePage> m_ui;
    std::optional<LibraryEntry> m_origin;
};

} // namespace longshore
