#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUuid>
#include <variant>

namespace longshore {

/// The column types a bacpac can be written with.
enum class SqlType {
    BigInt,
    Int,
    SmallInt,
    TinyInt,
    Bit,
    Real,
    Float,
    Decimal,
    Numeric,
    Money,
    SmallMoney,
    Date,
    Time,
    DateTime2,
    DateTimeOffset,
    DateTime,
    SmallDateTime,
    UniqueIdentifier,
    Char,
    NChar,
    VarChar,
    NVarChar,
    Text,
    NText,
    Xml,
    Binary,
    VarBinary,
    Image,
    RowVersion,
};

struct SqlColumn
{
    static constexpr int max = -1; ///< length of varchar(max) and its kin

    QString name;
    SqlType type = SqlType::Int;
    int length = 0; ///< characters, or bytes of the binary kinds; `max`
    int precision = 0; ///< decimal and numeric
    int scale = 0; ///< decimal, numeric and the date kinds with a fraction
    bool nullable = false;
    bool identity = false;
    QString defaultExpression; ///< "((0))"; empty: none
    QString computed; ///< expression; such a column has no bytes in the data
};

struct SqlForeignKey
{
    QString column;
    QString table; ///< of the same schema
    QString foreignColumn;
};

struct SqlIndex
{
    QStringList columns;
    bool unique = false;
};

struct SqlTable
{
    QString schema = QStringLiteral("dbo");
    QString name;
    QList<SqlColumn> columns;
    QStringList primaryKey; ///< clustered; empty: a heap
    QList<SqlForeignKey> foreignKeys;
    QList<SqlIndex> indexes;

    [[nodiscard]] QList<SqlColumn> storedColumns() const; ///< without the computed ones
};

struct SqlModel
{
    QString collation = QStringLiteral("SQL_Latin1_General_CP1_CI_AS");
    QList<SqlTable> tables;

    [[nodiscard]] const SqlTable* table(const QString& schema, const QString& name) const; ///< or null
};

/// "nvarchar", as the model and T-SQL call it.
[[nodiscard]] QString sqlTypeName(SqlType type);

/// An unscaled decimal of up to 128 bits: 12.34 with scale 2 is 1234.
struct SqlDecimal
{
    quint64 low = 0;
    quint64 high = 0;
    bool negative = false;
};

/// One cell. Which alternative a type wants: integers, bit, rowversion, money (in 1/10,000) and small decimals
/// (unscaled) qint64; real and float double; the character kinds QString; the binary kinds QByteArray; date QDate;
/// time QTime; the other date kinds QDateTime (in its own zone, only datetimeoffset keeps it).
using SqlNull = std::monostate;
using SqlValue = std::variant<SqlNull, qint64, double, SqlDecimal, QString, QByteArray, QUuid, QDate, QTime, QDateTime>;

} // namespace longshore
