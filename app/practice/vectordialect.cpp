#include "app/practice/vectordialect.h"

#include "app/practice/identity.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace longshore {

namespace practice {

namespace {

constexpr char ulidLetters[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr char shortLetters[] = "abcdefghijklmnopqrstuvwxyz0123456789";

/// Ten letters of time and sixteen of chance.
QString ulid(VectorDialect dialect, qint64 ms, const QByteArray& chance)
{
    QByteArray text;
    for (int shift = 45; shift >= 0; shift -= 5) {
        text += ulidLetters[(ms >> shift) & 31];
    }
    for (const char byte : chance) {
        text += ulidLetters[static_cast<uchar>(byte) & 31];
    }
    return QString::fromLatin1(dialect == VectorDialect::G2 ? text.toLower() : text);
}

} // namespace

QString newVectorId(VectorDialect dialect, VectorKind kind, const QDateTime& now)
{
    QRandomGenerator* random = QRandomGenerator::system();
    if (dialect != VectorDialect::D) {
        QByteArray chance;
        while (chance.size() < 16) {
            chance += static_cast<char>(random->bounded(32));
        }
        return ulid(dialect, now.toMSecsSinceEpoch(), chance);
    }
    QString id = kind == VectorKind::Import ? u"imp_"_s : u"exp_"_s;
    while (id.size() < 10) {
        id += QLatin1Char(shortLetters[random->bounded(36)]);
    }
    return id;
}

QString vectorPlaceId(VectorDialect dialect, quint32 seed, const QByteArray& place, int number)
{
    if (dialect == VectorDialect::D) {
        return QString::number(number);
    }
    static const QDateTime begin = QDateTime::fromString(u"2026-01-12T06:00:00Z"_s, Qt::ISODate);
    return ulid(dialect, begin.toMSecsSinceEpoch() + number, practiceBytes(seed, "vector/" + place, 16));
}

QString vectorTime(VectorDialect dialect, const QDateTime& time)
{
    const QString plain = time.toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss"_s);
    return dialect == VectorDialect::D ? plain + u"Z"_s : plain + u"+00:00"_s;
}

} // namespace practice
} // namespace longshore
