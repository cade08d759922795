#pragma once

#include <QDir>
#include <QFileInfo>
#include <QString>

namespace longshore {

/// Real packages with open licences, read in place from the folder named by LONGSHORE_SAMPLES. Empty without them.
[[nodiscard]] inline QString samplePackage(const QString& name)
{
    const QString path = QDir(qEnvironmentVariable("LONGSHORE_SAMPLES")).filePath(name);
    return qEnvironmentVariableIsSet("LONGSHORE_SAMPLES") && QFileInfo::exists(path) ? path : QString();
}

} // namespace longshore
