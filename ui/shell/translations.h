#pragma once

class QCoreApplication;

namespace longshore {

/// The system's language for our own words and for those of Qt's dialogs, as far as there are translations.
void installTranslations(QCoreApplication& application);

} // namespace longshore
