#include "app/practice/identity.h"

#include <QCryptographicHash>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace longshore::practice {

QByteArray practiceBytes(quint32 seed, const QByteArray& purpose, qsizetype count)
{
    QByteArray bytes;
    for (int round = 0; bytes.size() < count; ++round) {
        const QByteArray text =
            "longshore-practice/" + QByteArray::number(seed) + '/' + purpose + '/' + QByteArray::number(round);
        bytes += QCryptographicHash::hash(text, QCryptographicHash::Sha256);
    }
    return bytes.left(count);
}

namespace {

QByteArray lettersFor(quint32 seed, const QByteArray& purpose, qsizetype count)
{
    static const QByteArray alphabet("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");
    QByteArray text = practiceBytes(seed, purpose, count);
    for (char& letter : text) {
        letter = alphabet.at(static_cast<uchar>(letter) % alphabet.size());
    }
    return text;
}

} // namespace

PracticeIdentity PracticeIdentity::fromSeed(quint32 seed)
{
    QByteArray id = practiceBytes(seed, "project", 16);
    id[6] = static_cast<char>((id.at(6) & 0x0f) | 0x40);
    id[8] = static_cast<char>((id.at(8) & 0x3f) | 0x80);
    PracticeIdentity identity;
    identity.projectId = QUuid::fromRfc4122(id).toString(QUuid::WithoutBraces);
    identity.clientKey = lettersFor(seed, "key", 48);
    identity.clientSecret = practiceBytes(seed, "secret", 48).toBase64();
    identity.accountName = "longshorepractice";
    identity.accountKey = practiceBytes(seed, "account", 64);
    identity.vectorToken = "1|" + lettersFor(seed, "vector-token", 48);
    identity.storeKeyId = "AKIA" + lettersFor(seed, "store-id", 16).toUpper();
    identity.storeSecret = lettersFor(seed, "store-secret", 40);
    return identity;
}

QStringList practiceEnvironments()
{
    return {u"Integration"_s, u"Preproduction"_s, u"Production"_s, u"ADE1"_s};
}

QString practiceEnvironment(const QString& name)
{
    const QStringList all = practiceEnvironments();
    const auto found = std::find_if(all.cbegin(), all.cend(), [&name](const QString& known) {
        return known.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == all.cend() ? QString() : *found;
}

} // namespace longshore::practice
