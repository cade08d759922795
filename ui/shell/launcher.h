#pragma once

#include "app/services.h"
#include "ui/common/prompts.h"

#include <QObject>
#include <QPointer>

namespace longshore {

class Session;

/// Opens the real window, the practice window, or both, and ends the program with the last of them. Practice has a
/// state folder, and so a session, of its own: nothing of it mixes with real jobs and files.
class Launcher final : public QObject
{
    Q_OBJECT

public:
    /// `files`: named at the start, for the first window.
    Launcher(const ServicesOptions& options, const QStringList& files, QObject* parent = nullptr);
    ~Launcher() override;
    void start();

private:
    Session* open(bool practice);
    void showPractice(Session* from);
    void showConnect();
    void sessionEnded(Session* session, int exitCode);

    ServicesOptions m_options;
    QStringList m_files;
    DialogPrompts m_prompts;
    QList<Session*> m_sessions;
};

} // namespace longshore
