#pragma once

#include "app/domain/connection.h"

#include <QWidget>

namespace longshore {

/// What a key may touch: one line per environment with symbol, name and words.
class RightsList final : public QWidget
{
    Q_OBJECT

public:
    explicit RightsList(QWidget* parent = nullptr);
    void setEnvironments(const QList<Environment>& environments);
    void clear();

private:
    QWidget* m_content = nullptr;
};

} // namespace longshore
