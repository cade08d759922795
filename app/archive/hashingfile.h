#pragma once

#include "app/core/sha256.h"

#include <QFile>
#include <QIODevice>
#include <functional>

namespace longshore {

/// A file that makes the SHA-256 of all of its bytes while others read it here and there: what is read at the frontier
/// of the hash is hashed, and small gaps on the way are filled. Whoever reads mostly forwards reads each byte once.
class HashingFile final : public QIODevice
{
    Q_OBJECT

public:
    /// `onHashed` gets hashed() whenever it grew.
    HashingFile(const QString& path, std::function<void(qint64)> onHashed);

    [[nodiscard]] bool open(OpenMode mode) override;
    void close() override;
    [[nodiscard]] qint64 size() const override { return m_file.size(); }
    [[nodiscard]] qint64 hashed() const { return m_hashed; } ///< bytes from the beginning
    /// Reads and hashes at most 1 MiB more, not beyond `end`. False: nothing came; see errorString().
    [[nodiscard]] bool hashOn(qint64 end);
    [[nodiscard]] QByteArray sha256() const { return m_hash.result(); } ///< 32 bytes, of what was hashed

protected:
    qint64 readData(char* data, qint64 maximum) override;
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    void hash(QByteArrayView bytes);

    QFile m_file;
    std::function<void(qint64)> m_onHashed;
    Sha256 m_hash;
    qint64 m_hashed = 0;
    QByteArray m_block;
};

} // namespace longshore
