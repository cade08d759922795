#include "app/cli/transferoptions.h"

#include "app/cli/format.h"
#include "app/cli/output.h"

#include <CLI/CLI.hpp>
#include <QFileInfo>
#include <QJsonObject>
#include <QRegularExpression>
#include <cmath>

namespace longshore::cli {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 SmallestPart = 64LL * 1024;
constexpr qint64 LargestPart = 4000LL * 1024 * 1024; // a block of Azure's
constexpr int MostStreams = 32;
constexpr qint64 JsonEveryMs = 1'000;

} // namespace

std::optional<qint64> sizeFromText(const QString& text)
{
    static const QRegularExpression form(u"^(\\d{1,12})\\s*([kmg]?)(i?)(b?)$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = form.match(text.trimmed());
    const QString unit = match.captured(2).toLower();
    if (!match.hasMatch() || (unit.isEmpty() && !match.captured(3).isEmpty())) {
        return std::nullopt;
    }
    const bool decimal = match.captured(3).isEmpty() && !match.captured(4).isEmpty();
    const qint64 step = decimal ? 1000 : 1024;
    qint64 factor = 1;
    for (qsizetype i = u"kmg"_s.indexOf(unit); !unit.isEmpty() && i >= 0; --i) {
        factor *= step;
    }
    const qint64 number = match.captured(1).toLongLong();
    return number > std::numeric_limits<qint64>::max() / factor ? std::nullopt : std::optional(number * factor);
}

std::optional<qint64> paceFromText(const QString& text)
{
    bool good = false;
    const double megabytes = text.trimmed().toDouble(&good);
    if (!good || !std::isfinite(megabytes) || megabytes < 0.001 || megabytes > 1e6) {
        return std::nullopt;
    }
    return std::llround(megabytes * 1e6);
}

void addTransferOptions(CLI::App& command, TransferArguments& into)
{
    command.add_option("--streams", into.streams, "connections at the same time, at most (16)")
        ->check(CLI::Range(1, MostStreams));
    command.add_option_function<std::string>(
        "--part-size",
        [&into](const std::string& value) {
            const auto size = sizeFromText(QString::fromStdString(value));
            if (!size || *size < SmallestPart || *size > LargestPart) {
                throw CLI::ValidationError("--part-size", "wants a size from 64K to 4000M, such as 16M");
            }
            into.partSize = *size;
        },
        "bytes that one request moves (8M; doubled until 50,000 parts will do)");
    command.add_option_function<std::string>(
        "--limit",
        [&into](const std::string& value) {
            const auto pace = paceFromText(QString::fromStdString(value));
            if (!pace) {
                throw CLI::ValidationError("--limit", "wants MB/s, such as 12.5");
            }
            into.bytesPerSecond = *pace;
        },
        "MB/s that are not exceeded");
    command.add_option_function<std::string>(
        "--ca",
        [&into](const std::string& value) {
            const QFileInfo file(QString::fromStdString(value));
            if (!file.isFile()) {
                throw CLI::ValidationError("--ca", "there is no such file");
            }
            into.caFile = file.absoluteFilePath();
        },
        "PEM file with certificates to trust beside the system's");
}

TransferOptions transferOptions(const TransferArguments& arguments)
{
    TransferOptions options{.streams = arguments.streams, .partSize = arguments.partSize};
    if (arguments.bytesPerSecond > 0) {
        options.limit = std::make_shared<Throttle>(arguments.bytesPerSecond);
    }
    return options;
}

void useTypedStreams(const TransferArguments& arguments, StreamBudget& budget)
{
    if (arguments.streams > 0) {
        budget.setStreams(arguments.streams);
    }
}

QString vouchedWord(Vouched vouched)
{
    return vouched == Vouched::ByStore ? u"store"_s : u"transport"_s;
}

Backoff patientBackoff(std::chrono::milliseconds patience)
{
    constexpr std::chrono::milliseconds longest = 30s;
    return Backoff({.first = 250ms,
                    .longest = longest,
                    .tries = static_cast<int>(7 + patience / longest),
                    .longestWish = std::chrono::ceil<std::chrono::seconds>(patience)});
}

void TransferProgress::show(const Progress& progress)
{
    const QString total = progress.total ? QString(u" of "_s + formatSize(*progress.total)) : QString();
    m_output.progress(u"%1%2, %3/s"_s.arg(formatSize(progress.done), total,
                                          formatSize(static_cast<qint64>(progress.bytesPerSecond))));
    const bool complete = progress.done == progress.total;
    if (!complete && m_sinceJson.isValid() && !m_sinceJson.hasExpired(JsonEveryMs)) {
        return;
    }
    m_sinceJson.start();
    QJsonObject line{{u"type"_s, u"progress"_s},
                     {u"transfer"_s, m_transfer},
                     {u"done"_s, progress.done},
                     {u"bytesPerSecond"_s, std::llround(progress.bytesPerSecond)}};
    if (progress.total) {
        line.insert(u"total"_s, *progress.total);
    }
    m_output.json(line);
}

} // namespace longshore::cli
