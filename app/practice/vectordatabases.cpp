#include "app/practice/vectordatabases.h"

#include "app/practice/databases.h"
#include "app/practice/vectorsql.h"

#include <QDir>
#include <QFile>
#include <filesystem>

using namespace Qt::StringLiterals;

namespace longshore::practice {

namespace {

Result<void> append(QFile& target, const QString& from, const CancelFlag& cancel)
{
    QFile source(from);
    if (!source.open(QIODevice::ReadOnly)) {
        return fail(Error::Code::FileAccess, from, source.errorString());
    }
    while (!source.atEnd()) {
        const QByteArray piece = source.read(1024 * 1024);
        if (cancel->load()) {
            return fail(Error::Code::Cancelled);
        }
        if (piece.isEmpty() || target.write(piece) != piece.size()) {
            return fail(Error::Code::DiskFull, target.fileName());
        }
    }
    return {};
}

Result<void> rename(const QString& from, const QString& to)
{
    std::error_code error;
    std::filesystem::rename(from.toStdU16String(), to.toStdU16String(), error);
    return error ? fail(Error::Code::FileAccess, to, QString::fromStdString(error.message())) : Result<void>();
}

} // namespace

EmbeddedDatabases::EmbeddedDatabases(QString folder, Seed seed) : m_folder(std::move(folder)), m_seed(std::move(seed))
{ }

QString EmbeddedDatabases::name() const
{
    return u"embedded"_s;
}

Result<QString> EmbeddedDatabases::current(const QString& database, const CancelFlag& cancel)
{
    QString path = m_folder + u'/' + database + u".sql"_s;
    if (QFile::exists(path)) {
        return path;
    }
    if (!QDir().mkpath(m_folder)) {
        return fail(Error::Code::FileAccess, m_folder);
    }
    const QString fresh = path + u".new"_s;
    return m_seed(database, fresh, cancel).and_then([&] { return rename(fresh, path); }).map([&] { return path; });
}

Result<void> EmbeddedDatabases::dump(const QString& database, const QString& file, const CancelFlag& cancel)
{
    const QMutexLocker lock(&m_mutex);
    const auto path = current(database, cancel);
    if (!path) {
        return fail(path.error());
    }
    QFile::remove(file);
    return linkOrCopy(*path, file);
}

Result<void> EmbeddedDatabases::load(const QString& database, const QString& file, const VectorLoad& how,
                                     const CancelFlag& cancel)
{
    if (const auto checked = checkVectorDump(file, cancel); !checked) {
        return checked;
    }
    const QMutexLocker lock(&m_mutex);
    const auto path = current(database, cancel);
    if (!path) {
        return fail(path.error());
    }
    const QString fresh = *path + u".new"_s;
    QFile target(fresh);
    if (!target.open(QIODevice::WriteOnly)) {
        return fail(Error::Code::FileAccess, fresh, target.errorString());
    }
    // A dump that meets what is there is the two of them, one after the other.
    Result<void> done = how.dropTables ? Result<void>() : append(target, *path, cancel);
    done = done.and_then([&] { return append(target, file, cancel); });
    if (!done || !target.flush()) {
        target.remove();
        return done ? fail(Error::Code::DiskFull, fresh) : done;
    }
    target.close();
    return rename(fresh, *path);
}

} // namespace longshore::practice
