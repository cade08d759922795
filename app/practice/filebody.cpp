#include "app/practice/filebody.h"

#include <QFile>

namespace longshore::practice {

namespace {

constexpr qint64 pieceSize = 256 * 1024;

} // namespace

Mishap nextMishap(Faults& faults, qint64 length)
{
    Mishap mishap;
    mishap.bytesPerSecond = std::max<qint64>(0, faults.number(u"slow").value_or(0));
    if (faults.take(u"cut-body")) {
        mishap.cutAfter = length / 2;
    } else if (faults.take(u"stall-body")) {
        mishap.stallAfter = length / 2;
    } else if (faults.take(u"corrupt-body")) {
        mishap.spoilAt = length / 2;
    }
    return mishap;
}

UploadPace::UploadPace(const Faults& faults, const StopSignal& stop)
    : m_bytesPerSecond(std::max<qint64>(0, faults.number(u"slow-upload").value_or(0))), m_stop(stop)
{ }

bool UploadPace::take(QByteArrayView piece) const
{
    return m_bytesPerSecond == 0
           || !m_stop.waitFor(std::chrono::microseconds(piece.size() * 1'000'000 / m_bytesPerSecond));
}

bool FileBody::operator()(const HttpReply::Writer& write) const
{
    qint64 begin = 0;
    qint64 sent = 0;
    for (const Part& part : m_parts) {
        const qint64 from = std::max(m_range.first, begin) - begin;
        const qint64 to = std::min(m_range.first + m_range.length - begin, part.size);
        begin += part.size;
        if (from < to && !sendPart(part, from, to, sent, write)) {
            return false;
        }
    }
    return true;
}

bool FileBody::sendPart(const Part& part, qint64 from, qint64 to, qint64& sent, const HttpReply::Writer& write) const
{
    QFile file(part.file);
    if (!file.open(QIODevice::ReadOnly) || !file.seek(from)) {
        return false; // replaced meanwhile
    }
    while (from < to) {
        QByteArray piece = file.read(std::min(pieceLimit(sent), to - from));
        if (piece.isEmpty() || !mayGoOn(piece, sent) || !write(piece)) {
            return false;
        }
        from += piece.size();
        sent += piece.size();
    }
    return true;
}

qint64 FileBody::pieceLimit(qint64 sent) const
{
    qint64 limit = m_mishap.bytesPerSecond > 0 ? std::max<qint64>(1, m_mishap.bytesPerSecond / 20) : pieceSize;
    for (const qint64 end : {m_mishap.cutAfter, m_mishap.stallAfter}) {
        if (end > sent) {
            limit = std::min(limit, end - sent);
        }
    }
    return std::min(limit, pieceSize);
}

bool FileBody::mayGoOn(QByteArray& piece, qint64 sent) const
{
    if (m_mishap.cutAfter == sent) {
        return false;
    }
    if (m_mishap.stallAfter == sent) {
        m_stop.waitWhile(m_peerIsThere);
        return false;
    }
    if (m_mishap.spoilAt >= sent && m_mishap.spoilAt < sent + piece.size()) {
        char& byte = piece[m_mishap.spoilAt - sent];
        byte = static_cast<char>(~byte);
    }
    if (m_mishap.bytesPerSecond > 0) {
        return !m_stop.waitFor(std::chrono::milliseconds(piece.size() * 1000 / m_mishap.bytesPerSecond));
    }
    return true;
}

} // namespace longshore::practice
