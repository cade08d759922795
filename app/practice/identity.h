#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace longshore::practice {

/// Who the practice project is. Everything follows from the seed, so nothing secret needs to be stored.
struct PracticeIdentity
{
    QString projectId;
    QByteArray clientKey; ///< 48 letters and digits, as the portal gives
    QByteArray clientSecret; ///< Base64
    QByteArray accountName; ///< of the blob store
    QByteArray accountKey; ///< raw bytes
    QByteArray vectorToken; ///< "1|" and 48 letters and digits
    QByteArray storeKeyId; ///< signs links to the object store
    QByteArray storeSecret;

    [[nodiscard]] static PracticeIdentity fromSeed(quint32 seed);
};

/// Bytes that follow from the seed, others for each purpose.
[[nodiscard]] QByteArray practiceBytes(quint32 seed, const QByteArray& purpose, qsizetype count);

/// Environments the key has a right for; the spelling of the service.
[[nodiscard]] QStringList practiceEnvironments();
/// The service's spelling of a name in any case; empty when the key has no right for it or nobody knows it.
[[nodiscard]] QString practiceEnvironment(const QString& name);

} // namespace longshore::practice
