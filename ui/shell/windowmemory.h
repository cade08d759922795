#pragma once

class QMainWindow;
class QSplitter;

namespace longshore {

class SettingsStore;

/// Puts the window back where it was, and notes where it is when it closes.
class WindowMemory final
{
public:
    WindowMemory(SettingsStore& store, QMainWindow& window, QSplitter& across, QSplitter& down)
        : m_store(store), m_window(window), m_across(across), m_down(down)
    { }
    void restore();
    void save() const;

private:
    SettingsStore& m_store;
    QMainWindow& m_window;
    QSplitter& m_across; ///< tree | page
    QSplitter& m_down; ///< both over jobs
};

} // namespace longshore
