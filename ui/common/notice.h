#pragma once

#include "ui/common/tones.h"

#include <QWidget>

class QAbstractButton;
class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace longshore {

struct Error;

/// A message at the place it belongs to, instead of a dialog: an icon, sentences, details folded away.
class Notice final : public QWidget
{
    Q_OBJECT

public:
    explicit Notice(QWidget* parent = nullptr);

    /// `tone` picks colour and symbol; Plain and Active are information.
    void showText(Tone tone, const QString& headline, const QString& text = {}, const QString& details = {});
    /// What happened, what is safe, the next step.
    void showError(const Error& error);
    /// A link-like button beside the text; an empty text removes it.
    void setAction(const QString& text);
    /// A small button that hides it.
    void setClosable(bool closable);
    [[nodiscard]] QString plainText() const;

Q_SIGNALS:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void updateIcon();
    void unfold(bool open);

    Tone m_tone = Tone::Active;
    QLabel* m_icon = nullptr;
    QLabel* m_headline = nullptr;
    QLabel* m_text = nullptr;
    QToolButton* m_fold = nullptr;
    QPlainTextEdit* m_details = nullptr;
    QAbstractButton* m_action = nullptr;
    QToolButton* m_close = nullptr;
};

} // namespace longshore
