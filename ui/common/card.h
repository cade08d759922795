#pragma once

#include <QFrame>

namespace longshore {

/// A raised, rounded area that holds one thing (a database, a choice, a fact sheet).
class Card final : public QFrame
{
    Q_OBJECT

public:
    explicit Card(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace longshore
