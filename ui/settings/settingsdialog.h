#pragma once

#include <QDialog>
#include <memory>

namespace Ui {
class SettingsDialog;
}

namespace longshore {

class Notice;
class Prompts;
class SettingsStore;

/// What a person can set. Changes apply at once; a value that cannot be used is said so and not taken.
class SettingsDialog final : public QDialog
{
    Q_OBJECT

public:
    SettingsDialog(SettingsStore& store, Prompts& prompts, QWidget* parent);
    ~SettingsDialog() override;

private:
    void showSettings(const struct Settings& settings);
    void connectFields();
    void connectChoosers();
    void takeFolder();
    void takeProxy();
    void takeCaFile();
    void takeLimit();
    void complain(QWidget* field, const QString& what);

    SettingsStore& m_store;
    Prompts& m_prompts;
    std::unique_ptr<Ui::SettingsDialog> m_ui;
    Notice* m_notice;
};

} // namespace longshore
