#pragma once

#include "app/domain/jobrecord.h"

#include <QObject>

namespace longshore {

/// What the engine knows of a job of any kind. Every step can be entered again after the program was killed in it.
class EngineJob : public QObject
{
    Q_OBJECT

public:
    /// Takes the job up where its row says it is: the program was started again.
    virtual void restart() = 0;
    /// The job was cancelled and the program ended before its partial data was gone.
    virtual void cleanUp() { }
    /// Jobs of the same turn go one after the other.
    [[nodiscard]] virtual QString turn() const = 0;
    /// Queued, and nothing but its turn is missing.
    [[nodiscard]] virtual bool wantsTurn() const = 0;
    /// Has the turn, or gets it next.
    [[nodiscard]] virtual bool holdsTurn() const = 0;
    /// It is this job's turn.
    virtual void takeTurn() = 0;
    virtual void waitForTurn(const QString& holder) = 0;
    /// Its time came, or something it may have waited for: tries again.
    virtual void wake() = 0;
    virtual void setOnline(bool online) = 0;
    virtual void act(JobVerb verb, const QString& argument) = 0;
    /// Ended, with nothing left to do: the object may go.
    [[nodiscard]] virtual bool isOver() const = 0;

Q_SIGNALS:
    void moved();
    void credentialsNeeded(const longshore::Error& why);

protected:
    using QObject::QObject;
};

} // namespace longshore
