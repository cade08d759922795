#pragma once

#include "app/domain/dumpfacts.h"

#include <QByteArrayView>

namespace longshore {

/// What the comments of a dump say about it: the header of mysqldump, mariadb-dump, phpMyAdmin and others, and the
/// trailer that the first two write at the very end.
class DumpComments final
{
public:
    enum class Learned { Nothing, Tool, Server, Trailer, Sandbox, Postgres };

    /// `text`: without the marks around the comment.
    [[nodiscard]] Learned read(QByteArrayView text, DumpFacts& facts);
    /// The tool writes a trailer, and it did not come after the last header.
    [[nodiscard]] bool lacksTrailer() const { return m_expectsTrailer; }

private:
    bool m_expectsTrailer = false;
    int m_read = 0;
};

} // namespace longshore
