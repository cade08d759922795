#pragma once

#include "ui/imports/importpageframe.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace longshore {

class Notice;
struct Error;

/// Page 5: what will happen, in sentences. Its button is the one that starts it.
class GoPage final : public ImportPageFrame
{
    Q_OBJECT

public:
    explicit GoPage(QWidget* parent);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString forwardText() const override;
    [[nodiscard]] bool isDangerous() const override { return true; }
    [[nodiscard]] bool isComplete() const override { return !m_starting && ImportPageFrame::isComplete(); }
    void setStarting(bool starting);
    void showError(const Error& error);

protected:
    void refresh() override;

private:
    QVBoxLayout* m_sentences;
    QList<QLabel*> m_labels;
    Notice* m_notice;
    QPushButton* m_copy;
    bool m_starting = false;
};

} // namespace longshore
