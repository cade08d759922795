#include "app/practice/blobstore.h"

#include "app/practice/statefile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QTimeZone>
#include <numeric>

using namespace Qt::StringLiterals;

namespace longshore::practice {

namespace {

constexpr QStringView wholeBlob = u"whole"; // in place of a block id in a file's name

QString text(const QByteArray& bytes)
{
    return QString::fromUtf8(bytes);
}

QJsonObject toJson(const Blob& blob)
{
    QJsonArray blocks;
    for (const BlobBlock& block : blob.blocks) {
        blocks.append(QJsonObject{{u"id"_s, text(block.id)}, {u"file"_s, block.file}, {u"size"_s, block.size}});
    }
    return {{u"container"_s, text(blob.container)},
            {u"name"_s, text(blob.name)},
            {u"etag"_s, text(blob.etag)},
            {u"md5"_s, text(blob.md5)},
            {u"contentType"_s, text(blob.contentType)},
            {u"created"_s, blob.created.toMSecsSinceEpoch()},
            {u"modified"_s, blob.modified.toMSecsSinceEpoch()},
            {u"leased"_s, blob.leased},
            {u"blocks"_s, blocks}};
}

Blob fromJson(const QJsonObject& object)
{
    const auto bytes = [&object](const QString& name) { return object.value(name).toString().toUtf8(); };
    const auto time = [&object](const QString& name) {
        return QDateTime::fromMSecsSinceEpoch(object.value(name).toInteger(), QTimeZone::utc());
    };
    Blob blob;
    blob.container = bytes(u"container"_s);
    blob.name = bytes(u"name"_s);
    blob.etag = bytes(u"etag"_s);
    blob.md5 = bytes(u"md5"_s);
    blob.contentType = bytes(u"contentType"_s);
    blob.created = time(u"created"_s);
    blob.modified = time(u"modified"_s);
    blob.leased = object.value(u"leased"_s).toBool();
    const QJsonArray blocks = object.value(u"blocks"_s).toArray();
    for (const QJsonValue& block : blocks) {
        blob.blocks.append({.id = block[u"id"_s].toString().toUtf8(),
                            .file = block[u"file"_s].toString(),
                            .size = block[u"size"_s].toInteger()});
    }
    return blob;
}

const BlobBlock* findBlock(const QMap<QByteArray, BlobBlock>& blocks, const QByteArray& id)
{
    const auto found = blocks.constFind(id);
    return found == blocks.constEnd() ? nullptr : &*found;
}

} // namespace

qint64 Blob::size() const
{
    return std::accumulate(blocks.cbegin(), blocks.cend(), qint64(0),
                           [](qint64 sum, const BlobBlock& block) { return sum + block.size; });
}

BlobStore::BlobStore(QString folder) : m_root(std::move(folder)) { }

QString BlobStore::folder(const Key& key) const
{
    const QByteArray name = QCryptographicHash::hash(key.second, QCryptographicHash::Sha1).toHex();
    return m_root + u'/' + text(key.first) + u'/' + text(name);
}

QString BlobStore::path(const Blob& blob, const BlobBlock& block) const
{
    return folder({blob.container, blob.name}) + u'/' + block.file;
}

Result<void> BlobStore::load()
{
    const QMutexLocker lock(&m_mutex);
    if (!QDir().mkpath(m_root)) {
        return fail(Error::Code::FileAccess, m_root);
    }
    QDirIterator containers(m_root, QDir::Dirs | QDir::NoDotAndDotDot);
    while (containers.hasNext()) {
        QDirIterator blobs(containers.next(), QDir::Dirs | QDir::NoDotAndDotDot);
        while (blobs.hasNext()) {
            loadFolder(blobs.next());
        }
    }
    return {};
}

// Block files are called `<hex of the id>.<serial>`; those that the blob does not use are uncommitted. `name.txt` says
// which blob they belong to before there is a `blob.json`.
void BlobStore::loadFolder(const QString& path)
{
    const QDir dir(path);
    QFile nameFile(dir.filePath(u"name.txt"_s));
    if (!nameFile.open(QIODevice::ReadOnly)) {
        return;
    }
    const Key key{QFileInfo(path).dir().dirName().toUtf8(), nameFile.readAll()};
    Entry entry;
    if (const auto document = readStateFile(dir.filePath(u"blob.json"_s)); document && document->isObject()) {
        entry.committed = fromJson(document->object());
    }
    QSet<QString> used;
    for (const BlobBlock& block : entry.committed.value_or(Blob{}).blocks) {
        used.insert(block.file);
    }
    QMap<qint64, BlobBlock> bySerial;
    const QFileInfoList files = dir.entryInfoList({u"*.block"_s, u"*.part"_s}, QDir::Files);
    for (const QFileInfo& file : files) {
        const QStringList words = file.fileName().split(u'.');
        const qint64 serial = words.value(1).toLongLong();
        m_serial = std::max(m_serial, serial + 1);
        if (used.contains(file.fileName())) {
            continue;
        }
        const QByteArray id = QByteArray::fromHex(words.value(0).toLatin1()).toBase64();
        if (file.suffix() == u"part"_s || words.value(0) == wholeBlob) {
            QFile::remove(file.filePath()); // its request never ended
            continue;
        }
        bySerial.insert(serial, {.id = id, .file = file.fileName(), .size = file.size()});
    }
    for (const BlobBlock& block : std::as_const(bySerial)) {
        entry.staged.insert(block.id, block); // the newest of an id wins
    }
    m_entries.insert(key, entry);
}

std::optional<Blob> BlobStore::find(const QByteArray& container, const QByteArray& name) const
{
    const QMutexLocker lock(&m_mutex);
    return m_entries.value({container, name}).committed;
}

QList<Blob> BlobStore::list(const QByteArray& container) const
{
    const QMutexLocker lock(&m_mutex);
    QList<Blob> blobs;
    for (auto it = m_entries.cbegin(); it != m_entries.cend(); ++it) {
        if (it.key().first == container && it->committed) {
            blobs.append(*it->committed);
        }
    }
    return blobs;
}

qsizetype BlobStore::count() const
{
    const QMutexLocker lock(&m_mutex);
    return std::count_if(m_entries.cbegin(), m_entries.cend(),
                         [](const Entry& entry) { return entry.committed.has_value(); });
}

QString BlobStore::newFile(const QByteArray& container, const QByteArray& name, const QByteArray& blockId)
{
    const QMutexLocker lock(&m_mutex);
    const QString path = folder({container, name});
    QFile nameFile(path + u"/name.txt"_s);
    if (!nameFile.exists()
        && !(QDir().mkpath(path) && nameFile.open(QIODevice::WriteOnly) && nameFile.write(name) == name.size())) {
        return {};
    }
    const QString id = text(QByteArray::fromBase64(blockId).toHex());
    return path + u'/' + (id.isEmpty() ? wholeBlob : QStringView(id)) + u'.' + QString::number(m_serial++) + u".part"_s;
}

void BlobStore::stage(const QByteArray& container, const QByteArray& name, const BlobBlock& block)
{
    const QMutexLocker lock(&m_mutex);
    const Key key{container, name};
    QMap<QByteArray, BlobBlock>& staged = m_entries[key].staged;
    if (const BlobBlock* old = findBlock(staged, block.id)) {
        QFile::remove(folder(key) + u'/' + old->file);
    }
    staged.insert(block.id, block);
}

QList<BlobBlock> BlobStore::staged(const QByteArray& container, const QByteArray& name) const
{
    const QMutexLocker lock(&m_mutex);
    return m_entries.value({container, name}).staged.values();
}

Result<Blob> BlobStore::putWhole(const QByteArray& container, const QByteArray& name, const BlobBlock& content,
                                 const Description& what)
{
    const QMutexLocker lock(&m_mutex);
    return commit({container, name}, {content}, what);
}

Result<Blob> BlobStore::putList(const QByteArray& container, const QByteArray& name, const QList<BlockReference>& list,
                                const Description& what)
{
    const QMutexLocker lock(&m_mutex);
    const Key key{container, name};
    const Entry entry = m_entries.value(key);
    QMap<QByteArray, BlobBlock> committed;
    const QList<BlobBlock> present = entry.committed.value_or(Blob{}).blocks;
    for (const BlobBlock& block : present) {
        committed.insert(block.id, block);
    }
    QList<BlobBlock> blocks;
    for (const BlockReference& wanted : list) {
        const BlobBlock* block = nullptr;
        if (wanted.choice != BlockChoice::Committed) {
            block = findBlock(entry.staged, wanted.id);
        }
        if (!block && wanted.choice != BlockChoice::Uncommitted) {
            block = findBlock(committed, wanted.id);
        }
        if (!block) {
            return fail(Error::Code::NotFound, text(wanted.id));
        }
        blocks.append(*block);
    }
    return commit(key, std::move(blocks), what);
}

Result<Blob> BlobStore::commit(const Key& key, QList<BlobBlock> blocks, const Description& what)
{
    Entry& entry = m_entries[key];
    Blob blob;
    blob.container = key.first;
    blob.name = key.second;
    blob.etag = nextTag(what.now);
    blob.md5 = what.md5;
    blob.contentType = what.contentType.isEmpty() ? QByteArray("application/octet-stream") : what.contentType;
    blob.created = entry.committed ? entry.committed->created : what.now;
    blob.modified = what.now;
    blob.blocks = std::move(blocks);
    if (const auto saved = save(blob); !saved) {
        return fail(saved.error());
    }
    QSet<QString> kept{u"blob.json"_s, u"name.txt"_s};
    for (const BlobBlock& block : std::as_const(blob.blocks)) {
        kept.insert(block.file);
    }
    QMap<QByteArray, BlobBlock> staged;
    staged.swap(entry.staged);
    const QList<BlobBlock> old = entry.committed.value_or(Blob{}).blocks;
    const auto drop = [&](const BlobBlock& block) {
        if (!kept.contains(block.file)) {
            QFile::remove(folder(key) + u'/' + block.file);
        }
    };
    std::for_each(staged.cbegin(), staged.cend(), drop);
    std::for_each(old.cbegin(), old.cend(), drop);
    entry.committed = blob;
    return blob;
}

Result<void> BlobStore::save(const Blob& blob) const
{
    return writeStateFile(folder({blob.container, blob.name}) + u"/blob.json"_s, QJsonDocument(toJson(blob)));
}

Result<void> BlobStore::lease(const QByteArray& container, const QByteArray& name)
{
    const QMutexLocker lock(&m_mutex);
    Entry& entry = m_entries[{container, name}];
    if (!entry.committed) {
        return fail(Error::Code::NotFound, text(name));
    }
    entry.committed->leased = true;
    return save(*entry.committed);
}

void BlobStore::touch(const QByteArray& container, const QByteArray& name, const QDateTime& now)
{
    const QMutexLocker lock(&m_mutex);
    Entry& entry = m_entries[{container, name}];
    if (entry.committed) {
        entry.committed->etag = nextTag(now);
        entry.committed->modified = now;
    }
}

void BlobStore::remove(const QByteArray& container, const QByteArray& name)
{
    const QMutexLocker lock(&m_mutex);
    const Key key{container, name};
    m_entries.remove(key);
    QDir(folder(key)).removeRecursively();
}

// Azure's tags are 100 ns ticks since 1601 in hexadecimal.
QByteArray BlobStore::nextTag(const QDateTime& now)
{
    const qint64 ticks = (now.toMSecsSinceEpoch() + 11644473600000LL) * 10000;
    m_lastTag = std::max(ticks, m_lastTag + 1);
    return "\"0x" + QByteArray::number(m_lastTag, 16).toUpper() + '"';
}

} // namespace longshore::practice
