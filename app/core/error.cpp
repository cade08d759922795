#include "app/core/error.h"

#include <QDebug>
#include <QMetaEnum>

namespace longshore {

QString errorCodeName(Error::Code code)
{
    return QString::fromLatin1(QMetaEnum::fromType<Error::Code>().valueToKey(static_cast<int>(code)));
}

Error::Code errorCodeFromName(const QString& name)
{
    bool known = false;
    const int value = QMetaEnum::fromType<Error::Code>().keyToValue(name.toLatin1().constData(), &known);
    return known ? static_cast<Error::Code>(value) : Error::Code::Internal;
}

QDebug operator<<(QDebug debug, const Error& error)
{
    const QDebugStateSaver saver(debug);
    debug.nospace() << "Error(" << errorCodeName(error.code);
    if (error.httpStatus != 0) {
        debug << ", HTTP " << error.httpStatus;
    }
    return debug << ", " << error.subject << ", " << error.detail << ')';
}

} // namespace longshore
