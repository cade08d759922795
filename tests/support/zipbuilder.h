#pragma once

#include <QByteArray>
#include <QFile>
#include <QList>

namespace longshore {

/// Writes ZIPs byte by byte, independent of the reader and of KZip: also wrong ones, and sparse ones beyond 4 GiB.
class ZipBuilder final
{
public:
    struct Entry
    {
        QByteArray name;
        QByteArray contents;
        bool deflate = false;
        quint16 flags = 0;
        quint16 method = 0xFFFF; ///< overrides what the header says
        qint64 holeBefore = 0; ///< bytes skipped before it, so that a sparse file grows
    };

    void add(const Entry& entry) { m_entries.append(entry); }
    void add(const QByteArray& name, const QByteArray& contents)
    {
        m_entries.append({.name = name, .contents = contents});
    }
    void setComment(const QByteArray& comment) { m_comment = comment; }
    void setForceZip64(bool force) { m_forceZip64 = force; }

    /// Zip64 fields appear where a number needs them, or everywhere when forced.
    [[nodiscard]] bool write(QIODevice& device) const;
    [[nodiscard]] QByteArray bytes() const;

private:
    QList<Entry> m_entries;
    QByteArray m_comment;
    bool m_forceZip64 = false;
};

} // namespace longshore
