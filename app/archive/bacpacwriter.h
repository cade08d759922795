#pragma once

#include "app/archive/sqlmodel.h"
#include "app/core/result.h"

#include <memory>

class QIODevice;

namespace longshore {

/// What a package says about the export that made it.
struct BacpacOrigin
{
    QString databaseName;
    QDateTime exportedAt;
    QUuid operation;
    QString serverVersion; ///< the text of @@VERSION
    qint64 sourceSizeKb = 0;
};

/// Writes a bacpac, row by row, on a seekable device: create(), then each table once with its rows in the order of its
/// key, then finish(). Never more than one row and 256 KiB are in memory. Packages stay below 4 GiB, because KZip
/// writes Zip64 only from 6.29 on. Without finish() what the device holds is no bacpac.
class BacpacWriter final
{
public:
    enum class Packing { Deflated, Stored };
    static constexpr qint64 maximumSize = 4'200'000'000; ///< leaves room for the directory below 4 GiB

    /// `device`: open for writing, must outlive the writer; finish() closes it.
    [[nodiscard]] static Result<std::unique_ptr<BacpacWriter>> create(QIODevice* device, SqlModel model,
                                                                      BacpacOrigin origin);
    ~BacpacWriter();
    BacpacWriter(const BacpacWriter&) = delete;
    BacpacWriter& operator=(const BacpacWriter&) = delete;

    /// Error: NotFound when the model has no such table.
    [[nodiscard]] Result<void> beginTable(const QString& schema, const QString& name, Packing packing);
    /// Error: BadInput (subject: the column), TooLarge, FileAccess.
    [[nodiscard]] Result<void> addRow(const QList<SqlValue>& values);
    [[nodiscard]] Result<void> finish();
    [[nodiscard]] qint64 bytesWritten() const;

private:
    class Private;
    explicit BacpacWriter(std::unique_ptr<Private> parts);
    std::unique_ptr<Private> d;
};

} // namespace longshore
