#pragma once

#include "app/domain/jobrecord.h"

#include <QStringList>
#include <functional>

class QWidget;

namespace longshore {

class Prompts;

/// What happens to unfinished jobs when the program ends, one sentence for each kind; empty: nothing is going on.
[[nodiscard]] QStringList whatGoesOnWithoutUs(const QList<JobRecord>& records);

/// Asks with these sentences; `quit` is called when the person wants it all the same.
void askWhetherToQuit(Prompts& prompts, const QList<JobRecord>& records, QWidget* window, std::function<void()> quit);

} // namespace longshore
