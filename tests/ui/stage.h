#pragma once

#include "app/domain/connection.h"
#include "app/domain/jobrecord.h"
#include "app/domain/libraryentry.h"
#include "app/services.h"

#include <QTemporaryDir>
#include <QWidget>
#include <memory>

namespace longshore {

class EngineLock;

/// The real services on a state folder of their own, whose jobs stay as they are: another holder has the engine.
class Stage final
{
public:
    Stage();
    ~Stage();

    /// Rows, connections and files to be found at the start. Call before start().
    QList<Connection> connections;
    QList<JobRecord> jobs;
    QList<LibraryEntry> files;
    void start();

    [[nodiscard]] Services& services() { return *m_services; }
    [[nodiscard]] QString folder() const { return m_home.path(); }

private:
    QTemporaryDir m_home;
    std::unique_ptr<EngineLock> m_lock;
    std::unique_ptr<Services> m_services;
};

/// "Contoso" with Integration, Preproduction (no right) and Production.
[[nodiscard]] Connection contoso();
/// "lantern-bakery", a site of Vector Pro with development, staging and production.
[[nodiscard]] Connection lanternBakery();
/// A job of Contoso / Production in that step, with the timeline that leads there; times count back from now.
[[nodiscard]] JobRecord jobAt(JobStep step, Database database = Database::Cms);
/// Object names of widgets that take the focus but tell a screen reader nothing: no text, no name, no buddy.
[[nodiscard]] QStringList unnamedFocusTargets(const QWidget& page);

} // namespace longshore
