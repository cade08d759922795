#include "ui/shell/windowmemory.h"

#include "app/settings/settings.h"

#include <QDataStream>
#include <QIODevice>
#include <QMainWindow>
#include <QSplitter>

namespace longshore {

namespace {
constexpr QSize UsualSize(1200, 760);
constexpr int TreeWidth = 290;
constexpr int JobsHeight = 160;
} // namespace

void WindowMemory::restore()
{
    const Settings& settings = m_store.value();
    m_window.resize(UsualSize);
    m_across.setSizes({TreeWidth, UsualSize.width() - TreeWidth});
    m_down.setSizes({UsualSize.height() - JobsHeight, JobsHeight});
    if (!settings.windowGeometry.isEmpty()) {
        m_window.restoreGeometry(settings.windowGeometry);
    }
    if (!settings.windowState.isEmpty()) {
        m_window.restoreState(settings.windowState);
    }
    QDataStream stream(settings.splitters);
    QByteArray across;
    QByteArray down;
    stream >> across >> down;
    if (stream.status() == QDataStream::Ok && !across.isEmpty()) {
        m_across.restoreState(across);
        m_down.restoreState(down);
    }
}

void WindowMemory::save() const
{
    Settings settings = m_store.value();
    settings.windowGeometry = m_window.saveGeometry();
    settings.windowState = m_window.saveState();
    settings.splitters.clear();
    QDataStream stream(&settings.splitters, QIODevice::WriteOnly);
    stream << m_across.saveState() << m_down.saveState();
    m_store.update(settings);
}

} // namespace longshore
