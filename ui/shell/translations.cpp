#include "ui/shell/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace longshore {

using namespace Qt::StringLiterals;

void installTranslations(QCoreApplication& application)
{
    auto* qtWords = new QTranslator(&application);
    if (qtWords->load(QLocale(), u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(qtWords);
    }
    // English has a file too, for plural forms; it also serves every language without a translation.
    auto* english = new QTranslator(&application);
    if (english->load(u":/i18n/longshore_en"_s)) {
        QCoreApplication::installTranslator(english);
    }
    auto* ours = new QTranslator(&application);
    if (ours->load(QLocale(), u"longshore"_s, u"_"_s, u":/i18n"_s)) {
        QCoreApplication::installTranslator(ours);
    }
}

} // namespace longshore
