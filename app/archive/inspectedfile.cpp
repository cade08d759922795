#include "app/archive/inspectedfile.h"

#include <QFileInfo>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

using Kind = Finding::Kind;
using Severity = Finding::Severity;

/// Path, size and time as they are now. Error: FileAccess.
Result<CheckedFile> identify(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        return fail(Error::Code::FileAccess, path, u"the file is not there"_s);
    }
    if (!info.isFile()) {
        return fail(Error::Code::FileAccess, path, u"not a file"_s);
    }
    CheckedFile file;
    file.path = info.absoluteFilePath();
    file.size = info.size();
    file.modifiedAt = info.lastModified().toUTC();
    return file;
}

bool hasChanged(const CheckedFile& file)
{
    const Result<CheckedFile> now = identify(file.path);
    return !now || now->size != file.size || now->modifiedAt != file.modifiedAt;
}

} // namespace

InspectedFile::InspectedFile(const QString& path, const InspectionWatch& watch)
    : m_watch(watch), m_device(path, watch.progressed)
{
    m_inspection.file.path = path;
}

void InspectedFile::add(const Finding& finding)
{
    m_inspection.findings.append(finding);
    m_watch.found(finding);
}

bool InspectedFile::open()
{
    const QString path = m_inspection.file.path;
    const Result<CheckedFile> identity = identify(path);
    if (!identity) {
        add({Severity::Error, Kind::FileUnreadable, path, identity.error().detail});
        return false;
    }
    m_inspection.file = *identity;
    if (!m_device.open(QIODevice::ReadOnly)) {
        add({Severity::Error, Kind::FileUnreadable, path, m_device.errorString()});
        return false;
    }
    return true;
}

/// Errors: Cancelled, FileAccess.
Result<void> InspectedFile::hashTheRest()
{
    const qint64 size = m_inspection.file.size;
    while (m_device.hashed() < size) {
        if (m_watch.cancel->load()) {
            return fail(Error::Code::Cancelled);
        }
        if (!m_device.hashOn(size)) {
            return fail(Error::Code::FileAccess, {}, m_device.errorString());
        }
    }
    return {};
}

Result<void> InspectedFile::conclude()
{
    const Result<void> hashed = hashTheRest();
    if (!hashed && hashed.error().code == Error::Code::Cancelled) {
        return hashed;
    }
    CheckedFile& file = m_inspection.file;
    if (hasChanged(file)) {
        add({Severity::Error, Kind::FileChanged, file.path, {}});
    } else if (!hashed) {
        add({Severity::Error, Kind::FileUnreadable, file.path, hashed.error().detail});
    } else {
        file.sha256 = QString::fromLatin1(m_device.sha256().toHex());
        add({Severity::Good, Kind::FileReadable, {}, QString::number(file.size)});
    }
    return {};
}

} // namespace longshore
