#pragma once

#include <QWidget>

namespace longshore {

/// The large area that says where a drag is going; over everything in the window, and in nobody's way.
class DropOverlay final : public QWidget
{
    Q_OBJECT

public:
    explicit DropOverlay(QWidget* window);
    /// One or two lines; the first is the larger.
    void setWords(const QString& words);
    [[nodiscard]] QString words() const { return m_words; }
    /// On the screen: what stays visible, and the row in it that is meant; both may be empty.
    void setHole(const QRect& area, const QRect& row);

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QString m_words;
    QRect m_hole; ///< ours, as all below
    QRect m_row;
};

} // namespace longshore
