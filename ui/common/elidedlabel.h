#pragma once

#include <QWidget>

namespace longshore {

/// One line of text that gives way in its middle where room is short (paths, fingerprints). The whole text is in the
/// tool tip, in the accessible description, and goes to the clipboard from the context menu.
class ElidedLabel final : public QWidget
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget* parent = nullptr);

    void setText(const QString& text);
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    QString m_text;
};

} // namespace longshore
