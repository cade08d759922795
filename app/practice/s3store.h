#pragma once

#include "app/core/result.h"
#include "app/practice/filebody.h"

#include <QDateTime>
#include <QJsonObject>
#include <QMap>
#include <QMutex>
#include <optional>

namespace longshore::practice {

/// A file with bytes of an object.
struct S3Part
{
    QString file; ///< name inside the store's folder
    qint64 size = 0;
    QByteArray md5; ///< hex
};

struct S3Object
{
    QByteArray key;
    QByteArray etag; ///< with its quotation marks
    QByteArray contentType;
    QDateTime modified;
    QList<S3Part> parts; ///< its content, in order

    [[nodiscard]] qint64 size() const;
};

/// How the store makes ETags: from MD5, or as objects under a managed key have them.
enum class S3Tags { Md5, Opaque };

/// Objects and unfinished multipart uploads in a folder; an index, replaced atomically, says what belongs to what.
/// Thread-safe.
class S3Store final
{
public:
    explicit S3Store(QString folder);
    /// Reads the index and removes files that nothing in it names.
    [[nodiscard]] Result<void> load();

    [[nodiscard]] std::optional<S3Object> find(const QByteArray& key) const;
    [[nodiscard]] qsizetype count() const;
    [[nodiscard]] QList<FileBody::Part> files(const S3Object& object) const;
    [[nodiscard]] QString path(const S3Part& part) const;
    /// A path for a new file to write content to; empty when the folder cannot be made.
    [[nodiscard]] QString newFile() const;

    /// Makes a written file the object.
    [[nodiscard]] Result<S3Object> put(const QByteArray& key, const S3Part& part, const QByteArray& contentType,
                                       const QDateTime& now, S3Tags tags = S3Tags::Md5);
    void remove(const QByteArray& key);
    /// Gives the object another ETag, as if its content had been replaced.
    void touch(const QByteArray& key, const QDateTime& now);

    [[nodiscard]] QByteArray beginUpload(const QByteArray& key);
    [[nodiscard]] bool hasUpload(const QByteArray& id, const QByteArray& key) const;
    /// The part's ETag, with its quotation marks. Errors: NotFound; FileAccess.
    [[nodiscard]] Result<QByteArray> putPart(const QByteArray& id, int number, const S3Part& part,
                                             S3Tags tags = S3Tags::Md5);
    /// Makes the parts one object. Errors: BadInput with the service's code (subject: InvalidPart, InvalidPartOrder,
    /// EntityTooSmall, NoSuchUpload).
    [[nodiscard]] Result<S3Object> complete(const QByteArray& id, const QList<std::pair<int, QByteArray>>& parts,
                                            qint64 leastPart, const QDateTime& now);
    void abort(const QByteArray& id);

private:
    struct UploadedPart
    {
        S3Part part;
        QByteArray etag;
    };
    struct Upload
    {
        QByteArray key;
        QMap<int, UploadedPart> parts;
    };

    void discard(const QList<S3Part>& parts) const;
    [[nodiscard]] Result<void> save() const;
    [[nodiscard]] static QJsonObject toJson(const S3Part& part);
    [[nodiscard]] static S3Part fromJson(const QJsonObject& object);

    QString m_folder;
    mutable QMutex m_mutex;
    QMap<QByteArray, S3Object> m_objects;
    QMap<QByteArray, Upload> m_uploads;
};

} // namespace longshore::practice
