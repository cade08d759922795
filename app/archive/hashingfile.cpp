#include "app/archive/hashingfile.h"

#include <algorithm>

namespace longshore {

namespace {
constexpr qsizetype blockSize = 1024 * 1024;
constexpr qint64 smallGap = 128 * 1024; ///< headers and descriptors between the entries of an archive
} // namespace

HashingFile::HashingFile(const QString& path, std::function<void(qint64)> onHashed)
    : m_file(path), m_onHashed(std::move(onHashed))
{ }

bool HashingFile::open(OpenMode mode)
{
    // Unbuffered: the frontier must be known to the byte.
    const bool opened = m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    if (!opened) {
        setErrorString(m_file.errorString());
        return false;
    }
    return QIODevice::open(mode | QIODevice::Unbuffered);
}

void HashingFile::close()
{
    QIODevice::close();
    m_file.close();
}

bool HashingFile::hashOn(qint64 end)
{
    m_block.resize(blockSize);
    const qint64 wanted = std::min<qint64>(blockSize, end - m_hashed);
    if (wanted <= 0 || !m_file.seek(m_hashed)) {
        return false;
    }
    const qint64 got = m_file.read(m_block.data(), wanted);
    if (got <= 0) {
        setErrorString(m_file.errorString());
        return false;
    }
    hash(QByteArrayView(m_block.constData(), got));
    return true;
}

void HashingFile::hash(QByteArrayView bytes)
{
    m_hash.add(bytes);
    m_hashed += bytes.size();
    m_onHashed(m_hashed);
}

qint64 HashingFile::readData(char* data, qint64 maximum)
{
    const qint64 from = pos();
    while (from > m_hashed && from - m_hashed <= smallGap) {
        if (!hashOn(from)) {
            return -1;
        }
    }
    if (m_file.pos() != from && !m_file.seek(from)) {
        return -1;
    }
    const qint64 got = m_file.read(data, maximum);
    if (got < 0) {
        setErrorString(m_file.errorString());
        return got;
    }
    const qint64 to = from + got;
    if (from <= m_hashed && m_hashed < to) {
        hash(QByteArrayView(data + (m_hashed - from), to - m_hashed));
    }
    return got;
}

} // namespace longshore
