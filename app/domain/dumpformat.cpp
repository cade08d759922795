#include "app/domain/dumpformat.h"

#include <QFileInfo>
#include <array>

namespace longshore {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array Names{
    std::pair{DumpFormat::Plain, "sql"},
    std::pair{DumpFormat::Gzip, "gz"},
    std::pair{DumpFormat::Zstd, "zst"},
};

} // namespace

QString dumpFormatName(DumpFormat format)
{
    for (const auto& [known, name] : Names) {
        if (known == format) {
            return QString::fromLatin1(name);
        }
    }
    return {};
}

QString dumpSuffix(DumpFormat format)
{
    return format == DumpFormat::Plain ? u".sql"_s : QString(u".sql."_s + dumpFormatName(format));
}

std::optional<DumpFormat> dumpFormatFromName(const QString& name)
{
    const QString word = name.trimmed().toLower();
    for (const auto& [format, known] : Names) {
        if (word == QLatin1StringView(known) || QString(u'.' + word) == dumpSuffix(format)) {
            return format;
        }
    }
    return std::nullopt;
}

QString fileSuffix(const QString& fileName)
{
    const QFileInfo info(fileName);
    const QString last = info.suffix();
    if (last.isEmpty()) {
        return {};
    }
    const QString before = QFileInfo(info.completeBaseName()).suffix().toLower();
    const bool belongs = before == "sql"_L1 || before == "tar"_L1;
    return belongs ? QString(info.completeBaseName().right(before.size() + 1) + u'.' + last) : QString(u'.' + last);
}

} // namespace longshore
