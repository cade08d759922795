#pragma once

#include "app/practice/faults.h"
#include "app/practice/http.h"
#include "app/practice/stopsignal.h"

namespace longshore::practice {

struct ByteRange
{
    qint64 first = 0;
    qint64 length = 0;
};

/// How one download misbehaves.
struct Mishap
{
    qint64 cutAfter = -1;
    qint64 stallAfter = -1;
    qint64 spoilAt = -1;
    qint64 bytesPerSecond = 0;
};

/// Takes the next fault of downloads, if one is set.
[[nodiscard]] Mishap nextMishap(Faults& faults, qint64 length);

/// Takes an upload's pieces as slowly as a fault says.
class UploadPace final
{
public:
    UploadPace(const Faults& faults, const StopSignal& stop);
    /// False when the server ended meanwhile.
    [[nodiscard]] bool take(QByteArrayView piece) const;

private:
    qint64 m_bytesPerSecond;
    const StopSignal& m_stop;
};

/// Streams a range of what some files make up together; as HttpReply::write.
class FileBody final
{
public:
    struct Part
    {
        QString file;
        qint64 size = 0;
    };

    FileBody(QList<Part> parts, ByteRange range, Mishap mishap, const StopSignal& stop,
             std::function<bool()> peerIsThere)
        : m_parts(std::move(parts)),
          m_range(range),
          m_mishap(mishap),
          m_stop(stop),
          m_peerIsThere(std::move(peerIsThere))
    { }

    bool operator()(const HttpReply::Writer& write) const;

private:
    bool sendPart(const Part& part, qint64 from, qint64 to, qint64& sent, const HttpReply::Writer& write) const;
    [[nodiscard]] qint64 pieceLimit(qint64 sent) const;
    bool mayGoOn(QByteArray& piece, qint64 sent) const;

    QList<Part> m_parts;
    ByteRange m_range;
    Mishap m_mishap;
    const StopSignal& m_stop;
    std::function<bool()> m_peerIsThere;
};

} // namespace longshore::practice
