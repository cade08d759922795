#pragma once

#include "app/archive/bytesource.h"

#include <QByteArray>
#include <memory>

namespace longshore {

/// Whether a path inside an archive is that of a dump: `.sql`, also compressed. What belongs to a site's files
/// (wp-content) or to a Mac's bookkeeping is not.
[[nodiscard]] bool isDumpName(const QByteArray& path);

/// The one dump in a tar, as it goes by: nothing is kept or written, so the archive is read once. Knows ustar, and the
/// long names of GNU and POSIX. That there are two dumps shows only behind the first one, as an error at its end.
/// Errors: FormatInvalid (subject: member).
class TarDump final : public ByteSource
{
public:
    explicit TarDump(std::unique_ptr<ByteSource> source) : m_source(std::move(source)) { }

    [[nodiscard]] static bool isTar(QByteArrayView start); ///< needs 512 bytes
    /// Goes to the first dump.
    [[nodiscard]] Result<void> open();
    [[nodiscard]] Result<QByteArrayView> next() override;
    [[nodiscard]] QString member() const { return QString::fromUtf8(m_member); }

private:
    struct Header
    {
        QByteArray name{};
        qint64 size = 0;
        char type = 0;
        bool isEnd = false;
    };
    [[nodiscard]] Result<QByteArrayView> piece(qint64 maximum);
    [[nodiscard]] Result<QByteArray> readExactly(qint64 size);
    [[nodiscard]] Result<void> skip(qint64 size);
    [[nodiscard]] Result<Header> readHeader();
    [[nodiscard]] Result<Header> readMember();
    [[nodiscard]] Result<bool> findDump();
    [[nodiscard]] Result<void> checkRest();

    std::unique_ptr<ByteSource> m_source;
    QByteArrayView m_view; ///< not used yet
    QByteArray m_first; ///< the beginning of the dump, read to see what it is
    bool m_firstGiven = false;
    QByteArray m_member;
    qint64 m_left = 0; ///< of the member, behind m_first
    qint64 m_padding = 0;
    bool m_ended = false;
};

} // namespace longshore
