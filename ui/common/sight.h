#pragma once

#include <QObject>

class QWidget;

namespace longshore {

/// Whether a person can see a widget: it is shown, in a window that is not minimised. What only a person looks at rests
/// as long as nobody does.
class Sight final : public QObject
{
    Q_OBJECT

public:
    explicit Sight(QWidget* widget);

    [[nodiscard]] bool isSeen() const { return m_seen; }

Q_SIGNALS:
    void changed(bool seen);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void look();

    QWidget* m_widget;
    QWidget* m_window = nullptr;
    bool m_shown = false;
    bool m_seen = false;
};

} // namespace longshore
