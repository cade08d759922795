#pragma once

#include <QLabel>

class QTimer;

namespace longshore {

/// A line of status that a screen reader reads out when it changes; seen by everyone, pushed on nobody.
class Announcer final : public QLabel
{
    Q_OBJECT

public:
    explicit Announcer(QWidget* parent = nullptr);
    /// Stays for ten seconds.
    void say(const QString& sentence);

private:
    QTimer* m_fade;
};

} // namespace longshore
