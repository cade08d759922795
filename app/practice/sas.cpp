#include "app/practice/sas.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace longshore::practice {

namespace {

constexpr char sasVersion[] = "2023-01-03";

QByteArray isoSeconds(const QDateTime& time)
{
    return time.toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss'Z'"_s).toLatin1();
}

} // namespace

QueryParameters::QueryParameters(const QByteArray& rawQuery)
{
    for (const QByteArray& entry : rawQuery.split('&')) {
        const auto equals = entry.indexOf('=');
        const QByteArray name = equals < 0 ? entry : entry.left(equals);
        const QByteArray value = equals < 0 ? QByteArray() : entry.mid(equals + 1);
        if (!name.isEmpty()) {
            m_entries.append({QByteArray::fromPercentEncoding(name).toLower(), QByteArray::fromPercentEncoding(value)});
        }
    }
}

QByteArray QueryParameters::value(QByteArrayView name) const
{
    for (const auto& [key, value] : m_entries) {
        if (key == name) {
            return value;
        }
    }
    return {};
}

bool QueryParameters::has(QByteArrayView name) const
{
    return std::any_of(m_entries.cbegin(), m_entries.cend(), [name](const auto& entry) { return entry.first == name; });
}

SasSigner::SasSigner(QByteArray accountName, QByteArray accountKey)
    : m_accountName(std::move(accountName)), m_accountKey(std::move(accountKey))
{ }

QByteArray SasSigner::query(const SasGrant& grant) const
{
    const QByteArray plain = QByteArray("sv=") + sasVersion + "&se=" + isoSeconds(grant.expires).toPercentEncoding()
                             + "&sr=" + (grant.blob.isEmpty() ? "c" : "b") + "&sp=" + grant.permissions;
    const QByteArray resource = grant.container + (grant.blob.isEmpty() ? QByteArray() : '/' + grant.blob);
    return plain + "&sig=" + signature(QueryParameters(plain), resource).toPercentEncoding();
}

QByteArray SasSigner::signature(const QueryParameters& query, const QByteArray& resource) const
{
    QByteArrayList lines{query.value("sp"), query.value("st"), query.value("se"),
                         "/blob/" + m_accountName + '/' + resource};
    // si … rsct, with the snapshot's time and the encryption scope between
    for (const char* name :
         {"si", "sip", "spr", "sv", "sr", "snapshot", "ses", "rscc", "rscd", "rsce", "rscl", "rsct"}) {
        lines.append(query.value(name));
    }
    return QMessageAuthenticationCode::hash(lines.join('\n'), m_accountKey, QCryptographicHash::Sha256).toBase64();
}

SasVerdict SasSigner::check(const QueryParameters& query, const QByteArray& container, const QByteArray& blob,
                            const QDateTime& now) const
{
    const QByteArray given = query.value("sig");
    if (given.isEmpty()) {
        return SasVerdict::Missing;
    }
    const QByteArray resource = query.value("sr") == "b" ? container + '/' + blob : container;
    if (given != signature(query, resource)) {
        return SasVerdict::BadSignature;
    }
    const QDateTime expires = QDateTime::fromString(QString::fromLatin1(query.value("se")), Qt::ISODate);
    return expires.isValid() && now < expires ? SasVerdict::Granted : SasVerdict::Expired;
}

} // namespace longshore::practice
