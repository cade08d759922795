#include "ui/common/formatting.h"

#include <QCoreApplication>
#include <QLocale>

namespace longshore {

namespace {
QString text(const char* source)
{
    return QCoreApplication::translate("longshore::Formatting", source);
}
} // namespace

QString formatSize(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, bytes < 1'000'000 ? 0 : 1, QLocale::DataSizeSIFormat);
}

QString formatSpeed(double bytesPerSecond)
{
    //: %1 is a size, for example "71.3 MB"
    return text(QT_TRANSLATE_NOOP("longshore::Formatting", "%1/s")).arg(formatSize(qRound64(bytesPerSecond)));
}

QString formatLimit(qint64 bytesPerSecond)
{
    const double megabytes = static_cast<double>(bytesPerSecond) / 1'000'000;
    //: A limit of the speed in megabytes a second
    return text(QT_TRANSLATE_NOOP("longshore::Formatting", "%1 MB/s"))
        .arg(QLocale().toString(megabytes, 'f', QLocale::FloatingPointShortest));
}

QString formatDuration(std::chrono::seconds duration)
{
    const qint64 seconds = duration.count();
    if (seconds < 60) {
        //: A duration in seconds
        return text(QT_TRANSLATE_NOOP("longshore::Formatting", "%1 s")).arg(seconds);
    }
    if (seconds < 3600) {
        //: A duration in minutes
        return text(QT_TRANSLATE_NOOP("longshore::Formatting", "%1 min")).arg((seconds + 30) / 60);
    }
    const qint64 minutes = (seconds + 30) / 60;
    if (minutes % 60 == 0) {
        //: A duration in hours
        return text(QT_TRANSLATE_NOOP("longshore::Formatting", "%1 h")).arg(minutes / 60);
    }
    //: A duration in hours and minutes
    return text(QT_TRANSLATE_NOOP("longshore::Formatting", "%1 h %2 min")).arg(minutes / 60).arg(minutes % 60);
}

QString formatClock(const QDateTime& moment)
{
    // The short form of some locales (C, Danish, …) has seconds or none by accident of the data, not by wish.
    QString form = QLocale().timeFormat(QLocale::ShortFormat);
    form.remove(QStringLiteral(":ss")).remove(QStringLiteral(".ss"));
    return QLocale().toString(moment.toLocalTime().time(), form);
}

QString formatMoment(const QDateTime& moment, const QDateTime& now)
{
    const QDateTime local = moment.toLocalTime();
    const QString clock = formatClock(moment);
    const qint64 days = now.toLocalTime().date().daysTo(local.date());
    if (days == 0) {
        //: %1 is a clock time
        return text(QT_TRANSLATE_NOOP("longshore::Formatting", "today %1")).arg(clock);
    }
    if (days == 1) {
        //: %1 is a clock time
        return text(QT_TRANSLATE_NOOP("longshore::Formatting", "tomorrow %1")).arg(clock);
    }
    if (days == -1) {
        //: %1 is a clock time
        return text(QT_TRANSLATE_NOOP("longshore::Formatting", "yesterday %1")).arg(clock);
    }
    const bool sameYear = local.date().year() == now.toLocalTime().date().year();
    return QLocale().toString(local.date(), sameYear ? QStringLiteral("ddd d MMM") : QStringLiteral("d MMM yyyy"))
           + QLatin1Char(' ') + clock;
}

} // namespace longshore
