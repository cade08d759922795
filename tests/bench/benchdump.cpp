// benchdump [MB | FILE]: how fast the first look at a dump is. Invented dumps of that size in several shapes, or your
// own; for each the megabytes (of plain SQL) a second of wall and of CPU time, and the largest memory. The goal is 300
// MB/s of one core for plain files; the SHA-256 of the file is made in the same pass and is in the figure.
#include "app/archive/dumplook.h"
#include "app/archive/dumpwriter.h"

#include <QFile>
#include <QTemporaryDir>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <sys/resource.h>

using namespace longshore;
using namespace Qt::StringLiterals;

namespace {

struct Shape
{
    const char* name;
    QByteArray (*statement)(int number);
    DumpFormat format = DumpFormat::Plain;
};

QByteArray joined(const char* table, int tuples, const std::function<QByteArray(int)>& tuple)
{
    QByteArray sql = "INSERT INTO `" + QByteArray(table) + "` VALUES ";
    for (int i = 0; i < tuples; ++i) {
        sql += (i == 0 ? "(" : ",(") + tuple(i) + ')';
    }
    return sql + ";\n";
}

/// Long texts with the escapes that mysqldump writes.
QByteArray posts(int number)
{
    const QByteArray text =
        QByteArray("<p class=\\\"lead\\\">It\\'s an invented text, and it goes on.</p>\\n").repeated(40);
    return joined("wp_posts", 300, [&](int i) -> QByteArray {
        return QByteArray::number(number * 300 + i) + ",1,'2026-01-12 06:30:00','" + text + "','publish'";
    });
}

/// Short texts between numbers.
QByteArray meta(int number)
{
    return joined("wp_postmeta", 15000, [number](int i) -> QByteArray {
        return QByteArray::number(number * 15000 + i) + ',' + QByteArray::number(i)
               + ",'_wp_attached_file','2026/01/picture-" + QByteArray::number(i) + ".jpg'";
    });
}

QByteArray numbers(int number)
{
    return joined("wp_term_relationships", 60000, [number](int i) -> QByteArray {
        return QByteArray::number(number * 60000 + i) + ',' + QByteArray::number(i % 40) + ",0";
    });
}

/// The one table of which every token is looked at.
QByteArray options(int number)
{
    return joined("wp_options", 10000, [number](int i) -> QByteArray {
        return QByteArray::number(number * 10000 + i) + ",'_transient_timeout_" + QByteArray::number(i)
               + "','1767225600','no'";
    });
}

QByteArray rows(int number)
{
    QByteArray sql;
    for (int i = 0; i < 10000; ++i) {
        sql += "INSERT INTO `wp_comments` VALUES (" + QByteArray::number(number * 10000 + i)
               + ",5,'Ann','ann@example.org','An invented comment of the usual length, no more than that.');\n";
    }
    return sql;
}

Result<void> write(const QString& path, const Shape& shape, qint64 size)
{
    const auto writer = DumpWriter::create(path, shape.format);
    if (!writer) {
        return fail(writer.error());
    }
    for (qint64 written = 0, number = 0; written < size; ++number) {
        const QByteArray sql = shape.statement(static_cast<int>(number));
        if (const auto added = (*writer)->add(sql); !added) {
            return added;
        }
        written += sql.size();
    }
    return (*writer)->finish().map([](const WrittenDump&) {});
}

double cpuSeconds()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

void look(const char* name, const QString& path)
{
    const double cpu = cpuSeconds();
    const auto start = std::chrono::steady_clock::now();
    const Result<PackageInspection> seen = lookAtDumpNow(path, {});
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
    if (!seen || !seen->dump) {
        std::printf("%-22s could not be read\n", name);
        return;
    }
    const double megabytes = static_cast<double>(seen->dump->plainBytes) / 1e6;
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("%-22s %7.0f MB %11lld rows %7.0f MB/s wall %7.0f MB/s CPU   peak %ld MiB\n", name, megabytes,
                static_cast<long long>(seen->dump->rows), megabytes / wall.count(), megabytes / (cpuSeconds() - cpu),
                usage.ru_maxrss / 1024);
}

} // namespace

int main(int count, char** arguments)
{
    const QString wanted = count > 1 ? QFile::decodeName(arguments[1]) : u"300"_s;
    bool isSize = false;
    const qint64 size = wanted.toLongLong(&isSize) * 1'000'000;
    if (!isSize) {
        look("file", wanted);
        return 0;
    }
    const QList<Shape> shapes{{"posts", posts},
                              {"postmeta", meta},
                              {"numbers", numbers},
                              {"options", options},
                              {"a row a statement", rows},
                              {"postmeta, gzip", meta, DumpFormat::Gzip},
                              {"postmeta, zstd", meta, DumpFormat::Zstd}};
    const QTemporaryDir folder;
    for (const Shape& shape : shapes) {
        const QString path = folder.filePath(u"dump"_s);
        if (const auto written = write(path, shape, size); !written) {
            std::printf("%s: could not be written\n", shape.name);
            return 1;
        }
        look(shape.name, path);
    }
    return 0;
}
