#pragma once

#include "ui/common/tones.h"

#include <QWidget>

class QLabel;

namespace longshore {

/// One line across the whole window about a state that colours everything below it.
class Banner : public QWidget
{
    Q_OBJECT

public:
    Banner(const QString& iconName, Tone tone, QWidget* parent);
    void setText(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void updateLook();

    QString m_iconName;
    Tone m_tone;
    QLabel* m_icon;
    QLabel* m_text;
};

} // namespace longshore
