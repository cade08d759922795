#include "app/domain/exportrequest.h"

#include <QRegularExpression>

namespace longshore {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype LongestWord = 60;
constexpr std::chrono::hours LongestRetention{365 * 24};

/// Lower case ASCII letters and digits; accents fall away, every other run of characters becomes one dash.
QString fileWord(const QString& text, const QString& otherwise)
{
    QString word;
    const QString plain = text.normalized(QString::NormalizationForm_KD).toLower();
    for (const QChar c : plain) {
        const bool keep = (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
        if (keep) {
            word += c;
        } else if (!c.isMark() && !word.isEmpty() && !word.endsWith(u'-')) {
            word += u'-';
        }
    }
    word.truncate(LongestWord);
    while (word.endsWith(u'-')) {
        word.chop(1);
    }
    return word.isEmpty() ? otherwise : word;
}

} // namespace

QString exportFileName(const QString& site, const QString& environment, Database database, const QDateTime& localTime,
                       DumpFormat format)
{
    const QString words[] = {fileWord(site, u"site"_s), fileWord(environment, u"environment"_s),
                             databaseFileWord(database)};
    return words[0] + u'-' + words[1] + u'-' + words[2] + u'-' + localTime.toString(u"yyyyMMdd-HHmm"_s)
           + databaseFileSuffix(database, format);
}

std::optional<std::chrono::hours> retentionFromText(const QString& text)
{
    static const QRegularExpression form(u"^([0-9]{1,5}) ?([hd]?)$"_s, QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = form.match(text.trimmed());
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const int unit = match.captured(2).toLower() == "d"_L1 ? 24 : 1;
    const std::chrono::hours hours{match.captured(1).toInt() * unit};
    return hours >= 1h && hours <= LongestRetention ? std::optional(hours) : std::nullopt;
}

QList<std::chrono::hours> retentionPresets()
{
    return {24h, 48h, 72h, 168h};
}

std::chrono::hours suggestedRetention(std::optional<std::chrono::seconds> usual)
{
    const QList<std::chrono::hours> presets = retentionPresets();
    for (const std::chrono::hours preset : presets) {
        if (usual.value_or(0s) * 4 <= preset) {
            return preset;
        }
    }
    return presets.last();
}

QJsonObject toJson(const ExportRequest& request)
{
    return {{u"connectionId"_s, request.connectionId},
            {u"environment"_s, request.environment},
            {u"database"_s, databaseApiName(request.database)},
            {u"retentionHours"_s, qint64(request.retention.count())},
            {u"download"_s, request.download},
            {u"folder"_s, request.folder},
            {u"fileName"_s, request.fileName},
            {u"dumpFormat"_s, dumpFormatName(request.dumpFormat)}};
}

std::optional<ExportRequest> exportRequestFromJson(const QJsonObject& json)
{
    ExportRequest request;
    request.connectionId = json["connectionId"_L1].toString();
    request.environment = json["environment"_L1].toString();
    const std::optional<Database> database = databaseFromName(json["database"_L1].toString());
    if (request.connectionId.isEmpty() || request.environment.isEmpty() || !database) {
        return std::nullopt;
    }
    request.database = *database;
    request.retention = std::chrono::hours(json["retentionHours"_L1].toInteger(request.retention.count()));
    request.download = json["download"_L1].toBool(request.download);
    request.folder = json["folder"_L1].toString();
    request.fileName = json["fileName"_L1].toString();
    request.dumpFormat = dumpFormatFromName(json["dumpFormat"_L1].toString()).value_or(DumpFormat::Plain);
    return request;
}

} // namespace longshore
