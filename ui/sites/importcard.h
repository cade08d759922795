#pragma once

#include "app/domain/connection.h"
#include "app/domain/jobrecord.h"

#include <QDateTime>
#include <QWidget>

class QLabel;
class QPushButton;

namespace longshore {

/// Importing into one environment: what was imported last, whether it can be undone, and why it may not be possible.
class ImportCard final : public QWidget
{
    Q_OBJECT

public:
    explicit ImportCard(QWidget* parent);
    void showPlace(const Connection& connection, const Environment& environment, const QList<JobRecord>& newestFirst,
                   const QDateTime& now);

Q_SIGNALS:
    void importRequested();
    void copyRequested();
    void undoRequested(const QString& jobId);
    void jobActivated(const QString& jobId);

private:
    void showLast(const std::optional<JobRecord>& last, const QDateTime& now);

    QLabel* m_rule;
    QLabel* m_last;
    QPushButton* m_import;
    QPushButton* m_copy;
    QPushButton* m_undo;
    QPushButton* m_details;
    QString m_lastId;
};

} // namespace longshore
