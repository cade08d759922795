#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <optional>
#include <utility>

namespace longshore::practice {

/// The parameters of a raw query, percent-decoded. A `+` stays a `+`: block ids come unescaped.
class QueryParameters final
{
public:
    explicit QueryParameters(const QByteArray& rawQuery);
    [[nodiscard]] QByteArray value(QByteArrayView name) const; ///< empty when absent
    [[nodiscard]] bool has(QByteArrayView name) const;

private:
    QList<std::pair<QByteArray, QByteArray>> m_entries;
};

/// What a service SAS grants.
struct SasGrant
{
    QByteArray container;
    QByteArray blob; ///< empty: the whole container
    QByteArray permissions; ///< "r", "w", "rwl", …
    QDateTime expires; ///< whole seconds
};

enum class SasVerdict { Granted, Missing, BadSignature, Expired };

/// Signs and checks Azure service SAS (version 2023-01-03: the string to sign has 16 lines).
class SasSigner final
{
public:
    SasSigner(QByteArray accountName, QByteArray accountKey);

    /// The query, percent-encoded, without the question mark.
    [[nodiscard]] QByteArray query(const SasGrant& grant) const;
    [[nodiscard]] SasVerdict check(const QueryParameters& query, const QByteArray& container, const QByteArray& blob,
                                   const QDateTime& now) const;

private:
    [[nodiscard]] QByteArray signature(const QueryParameters& query, const QByteArray& resource) const;

    QByteArray m_accountName;
    QByteArray m_accountKey;
};

} // namespace longshore::practice
