#include "ui/common/shellwords.h"

#include <QRegularExpression>

namespace longshore {

using namespace Qt::StringLiterals;

QString shellQuoted(const QString& word)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9_./:@%+=,-]+$"_s);
    if (plain.match(word).hasMatch()) {
        return word;
    }
    return u'\'' + QString(word).replace(u'\'', u"'\\''"_s) + u'\'';
}

} // namespace longshore
