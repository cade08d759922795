#include "app/practice/statefile.h"

#include <QFile>
#include <QSaveFile>

namespace longshore::practice {

Result<QJsonDocument> readStateFile(const QString& path)
{
    QFile file(path);
    if (!file.exists()) {
        return QJsonDocument();
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(Error::Code::FileAccess, path, file.errorString());
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    if (error.error != QJsonParseError::NoError) {
        return fail(Error::Code::StorageBroken, path, error.errorString());
    }
    return document;
}

Result<void> writeStateFile(const QString& path, const QJsonDocument& document)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return fail(Error::Code::FileAccess, path, file.errorString());
    }
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(document.toJson(QJsonDocument::Compact));
    if (!file.commit()) {
        return fail(Error::Code::FileAccess, path, file.errorString());
    }
    return {};
}

} // namespace longshore::practice
