#pragma once

#include "app/domain/exportrequest.h"
#include "ui/sites/place.h"

#include <QWidget>

class QBoxLayout;
class QVBoxLayout;

namespace longshore {

class DatabaseCard;
class HistoryList;
class ImportCard;
class Notice;
class PresetList;
class Prompts;
class Services;
class TierBand;

/// Everything about one environment: where we are, its databases, presets, and what happened lately.
class EnvironmentPage final : public QWidget
{
    Q_OBJECT

public:
    EnvironmentPage(Services& services, Prompts& prompts, QWidget* parent = nullptr);
    void showPlace(const Place& place);
    [[nodiscard]] const Place& place() const { return m_place; }

Q_SIGNALS:
    void exportRequested(const longshore::ExportRequest& prefill);
    /// Start this without further questions.
    void startRequested(const longshore::ExportRequest& request);
    void importRequested();
    void copyRequested(const longshore::Place& from);
    void undoRequested(const QString& jobId); ///< of that import
    void jobActivated(const QString& id);
    void showFileRequested(const QString& path);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildPage();
    void connectCard(DatabaseCard* card, Database database);
    void refresh();
    void refreshIfShown(const QString& connectionId, const QString& environment);
    void savePreset(Database database);
    [[nodiscard]] std::optional<ExportRequest> lastRequest(Database database) const;

    Services& m_services;
    Prompts& m_prompts;
    Place m_place;
    TierBand* m_band;
    Notice* m_rights;
    ImportCard* m_import;
    QBoxLayout* m_cardRow = nullptr; ///< side by side where there is room
    QList<std::pair<Database, DatabaseCard*>> m_cards;
    PresetList* m_presets;
    HistoryList* m_history;
};

} // namespace longshore
