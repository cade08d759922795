#include "app/practice/practicedata.h"

#include "app/archive/bacpacwriter.h"
#include "app/practice/practicevalues.h"

#include <QFileInfo>
#include <QStorageInfo>
#include <QTemporaryFile>
#include <QTimeZone>
#include <filesystem>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 megabyte = 1'000'000;
constexpr qint64 maximumMb = 4'000;
constexpr qint64 largeBlob = megabyte;

/// Bytes that the directory and the relationships add per data part at the end.
constexpr qint64 tailPerPart = 170;

class PackageMaker final
{
public:
    PackageMaker(const PracticeDatabase& what, const CancelFlag& cancel)
        : m_what(what),
          m_cancel(cancel),
          m_schema(practiceSchema(what.database)),
          m_values(m_schema, mixSeed(what.seed, QString(what.environment.toLower() + databaseApiName(what.database))))
    { }

    Result<void> write(QIODevice* device)
    {
        Result<std::unique_ptr<BacpacWriter>> writer = BacpacWriter::create(device, m_schema.model(), origin());
        if (!writer) {
            return fail(writer.error());
        }
        for (const PracticeTable& table : std::as_const(m_schema.tables)) {
            const Result<void> written = table.isFiller() ? writeFiller(**writer, table) : writeRows(**writer, table);
            if (!written) {
                return written;
            }
        }
        return (*writer)->finish();
    }

private:
    [[nodiscard]] BacpacOrigin origin() const
    {
        const QString name = databaseApiName(m_what.database).mid(3);
        const QUuid operation =
            QUuid::createUuidV5(QUuid(), u"%1/%2/%3"_s.arg(QString::number(m_what.seed), m_what.environment, name));
        const QDateTime fixedDay(QDate(2026, 1, 12), QTime(6, 30), QTimeZone::utc());
        return {.databaseName = u"sqldb-practice-opti%1-%2"_s.arg(name, m_what.environment.toLower()),
                .exportedAt = m_what.exportedAt.isValid() ? m_what.exportedAt.toUTC() : fixedDay,
                .operation = operation,
                .serverVersion = u"Microsoft SQL Azure (RTM) - 12.0.2000.8 \n\tInvented by a practice server\n"_s,
                .sourceSizeKb = std::max<qint64>(m_what.sizeMb * megabyte / 1024, 24'000)};
    }

    Result<void> writeRows(BacpacWriter& writer, const PracticeTable& table)
    {
        const Result<void> begun =
            writer.beginTable(table.table.schema, table.table.name, BacpacWriter::Packing::Deflated);
        if (!begun) {
            return begun;
        }
        for (qint64 row = 0; row < table.rows; ++row) {
            if (m_cancel->load()) {
                return fail(Error::Code::Cancelled);
            }
            if (const Result<void> added = writer.addRow(m_values.row(table, row)); !added) {
                return added;
            }
        }
        return {};
    }

    /// Comes last in both databases, so what is left to the wished size is known.
    Result<void> writeFiller(BacpacWriter& writer, const PracticeTable& table)
    {
        const Result<void> begun =
            writer.beginTable(table.table.schema, table.table.name, BacpacWriter::Packing::Stored);
        if (!begun) {
            return begun;
        }
        const qint64 partsOfFiller = m_what.sizeMb / 4 + 60;
        const qint64 end = m_what.sizeMb * megabyte - partsOfFiller * tailPerPart;
        // What is still in the writer's memory is at most one blob, so the size is right to a megabyte.
        for (qint64 row = 0; row < table.rows || writer.bytesWritten() < end; ++row) {
            if (m_cancel->load()) {
                return fail(Error::Code::Cancelled);
            }
            const qint64 left = end - writer.bytesWritten();
            const QList<SqlValue> values =
                row < table.rows ? m_values.row(table, row) : m_values.fillerRow(table, row, std::min(left, largeBlob));
            if (const Result<void> added = writer.addRow(values); !added) {
                return added;
            }
        }
        return {};
    }

    const PracticeDatabase& m_what;
    const CancelFlag& m_cancel;
    PracticeSchema m_schema;
    PracticeValues m_values;
};

} // namespace

Result<void> writePracticePackage(const QString& path, const PracticeDatabase& what, const CancelFlag& cancel)
{
    if (what.sizeMb < 0 || what.sizeMb > maximumMb) {
        return fail(Error::Code::BadInput, u"sizeMb"_s, u"0 to %1"_s.arg(maximumMb));
    }
    const QString folder = QFileInfo(path).absolutePath();
    const qint64 needed = (what.sizeMb + 4) * megabyte;
    if (const qint64 free = QStorageInfo(folder).bytesAvailable(); free >= 0 && free < needed) {
        return fail(Error::Code::DiskFull, folder, QString::number(needed));
    }
    QTemporaryFile file(folder + u"/practice-XXXXXX.part"_s);
    if (!file.open()) {
        return fail(Error::Code::FileAccess, path, file.errorString());
    }
    const QString partPath = file.fileName();
    if (const Result<void> written = PackageMaker(what, cancel).write(&file); !written) {
        return written;
    }
    std::error_code why;
    std::filesystem::rename(partPath.toStdU16String(), path.toStdU16String(), why);
    if (why) {
        return fail(Error::Code::FileAccess, path, QString::fromStdString(why.message()));
    }
    file.setAutoRemove(false);
    return {};
}

} // namespace longshore
