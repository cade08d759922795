#pragma once

#include <QString>

class QObject;

namespace longshore {

/// Shows the file, selected, in the system's file manager; its folder where that is all the system can do.
/// Returns at once.
void revealInFileManager(const QString& path, QObject* context);

} // namespace longshore
