#pragma once

#include <QByteArray>
#include <QFile>
#include <QList>

namespace longshore::practice {

/// Writes a dump in the form of mysqldump: tables, and rows grouped into statements.
class DumpWriter final
{
public:
    explicit DumpWriter(QFile& file) : m_file(file) { }

    void begin(const QByteArray& database);
    /// `columns` is what stands between the parentheses of CREATE TABLE, indented.
    void table(const QByteArray& name, const QByteArray& columns);
    /// Cells as SQL: text() or a number.
    void row(const QList<QByteArray>& cells);
    void end();
    [[nodiscard]] bool isGood() const { return m_good; }
    [[nodiscard]] qint64 size() const { return m_size; }

    [[nodiscard]] static QByteArray text(const QByteArray& plain);

private:
    void closeTable();
    void closeStatement();
    void put(const QByteArray& bytes);

    QFile& m_file;
    QByteArray m_table;
    QByteArray m_statement;
    qint64 m_size = 0;
    bool m_good = true;
};

} // namespace longshore::practice
