#include "app/archive/otherformat.h"

#include <QByteArray>

namespace longshore {

using namespace Qt::StringLiterals;

QString otherFormat(QByteArrayView start)
{
    if (start.isEmpty()) {
        return u"is empty"_s;
    }
    if (start.startsWith("version https://git-lfs")) {
        return u"is a Git LFS pointer, not the file itself"_s;
    }
    if (start.startsWith("\xFF\xFE") || start.startsWith("\xFE\xFF")) {
        return u"is UTF-16 text; save it as UTF-8"_s;
    }
    if (start.startsWith("SQLite format 3")) {
        return u"is an SQLite database"_s;
    }
    if (start.startsWith("PGDMP")) {
        return u"is a PostgreSQL dump"_s;
    }
    const QByteArray text = start.trimmed().toByteArray().toLower();
    if (text.startsWith("<!doctype html") || text.startsWith("<html")) {
        return u"is a web page (HTML)"_s;
    }
    if (text.startsWith("<?xml") || text.startsWith("\xEF\xBB\xBF<?xml")) {
        return u"is an XML document, perhaps an error answer of the storage"_s;
    }
    return text.startsWith('{') ? u"is a JSON document"_s : QString();
}

} // namespace longshore
