#pragma once

#include "app/domain/exportpreset.h"
#include "ui/sites/place.h"

#include <QWidget>

class QVBoxLayout;

namespace longshore {

/// The named exports of one environment, each started by one press.
class PresetList final : public QWidget
{
    Q_OBJECT

public:
    explicit PresetList(QWidget* parent = nullptr);
    /// Shows those of that place; hides itself when there are none.
    void setPresets(const QList<ExportPreset>& presets, const Place& place);

Q_SIGNALS:
    void runRequested(const longshore::ExportRequest& request);
    void openRequested(const longshore::ExportRequest& request);
    void removeRequested(const QString& name);

private:
    void rebuild();
    [[nodiscard]] QWidget* makeRow(const ExportPreset& preset, int number);

    QList<ExportPreset> m_presets;
    QVBoxLayout* m_rows;
    QWidget* m_content = nullptr;
};

} // namespace longshore
