#pragma once

#include "ui/copies/copydraft.h"

#include <QDialog>
#include <functional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTimer;
class QVBoxLayout;

namespace longshore {

class Card;
class Notice;
class Services;
class TierBand;

/// One sheet from a place to another: what will happen, in sentences, and what must be accepted before it does. Also
/// for a backup that the service brings back. Nothing is sent before its last button.
class CopySheet final : public QDialog
{
    Q_OBJECT

public:
    /// A copy of that place.
    CopySheet(Services& services, const Place& from, QWidget* parent);
    /// The undo of an import into a place that takes no file.
    CopySheet(Services& services, const JobRecord& undone, QWidget* parent);

    [[nodiscard]] const CopyDraft& draft() const { return m_draft; }
    void setDraft(const CopyDraft& draft);

Q_SIGNALS:
    void jobStarted(const QString& id);

private:
    CopySheet(Services& services, QWidget* parent);
    void build();
    void buildPlaces(QVBoxLayout* column);
    void buildOptions(QVBoxLayout* column);
    void buildConsent(QVBoxLayout* column);
    void buildButtons(QVBoxLayout* column);
    void connectFields();
    void fillTargets();
    void fillDatabases();
    void edit(const std::function<void(CopyDraft&)>& change);
    void learn();
    void refresh();
    void refreshPlaces();
    void refreshConsent();
    void start();

    Services& m_services;
    CopyDraft m_draft;
    ImportFacts m_facts;
    TierBand* m_from;
    TierBand* m_to;
    QLabel* m_toLabel;
    QComboBox* m_targets;
    QLabel* m_databaseLabel;
    QComboBox* m_databases;
    QLabel* m_steps;
    QCheckBox* m_backup;
    QCheckBox* m_address;
    QCheckBox* m_dropTables;
    QCheckBox* m_foreignKeys;
    QCheckBox* m_warnings;
    Notice* m_production;
    QCheckBox* m_mayTake;
    Card* m_phraseCard;
    QLabel* m_why;
    QLabel* m_phraseLabel;
    QLineEdit* m_phrase;
    Notice* m_noWayBack;
    Notice* m_error;
    QLabel* m_hint;
    QPushButton* m_cancel;
    QPushButton* m_start;
    bool m_starting = false;
};

} // namespace longshore
