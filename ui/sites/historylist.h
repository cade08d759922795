#pragma once

#include "app/domain/jobrecord.h"
#include "ui/common/tones.h"
#include "ui/sites/place.h"

#include <QWidget>

class QVBoxLayout;

namespace longshore {

/// The last five jobs of one environment, as rows to press.
class HistoryList final : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryList(QWidget* parent = nullptr);
    void setRecords(const QList<JobRecord>& newestFirst, const Place& place, const QDateTime& now);

Q_SIGNALS:
    void jobActivated(const QString& id);

private:
    struct Line
    {
        QString id;
        QString icon;
        Tone tone = Tone::Plain;
        QString text;
        friend bool operator==(const Line&, const Line&) = default;
    };
    void rebuild();

    QList<Line> m_lines;
    QVBoxLayout* m_rows;
    QWidget* m_content = nullptr;
};

} // namespace longshore
