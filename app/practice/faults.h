#pragma once

#include "app/core/result.h"

#include <QDateTime>
#include <QMap>
#include <QMutex>
#include <QString>
#include <QStringList>
#include <optional>

namespace longshore::practice {

/// What a fault's value means.
enum class FaultKind {
    Count, ///< a number: how many times; "always" or "*": until it is cleared
    Number, ///< a setting, see its help
    Text,
};

struct FaultInfo
{
    QString name;
    FaultKind kind = FaultKind::Count;
    QString help; ///< for --help, in English
};

/// The misbehaviour that was asked for; changed while the server runs. Thread-safe.
class Faults final
{
public:
    [[nodiscard]] static const QList<FaultInfo>& known();

    /// An empty value, "0" or "off" clears it. Errors: BadInput (subject: the name; detail: what is wrong).
    [[nodiscard]] Result<void> set(const QString& name, const QString& value);
    /// Those that are set, with what is left of counts.
    [[nodiscard]] QMap<QString, QString> all() const;

    /// True when a count is left, which is then one less.
    [[nodiscard]] bool take(QStringView name);
    [[nodiscard]] std::optional<qint64> number(QStringView name) const;
    [[nodiscard]] QStringList list(QStringView name) const; ///< a text, split at commas

    /// The server's notion of time: the machine's, moved by `clock-skew`.
    [[nodiscard]] QDateTime now() const;

private:
    static const FaultInfo* info(const QString& name);

    mutable QMutex m_mutex;
    QMap<QString, QString> m_values;
};

} // namespace longshore::practice
