#pragma once

#include "app/core/task.h"

namespace longshore {

/// A task whose outcome is known when it is made.
template <class T>
class SettledTask final : public ResultTask<T>
{
public:
    SettledTask(Result<T> outcome, QObject* parent) : ResultTask<T>(parent), m_outcome(std::move(outcome)) { }

protected:
    void run() override { this->completeWith(std::move(m_outcome)); }

private:
    Result<T> m_outcome;
};

} // namespace longshore
