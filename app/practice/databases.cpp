#include "app/practice/databases.h"

#include "app/practice/practicedata.h"

#include <QDir>
#include <QFile>
#include <QUuid>
#include <filesystem>

using namespace Qt::StringLiterals;

namespace longshore::practice {

namespace {

std::filesystem::path nativePath(const QString& path)
{
    return std::filesystem::path(path.toStdU16String());
}

} // namespace

Result<void> linkOrCopy(const QString& from, const QString& to)
{
    std::error_code error;
    std::filesystem::create_hard_link(nativePath(from), nativePath(to), error);
    if (error) {
        std::filesystem::copy_file(nativePath(from), nativePath(to), error);
    }
    if (error) {
        return fail(Error::Code::FileAccess, to, QString::fromStdString(error.message()));
    }
    return {};
}

PracticeDatabases::PracticeDatabases(QString folder, quint32 seed, qint64 sizeMb)
    : m_folder(std::move(folder)), m_seed(seed), m_sizeMb(sizeMb)
{
    QDir dir(m_folder);
    const QStringList left = dir.entryList({u"*.new"_s}, QDir::Files);
    for (const QString& file : left) {
        dir.remove(file);
    }
}

QString PracticeDatabases::path(const QString& environment, Database database) const
{
    return m_folder + u'/' + environment + u'-' + databaseApiName(database) + u".bacpac"_s;
}

QString PracticeDatabases::newFile() const
{
    QDir().mkpath(m_folder);
    return m_folder + u'/' + QUuid::createUuid().toString(QUuid::WithoutBraces) + u".new"_s;
}

Result<void> PracticeDatabases::snapshot(const QString& environment, Database database, const QString& target,
                                         const CancelFlag& cancel)
{
    const QMutexLocker lock(&m_mutex);
    const QString source = path(environment, database);
    if (!QFile::exists(source)) {
        QDir().mkpath(m_folder);
        const PracticeDatabase what{
            .environment = environment, .database = database, .seed = m_seed, .sizeMb = m_sizeMb, .exportedAt = {}};
        if (const auto written = writePracticePackage(source, what, cancel); !written) {
            return written;
        }
    }
    return linkOrCopy(source, target);
}

Result<void> PracticeDatabases::replace(const QString& environment, Database database, const QString& file)
{
    const QMutexLocker lock(&m_mutex);
    std::error_code error;
    std::filesystem::rename(nativePath(file), nativePath(path(environment, database)), error);
    if (error) {
        return fail(Error::Code::FileAccess, file, QString::fromStdString(error.message()));
    }
    return {};
}

} // namespace longshore::practice
