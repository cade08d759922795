#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QMap>
#include <QMutex>
#include <QString>
#include <optional>

namespace longshore::practice {

struct BlobBlock
{
    QByteArray id; ///< Base64 as it was sent; empty for a blob written in one piece
    QString file; ///< name inside the blob's folder
    qint64 size = 0;
};

struct Blob
{
    QByteArray container;
    QByteArray name;
    QByteArray etag; ///< with its quotation marks
    QByteArray md5; ///< Base64, of the whole content; may be empty
    QByteArray contentType;
    QDateTime created;
    QDateTime modified;
    bool leased = false; ///< a deployment uses it
    QList<BlobBlock> blocks; ///< its content, in order

    [[nodiscard]] qint64 size() const;
};

enum class BlockChoice { Latest, Committed, Uncommitted };

struct BlockReference
{
    BlockChoice choice = BlockChoice::Latest;
    QByteArray id;
};

/// Block blobs in a folder. Each has a folder of its own with one file per block and `blob.json`, which is replaced
/// atomically: a blob is either the old one or the new one, whenever the process ends. Thread-safe.
class BlobStore final
{
public:
    /// What a writer says about the content.
    struct Description
    {
        QByteArray contentType;
        QByteArray md5;
        QDateTime now;
    };

    explicit BlobStore(QString folder);
    [[nodiscard]] Result<void> load();

    [[nodiscard]] std::optional<Blob> find(const QByteArray& container, const QByteArray& name) const;
    [[nodiscard]] QList<Blob> list(const QByteArray& container) const; ///< by name
    [[nodiscard]] qsizetype count() const;
    [[nodiscard]] QString path(const Blob& blob, const BlobBlock& block) const;

    /// A new file in the blob's folder to write a block or a whole blob to. Empty when the folder cannot be made.
    [[nodiscard]] QString newFile(const QByteArray& container, const QByteArray& name, const QByteArray& blockId);
    /// Takes a written file as an uncommitted block.
    void stage(const QByteArray& container, const QByteArray& name, const BlobBlock& block);
    [[nodiscard]] QList<BlobBlock> staged(const QByteArray& container, const QByteArray& name) const;

    /// Makes one written file the whole blob.
    [[nodiscard]] Result<Blob> putWhole(const QByteArray& container, const QByteArray& name, const BlobBlock& content,
                                        const Description& what);
    /// NotFound (subject: the block id) when a block is missing.
    [[nodiscard]] Result<Blob> putList(const QByteArray& container, const QByteArray& name,
                                       const QList<BlockReference>& list, const Description& what);
    [[nodiscard]] Result<void> lease(const QByteArray& container, const QByteArray& name);
    /// Gives the blob another ETag, as if its content had been replaced.
    void touch(const QByteArray& container, const QByteArray& name, const QDateTime& now);
    void remove(const QByteArray& container, const QByteArray& name);

private:
    using Key = std::pair<QByteArray, QByteArray>;
    struct Entry
    {
        std::optional<Blob> committed;
        QMap<QByteArray, BlobBlock> staged; ///< by id, as the service lists them
    };

    [[nodiscard]] QString folder(const Key& key) const;
    void loadFolder(const QString& path);
    [[nodiscard]] Result<Blob> commit(const Key& key, QList<BlobBlock> blocks, const Description& what);
    [[nodiscard]] Result<void> save(const Blob& blob) const;
    [[nodiscard]] QByteArray nextTag(const QDateTime& now);

    QString m_root;
    mutable QMutex m_mutex;
    QMap<Key, Entry> m_entries;
    qint64 m_serial = 1; ///< of block files; the newest has the highest
    qint64 m_lastTag = 0;
};

} // namespace longshore::practice
