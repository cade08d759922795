#pragma once

#include "app/core/secret.h"
#include "app/domain/connection.h"

#include <QSet>
#include <QString>

namespace longshore {

/// What the pages of the Connect assistant edit together.
struct ConnectDraft
{
    Connection connection;
    QList<Connection> sites; ///< Vector Pro: what the account holds, each ready to be saved
    QSet<QString> chosenSites; ///< their site ids
    Secret secret; ///< empty while editing: the stored one stays
    bool practice = false;
    bool editing = false;
    bool tested = false; ///< connection and secret are exactly those of the last good test
    bool keychainWorks = false;
    bool askEachTime = false;
    QString folder;

    /// What is saved in the end: the project, the site that is edited, or the sites that were chosen.
    [[nodiscard]] QList<Connection> toSave() const;
};

/// The environments to keep after a test: what the key may touch, what was added by hand, and the three that every
/// project has, so that a missing right is seen. Tiers that a person raised before stay.
[[nodiscard]] QList<Environment> environmentsToKeep(const QList<Environment>& tested, const QList<Environment>& before);

/// Tiers a person may choose: a guessed one can be raised, never lowered; a name nobody knows may become anything.
[[nodiscard]] QList<Tier> choosableTiers(const QString& environmentName);

} // namespace longshore
