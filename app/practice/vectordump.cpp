#include "app/practice/vectordump.h"

namespace longshore::practice {

namespace {

// Where mysqldump begins a new statement, as its net_buffer_length says.
constexpr qsizetype fullStatement = 1024 * 1024 - 64 * 1024;

} // namespace

QByteArray DumpWriter::text(const QByteArray& plain)
{
    QByteArray sql;
    sql.reserve(plain.size() + 8);
    sql += '\'';
    for (const char byte : plain) {
        switch (byte) {
        case '\n':
            sql += "\\n";
            break;
        case '\r':
            sql += "\\r";
            break;
        case '\0':
            sql += "\\0";
            break;
        case '\'':
        case '"':
        case '\\':
            sql += '\\';
            [[fallthrough]];
        default:
            sql += byte;
        }
    }
    return sql + '\'';
}

void DumpWriter::put(const QByteArray& bytes)
{
    m_size += bytes.size();
    m_good = m_good && m_file.write(bytes) == bytes.size();
}

void DumpWriter::begin(const QByteArray& database)
{
    put("-- MySQL dump 10.13  Distrib 8.0.39, for Linux (x86_64)\n--\n-- Host: database.vectorpages.test    Database: "
        + database
        + "\n-- ------------------------------------------------------\n-- Server version\t8.0.39\n\n"
          "/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;\n"
          "/*!40101 SET @OLD_CHARACTER_SET_RESULTS=@@CHARACTER_SET_RESULTS */;\n"
          "/*!40101 SET @OLD_COLLATION_CONNECTION=@@COLLATION_CONNECTION */;\n"
          "/*!50503 SET NAMES utf8mb4 */;\n"
          "/*!40103 SET @OLD_TIME_ZONE=@@TIME_ZONE */;\n"
          "/*!40103 SET TIME_ZONE='+00:00' */;\n"
          "/*!40014 SET @OLD_UNIQUE_CHECKS=@@UNIQUE_CHECKS, UNIQUE_CHECKS=0 */;\n"
          "/*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */;\n"
          "/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */;\n"
          "/*!40111 SET @OLD_SQL_NOTES=@@SQL_NOTES, SQL_NOTES=0 */;\n");
}

void DumpWriter::table(const QByteArray& name, const QByteArray& columns)
{
    closeTable();
    m_table = name;
    put("\n--\n-- Table structure for table `" + name + "`\n--\n\nDROP TABLE IF EXISTS `" + name
        + "`;\n/*!40101 SET @saved_cs_client     = @@character_set_client */;\n"
          "/*!50503 SET character_set_client = utf8mb4 */;\nCREATE TABLE `"
        + name + "` (\n" + columns
        + "\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;\n"
          "/*!40101 SET character_set_client = @saved_cs_client */;\n\n--\n-- Dumping data for table `"
        + name + "`\n--\n\nLOCK TABLES `" + name + "` WRITE;\n/*!40000 ALTER TABLE `" + name + "` DISABLE KEYS */;\n");
}

void DumpWriter::row(const QList<QByteArray>& cells)
{
    m_statement += m_statement.isEmpty() ? QByteArray("INSERT INTO `" + m_table + "` VALUES (") : QByteArray(",(");
    m_statement += cells.join(',') + ')';
    if (m_statement.size() >= fullStatement) {
        closeStatement();
    }
}

void DumpWriter::closeStatement()
{
    if (!m_statement.isEmpty()) {
        put(m_statement + ";\n");
        m_statement.clear();
    }
}

void DumpWriter::closeTable()
{
    closeStatement();
    if (!m_table.isEmpty()) {
        put("/*!40000 ALTER TABLE `" + m_table + "` ENABLE KEYS */;\nUNLOCK TABLES;\n");
    }
}

void DumpWriter::end()
{
    closeTable();
    put("/*!40103 SET TIME_ZONE=@OLD_TIME_ZONE */;\n\n"
        "/*!40101 SET SQL_MODE=@OLD_SQL_MODE */;\n"
        "/*!40014 SET FOREIGN_KEY_CHECKS=@OLD_FOREIGN_KEY_CHECKS */;\n"
        "/*!40014 SET UNIQUE_CHECKS=@OLD_UNIQUE_CHECKS */;\n"
        "/*!40101 SET CHARACTER_SET_CLIENT=@OLD_CHARACTER_SET_CLIENT */;\n"
        "/*!40101 SET CHARACTER_SET_RESULTS=@OLD_CHARACTER_SET_RESULTS */;\n"
        "/*!40101 SET COLLATION_CONNECTION=@OLD_COLLATION_CONNECTION */;\n"
        "/*!40111 SET SQL_NOTES=@OLD_SQL_NOTES */;\n\n"
        "-- Dump completed on 2026-01-12  6:00:00\n");
}

} // namespace longshore::practice
